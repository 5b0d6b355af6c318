// What a page looks like for the reader who opens it: urgent help first, cards on phones, a logo that shows in the
// dark, dates below the text, and a talk to watch that says what it is.
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import test, { describe } from 'node:test';
import { fileURLToPath } from 'node:url';
import { dist, fileUrl, siteBundles } from './support/bundles.mjs';
import { everyComponent } from './support/components-project.mjs';
import { inEachBrowser } from './support/each-browser.mjs';
import { pageOf } from './support/page-types.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const bundles = siteBundles();
const languages = ['en', 'nl', 'fr', 'de'];
// The page at `place` below the language's folder, in the first bundle that has it.
function pageAt(language, place, profile = '') {
  const found = bundles.filter((bundle) => bundle.profile.startsWith(profile)).flatMap((bundle) => bundle.pages).find((file) => file.endsWith(path.join('site', language, place)));
  assert.ok(found, `no ${language}/${place}`);
  return fileUrl(found);
}
// The days on which the page was read last and is to be read again, as its front matter has them, in words.
function reviewDays(language, place) {
  const [, reviewed, months] = /^reviewed: (\S+)\nreview-in: (\d+) months$/m.exec(readFileSync(path.join(root, 'content', language, place), 'utf8'));
  const next = new Date(`${reviewed}T00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + Number(months));
  const words = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC' });
  return [words.format(new Date(`${reviewed}T00:00Z`)), words.format(next)];
}
const doNot = { en: /^Do not say:/, nl: /^Zeg niet:/, fr: /^Ne dites pas/, de: /^Sagen Sie nicht:/ };

inEachBrowser((open) => {
  for (const language of languages) {
    describe(language, () => {
      test('the seven days of a week of the plan have their names on one line, on phones, tablets and desks', () => open({}, async (page) => {
        await page.goto(pageAt(language, 'manager/plan/write-the-plan.html'));
        await page.waitForSelector('.plan-days button');
        await page.$$eval('.plan-week:first-child .plan-days button', (days) => days.slice(0, 4).forEach((day) => day.click()));
        for (const width of [320, 768, 1024, 1280]) {
          await page.setViewport({ width, height: 900 });
          const lines = await page.$$eval('.plan-week:first-child .plan-days button', (days) => days.map((day) => {
            const words = document.createRange();
            words.selectNodeContents(day);
            return words.getClientRects().length;
          }));
          assert.deepEqual(lines, [1, 1, 1, 1, 1, 1, 1], `${width} pixels`);
        }
      }));
      test('a talk to watch takes one to two minutes, with captions and a transcript; what not to say says so; both dates of reviews stand below', () => open({}, async (page) => {
        await page.goto(pageAt(language, 'manager/disclosure/first-five-minutes.html'));
        await page.$eval('#clip ~ .media video', (one) => { one.preload = 'metadata'; one.load(); });
        await page.waitForFunction(() => document.querySelector('#clip ~ .media video').readyState > 0, { timeout: 20_000 });
        const clip = await page.$eval('#clip ~ .media', (root) => {
          const video = root.querySelector('video');
          const cues = [...video.textTracks[0].cues];
          return { src: video.src, duration: video.duration, mode: video.textTracks[0].mode, cues: cues.map((one) => one.text), end: cues[cues.length - 1].endTime, transcript: root.querySelector('.media-transcript').textContent };
        });
        assert.ok(clip.duration >= 60 && clip.duration <= 120, `${clip.duration} s`);
        assert.ok(statSync(fileURLToPath(clip.src)).size <= 2_000_000);
        assert.ok(clip.end > clip.duration - 4 && clip.end <= clip.duration, 'captions to the end');
        assert.equal(clip.mode, 'showing');
        const lines = await page.$$eval('.dont li', (all) => all.map((one) => one.textContent.trim()));
        assert.ok(lines.length >= 3);
        for (const line of lines) assert.match(line, doNot[language]);
        const foot = await page.$eval('.page-foot', (one) => one.textContent);
        for (const day of reviewDays(language, 'manager/disclosure/first-five-minutes.md')) assert.ok(foot.includes(day), `${day} is not in ${foot}`);
        for (const cue of clip.cues) assert.ok(clip.transcript.includes(cue.split(/ ?: /).pop()), `the transcript lacks "${cue}"`);
      }));
      test('three moments of a practice talk can be heard', () => open({}, async (page) => {
        await page.goto(pageAt(language, 'manager/practice/new-news.html'));
        const clips = await page.$$eval('.conversation-clip audio', (all) => all.map((one) => one.src));
        assert.equal(clips.length, 3);
        for (const clip of clips) assert.ok(statSync(fileURLToPath(clip)).size < 60_000);
      }));
      test('whom to call in danger stands before all else', () => open({}, async (page) => {
        for (const place of ['shared/help-lines.html', 'shared/find-help.html']) {
          await page.goto(pageAt(language, place));
          assert.ok(await page.$eval('.prose > .opening > :first-child', (one) => one.matches('.callout-caution')), place);
        }
      }));
    });
  }

  test('on a phone a table becomes cards that name their columns, and stays a table for a screen reader', () => open({}, async (page) => {
    await page.setViewport({ width: 320, height: 640 });
    await page.goto(pageAt('en', 'shared/help-lines.html', 'harrow-vale'));
    const table = await page.$eval('main table', (one) => ({
      display: getComputedStyle(one.rows[1]).display,
      label: getComputedStyle(one.rows[1].cells[1], '::before').content,
      head: one.querySelector('thead th:nth-child(2)').textContent,
      roles: ['thead th', 'tbody tr', 'tbody td'].map((part) => one.querySelector(part).getAttribute('role')),
      wide: document.documentElement.scrollWidth,
    }));
    assert.equal(table.display, 'block');
    assert.equal(table.label, `"${table.head}"`);
    assert.deepEqual(table.roles, ['columnheader', 'row', 'cell']);
    assert.ok(table.wide <= 320, `${table.wide} px`);
    await page.setViewport({ width: 1280, height: 800 });
    assert.equal(await page.$eval('main table tr', (one) => getComputedStyle(one).display), 'table-row');
  }));

  test('a title is larger than the headings below it, at each width and in each theme', () => open({}, async (page) => {
    const size = (selector) => page.$$eval(selector, (all) => Math.max(0, ...all.filter((one) => one.checkVisibility()).map((one) => parseFloat(getComputedStyle(one).fontSize))));
    const files = [...['start', 'text', 'plan', 'faq', 'contacts'].map((type) => pageOf(type)), ...['civic', 'hearth', 'large-print'].map((theme) => everyComponent('en', theme))];
    for (const width of [320, 768, 1280]) {
      await page.setViewport({ width, height: 640 });
      for (const file of files) {
        await page.goto(fileUrl(file));
        const [first, second, third] = [await size('h1'), await size('main h2'), await size('main h3')];
        assert.ok(first > second && second >= third, `${file}, ${width}: ${first}, ${second}, ${third}`);
      }
    }
  }));

  test('a mail address breaks behind its @ only, and the size of the text never has a line of its own', () => open({}, async (page) => {
    let addresses = 0;
    for (const [width, place] of [[320, 'index.html'], [320, 'shared/find-help.html'], [768, 'manager/plan/write-the-plan.html'], [1280, 'manager/plan/write-the-plan.html']]) {
      await page.setViewport({ width, height: 640 });
      await page.goto(pageAt('en', place, 'meander'));
      const broken = await page.$$eval('a[href^="mailto:"]', (all) => all.filter((one) => one.checkVisibility()).map((one) => {
        const lines = (node) => { const range = document.createRange(); range.selectNodeContents(node); return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size; };
        const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
        const pieces = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node.data.trim()) pieces.push([node.data, lines(node)]);
        return pieces;
      }));
      addresses += broken.length;
      for (const [words, lines] of broken.flat()) assert.equal(lines, 1, `${place}, ${width}: ${words}`);
      const size = await page.$eval('.reading', (one) => {
        const own = one.getBoundingClientRect();
        return [...one.parentNode.children].some((other) => other !== one && other.checkVisibility() && other.getBoundingClientRect().top < own.bottom && other.getBoundingClientRect().bottom > own.top);
      });
      assert.ok(size, `${place}, ${width}: alone`);
    }
    assert.ok(addresses >= 8, `${addresses} addresses`);
  }));

  test('what stands in the line below a title stands on one baseline, and none of it is cut', () => open({}, async (page) => {
    for (const [language, place, bundle] of [['en', 'manager/return/late-effects.html', 'generic'], ['nl', 'employee/plan/my-proposal.html', 'generic'], ['en', 'colleague/your-own-load.html', 'generic'], ['de', 'manager/plan/write-the-plan.html', 'holmberg']]) {
      for (const width of [320, 768, 1280]) {
        await page.setViewport({ width, height: 800 });
        await page.goto(fileUrl(path.join(dist, bundle, bundle === 'generic' ? 'everyone' : 'managers', 'site', language, place)));
        const seen = await page.evaluate(() => {
          const boxes = (selector) => { const range = document.createRange(); const one = document.querySelector(selector); if (!one || !one.textContent.trim()) return []; range.selectNodeContents(one); return [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1); };
          const words = ['.page-when', '.page-minutes > span', '.situation summary > span'].map((selector) => boxes(selector).pop()).filter(Boolean);
          const when = document.querySelector('.page-when');
          return { bottoms: words.map((box) => box.bottom), cut: Boolean(when) && when.getClientRects().length > 0 && getComputedStyle(when).overflow !== 'visible' };
        });
        assert.equal(seen.cut, false, `${language}/${place}, ${width}`);
        for (const bottom of seen.bottoms) {
          for (const other of seen.bottoms) assert.ok(Math.abs(bottom - other) < 1 || Math.abs(bottom - other) > 12, `${language}/${place}, ${width}: ${seen.bottoms}`);
        }
      }
    }
  }));

  test('a code to scan is black on white in the dark too', () => open({ colours: 'dark' }, async (page) => {
    await page.goto(fileUrl(everyComponent('en')));
    assert.equal(await page.$eval('.qr-code svg', (one) => { const [ground, dots] = one.querySelectorAll('path'); const box = ground.getBoundingClientRect(); const whole = one.getBoundingClientRect(); return [getComputedStyle(ground).fill, getComputedStyle(dots).fill, box.width >= whole.width - 1].join(' '); }), 'rgb(255, 255, 255) rgb(0, 0, 0) true');
  }));

  test('the plan shows its main buttons, and keeps the others behind one more', () => open({ width: 1280, height: 800 }, async (page) => {
    await page.goto(pageAt('en', 'manager/plan/write-the-plan.html', 'meander'));
    const shown = () => page.$$eval('.plan .tools > button, .plan .file-button', (all) => all.filter((one) => one.checkVisibility()).length);
    assert.equal(await shown(), 7);
    await page.focus('.plan .tools-more summary');
    await page.keyboard.press('Enter');
    assert.equal(await shown(), 11);
  }));

  for (const language of languages) {
    test(`${language}: what is said in a clip stands there once, with script and without`, async () => {
      for (const scripts of [true, false]) {
        await open({ scripts }, async (page) => {
          await page.goto(pageAt(language, 'manager/disclosure/first-five-minutes.html'));
          const shown = await page.$eval('#clip ~ .media', (one) => [...one.querySelectorAll('.cue, .media-transcript')].map((text) => [text.className, text.checkVisibility()]));
          assert.ok(shown.some(([name]) => name === 'cue'));
          for (const [name, is] of shown) assert.equal(is, name === 'media-transcript', name);
        });
      }
    });
    test(`${language}: no label says again what the title says, and the doctor comes before the desk`, () => open({}, async (page) => {
      for (const place of ['easy/index.html', 'easy/told.html', 'index.html', 'shared/looking-different.html']) {
        await page.goto(pageAt(language, place, language === 'de' ? 'wollgras' : 'generic'));
        const easy = { en: 'In easy words', nl: 'In makkelijke woorden', fr: 'En mots simples', de: 'In einfachen Worten' }[language];
        const labels = await page.$$eval('.when-label, .page-when', (all) => all.map((one) => one.textContent));
        assert.deepEqual(labels.filter((one) => one.includes(easy)), [], place);
        const people = await page.$$eval('.start-people .person-name, .rail-people b, .contacts .person-name', (all) => all.map((one) => one.textContent));
        const [doctor, desk] = await page.$$eval('#tb-people b', (all) => all.map((one) => one.textContent));
        assert.ok(people.indexOf(doctor) >= 0 && people.indexOf(doctor) < people.indexOf(desk), `${place}: ${people}`);
      }
    }));
    test(`${language}: the name of the step is whole on a phone`, () => open({ width: 320, height: 640 }, async (page) => {
      for (const step of ['prepare', 'disclosure', 'treatment', 'plan', 'return', 'change']) {
        await page.goto(pageAt(language, `manager/${step}/index.html`));
        const line = await page.$eval('.path-line a > :last-child', (one) => ({ cut: one.scrollWidth > one.clientWidth + 1, height: one.closest('.path').offsetHeight, right: one.getBoundingClientRect().right }));
        assert.ok(!line.cut && line.right <= 320 && line.height <= 52, `${step}: ${JSON.stringify(line)}`);
      }
    }));
  }

  test('on a phone no logo lies under what stands beside it, in any organisation and language', () => open({ width: 320, height: 640 }, async (page) => {
    const starts = bundles.flatMap(({ pages }) => pages.filter((file) => /\/site\/[a-z]{2}\/index\.html$/.test(file)));
    assert.ok(starts.length > 10);
    for (const start of starts) {
      await page.goto(fileUrl(start));
      const [logoEnds, nextBegins] = await page.$eval('.bar', (bar) => {
        const logo = bar.querySelector('.brand-logo');
        const next = [...bar.children].find((one) => !one.matches('.brand, .skip') && one.getBoundingClientRect().width > 0);
        return [logo ? logo.getBoundingClientRect().right : 0, next.getBoundingClientRect().left];
      });
      assert.ok(logoEnds <= nextBegins, `${start}: ${logoEnds} > ${nextBegins}`);
    }
  }));
  test('in the dark each organisation shows the logo made for it, or its own on a light ground', () => open({}, async (page) => {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    const withLogo = [...new Set(bundles.map(({ profile }) => profile))].filter((profile) => /^ +logo: /m.test(readFileSync(path.join(root, 'profiles', `${profile}.yaml`), 'utf8')));
    assert.ok(withLogo.length >= 5, String(withLogo));
    for (const profile of withLogo) {
      const isForDark = /^ +logo-dark: /m.test(readFileSync(path.join(root, 'profiles', `${profile}.yaml`), 'utf8'));
      await page.goto(fileUrl(path.join(bundles.find((bundle) => bundle.profile === profile).folder, 'index.html')));
      const logo = await page.$eval('.brand-logo', (one) => ({ file: one.currentSrc.split('/').pop(), ground: getComputedStyle(one).backgroundColor }));
      assert.ok(isForDark ? logo.file.startsWith('logo-dark') : logo.ground === 'rgb(255, 255, 255)', `${profile}: ${JSON.stringify(logo)}`);
    }
  }));
}, ['chrome']);
