// The reader says which situation fits, and the pages follow: at once, said aloud, undone with one button, carried by
// links, and nowhere but in memory and in the address behind the "#".
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test, { after, before, describe } from 'node:test';
import { fileUrl } from './support/bundles.mjs';
import { everyComponent } from './support/components-project.mjs';
import { inEachBrowser } from './support/each-browser.mjs';
import { everyone, languages, pageOf } from './support/page-types.mjs';
import { hears } from './support/readers.mjs';
import { serve } from './support/servers.mjs';

const text = pageOf('text'); // has passages on job-type
const words = (language) => {
  const read = { tailorbirdWords: {}, tailorbirdDimensions: {} };
  const file = path.join(path.dirname(pageOf('start', language)), `../assets/words-${language}.js`);
  new Function('window', readFileSync(file, 'utf8'))(read);
  return read;
};

// Which passages about `dimension` show: [{ when, isShown }].
const passages = (page, dimension) => page.evaluate((name) => [...document.querySelectorAll('article [data-when]')]
  .filter((one) => one.dataset.when.startsWith(`${name}=`) && !one.dataset.when.includes(';'))
  .map((one) => ({ when: one.dataset.when, isShown: one.getClientRects().length > 0 })), dimension);
const choose = (page, dimension, value) => page.evaluate((name, wanted) => {
  document.querySelector(`.situation input[name="${name}"][value="${wanted}"]`).click();
}, dimension, value);
const narrowed = (language, hidden) => (hidden === 1 ? words(language).tailorbirdWords['situation-narrowed-one']
  : words(language).tailorbirdWords['situation-narrowed'].replace('{hidden}', String(hidden)));

inEachBrowser((open) => {
  for (const language of languages) {
    test(`a choice hides what does not fit, says so, and "show everything" brings it back, in ${language}`, () => open({}, async (page, watch) => {
      await page.goto(fileUrl(pageOf('text', language)));
      const all = await passages(page, 'job-type');
      assert.ok(all.length >= 2 && all.every((one) => one.isShown), `${all.length} passages on job-type`);
      await choose(page, 'job-type', 'desk');
      const left = await passages(page, 'job-type');
      for (const { when, isShown } of left) {
        assert.equal(isShown, when.slice('job-type='.length).split(',').includes('desk'), when);
      }
      assert.ok(left.some((one) => !one.isShown), 'nothing was hidden');
      const hidden = await page.evaluate(() => document.querySelectorAll('article .is-off').length);
      await hears(page, narrowed(language, hidden));
      assert.equal(new URL(page.url()).hash, '#job-type=desk');
      await page.click('[data-show-all]');
      assert.deepEqual(await passages(page, 'job-type'), all);
      await hears(page, words(language).tailorbirdWords['situation-all']);
      assert.equal(new URL(page.url()).hash, '');
      assert.deepEqual(watch.errors, []);
    }));
  }

  test('in "who does what" the reader\u2019s own part comes first in each row, and goes back when the choice is undone', () => open({}, async (page, watch) => {
    await page.goto(fileUrl(pageOf('responsibilities')));
    // The order in which it is read, heard and tabbed through; own parts in bold.
    const rows = () => page.evaluate(() => [...document.querySelectorAll('.responsibilities .roles')]
      .map((list) => [...list.children].map((cell) => (cell.classList.contains('is-own') ? '*' : '') + cell.textContent)));
    const before = await rows();
    assert.ok(before.some((cells) => cells.findIndex((cell) => cell.startsWith('Employee')) > 0), JSON.stringify(before));
    assert.equal(before.flat().some((cell) => cell.startsWith('*')), false, 'nobody has chosen yet');
    for (const [value, name] of [['employee', 'Employee'], ['hr', 'HR or case manager']]) {
      await choose(page, 'audience', value);
      const all = await rows();
      for (const [index, cells] of all.entries()) {
        const own = before[index].filter((cell) => cell.startsWith(`${name} `));
        assert.deepEqual(cells, [...own.map((cell) => `*${cell}`), ...before[index].filter((cell) => !own.includes(cell))]);
      }
      assert.ok(all.flat().some((cell) => cell.startsWith('*')));
    }
    await page.reload();
    assert.ok((await rows()).flat().some((cell) => cell.startsWith('*HR')), 'the choice in the address counts at once');
    await page.click('[data-show-all]');
    assert.deepEqual(await rows(), before);
    assert.deepEqual(watch.errors, []);
  }));

  test('a choice follows through links to the next page, and to the same page in another language', () => open({}, async (page) => {
    await page.goto(fileUrl(text));
    await choose(page, 'job-type', 'physical');
    await Promise.all([page.waitForNavigation(), page.evaluate(() => document.querySelector('.languages a[hreflang="nl"]').click())]);
    assert.equal(new URL(page.url()).hash, '#job-type=physical');
    assert.ok((await passages(page, 'job-type')).every(({ when, isShown }) => isShown === when.includes('physical')));
    await Promise.all([page.waitForNavigation(), page.evaluate(() => document.querySelector('.menu a').click())]);
    assert.equal(new URL(page.url()).hash, '#job-type=physical');
  }));

  test('a link to a place on the page keeps the choice, and goes to that place', () => open({}, async (page) => {
    await page.goto(`${fileUrl(pageOf('plan'))}#job-type=desk`);
    const place = await page.evaluate(() => {
      const link = document.querySelector('.kept-note a');
      link.click();
      return link.hash.slice(1).split('&')[0];
    });
    await page.waitForFunction(() => location.hash.includes('job-type=desk'), { timeout: 3000 });
    assert.equal(new URL(page.url()).hash, `#${place}&job-type=desk`);
    await page.reload();
    assert.equal(await page.evaluate(() => document.activeElement.id), place, 'the focus is not at the place');
  }));

  test('what the address says and the site does not declare is ignored and does not stay', () => open({}, async (page, watch) => {
    for (const hash of ['#job-type=astronaut', '#cancer=yes', '#__proto__=x&constructor=y', '#a=b&job-type=%3Cscript%3E', '#=&&==', '#%E0%A4%A']) {
      await page.goto('about:blank');
      await page.goto(fileUrl(text) + hash);
      assert.ok((await passages(page, 'job-type')).every((one) => one.isShown), hash);
      assert.deepEqual(await page.evaluate(() => window.tailorbird.situation.chosen()), {}, hash);
      await choose(page, 'job-type', 'desk');
      assert.match(new URL(page.url()).hash, /^#([^=&]*&)?job-type=desk$/, hash);
    }
    assert.deepEqual(watch.errors, []);
  }));

  test('behind the "#" stand declared values and a heading, whatever is chosen', () => open({}, async (page) => {
    const declared = words('en').tailorbirdDimensions;
    await page.goto(fileUrl(text));
    const inputs = await page.evaluate(() => [...document.querySelectorAll('.situation input')].map((one) => [one.name, one.value]));
    assert.ok(inputs.length > 4);
    for (const [name, value] of inputs) {
      await choose(page, name, value);
      for (const piece of new URL(page.url()).hash.slice(1).split('&').filter(Boolean)) {
        const [dimension, chosen] = piece.split('=');
        assert.ok(declared[dimension]?.includes(chosen), piece);
      }
    }
  }));

  describe('where a host refuses scripts', () => {
    let site = null;
    before(async () => { site = await serve(everyone, { headers: { 'content-security-policy': "script-src 'none'" } }); });
    after(() => site.close());
    for (const language of languages) {
      test(`every variant is there, each with the words that say for whom, in ${language}`, () => open({ allowed: ['http://127.0.0.1'] }, async (page) => {
        await page.goto(`${site.address}${language}/manager/return/late-effects.html`);
        const variants = await page.evaluate(() => [...document.querySelectorAll('article [data-when]')].map((one) => ({
          isShown: one.getClientRects().length > 0,
          isLabelled: (one.querySelector('.when-label')?.getClientRects().length ?? 0) > 0,
        })));
        assert.ok(variants.length >= 2);
        assert.deepEqual(variants.filter((one) => !one.isShown || !one.isLabelled), []);
        assert.equal(await page.$eval('.situation', (one) => one.getClientRects().length), 0, 'a form that does nothing shows');
      }));
    }
  });

  describe('in a sandboxed frame', () => {
    let site = null;
    before(async () => { site = await serve(everyone); });
    after(() => site.close());
    test('a choice works although the frame refuses storage and history', () => open({ allowed: ['http://127.0.0.1', 'file://'] }, async (page, watch) => {
      const address = `${site.address}en/manager/return/late-effects.html`;
      await page.goto(`${site.origin}/frame?sandbox=allow-scripts&src=${encodeURIComponent(address)}`);
      const frame = page.frames().find((one) => one.url().startsWith(address)) ?? await page.waitForFrame((one) => one.url().startsWith(address));
      await frame.waitForSelector('.situation input');
      await choose(frame, 'job-type', 'desk');
      await frame.waitForFunction(() => document.querySelectorAll('article .is-off').length > 0, { timeout: 3000 });
      assert.ok((await passages(frame, 'job-type')).some((one) => !one.isShown));
      await frame.evaluate(() => document.querySelector('[data-show-all]').click());
      assert.ok((await passages(frame, 'job-type')).every((one) => one.isShown));
      assert.deepEqual(watch.errors.filter((one) => one.startsWith('script:')), []);
    }));
  });

  describe('on a narrow screen', () => {
    const narrow = { width: 360, height: 700 };
    const form = (page) => page.evaluate(() => ({ isOpen: document.querySelector('.situation details').open,
      summary: document.querySelector('.situation summary').innerText.replace(/\s+/g, ' ').trim(),
      height: document.querySelector('.situation').getBoundingClientRect().height }));
    test('the choice is closed, says what is shown, and leaves the first screen to the text', () => open(narrow, async (page) => {
      for (const [language, words] of [['en', 'Showing: everything change'], ['nl', 'Je ziet: alles wijzig'], ['fr', 'Vous voyez : tout changer']]) {
        await page.goto(fileUrl(pageOf('text', language)));
        const seen = await form(page);
        assert.deepEqual([seen.isOpen, seen.summary], [false, words]);
        assert.ok(seen.height < 40, `${seen.height} px high`);
        assert.ok(await page.$eval('h1', (one) => one.getBoundingClientRect().bottom) < 200, 'the title is not on the first screen');
        assert.ok(await page.$eval('.menu', (one) => one.getBoundingClientRect().height) < 70, 'the menu covers the first screen');
      }
    }));
    test('it opens by keyboard, stays open while it is used, and its summary follows', () => open(narrow, async (page) => {
      await page.goto(fileUrl(text));
      await page.focus('.situation summary');
      await page.keyboard.press('Enter');
      await choose(page, 'job-type', 'desk');
      const label = await page.$eval('.situation input[value="desk"] + span', (one) => one.textContent);
      const chosen = await form(page);
      assert.deepEqual([chosen.isOpen, chosen.summary], [true, `Showing: ${label} change`]);
      await hears(page, 'Showing what fits.');
    }));
    test('"show everything" is there without opening it, and gives the focus back to the summary', () => open(narrow, async (page) => {
      await page.goto(`${fileUrl(text)}#job-type=desk`);
      assert.equal((await form(page)).isOpen, false);
      await page.click('[data-show-all]');
      assert.equal((await form(page)).summary, 'Showing: everything change');
      assert.equal(await page.evaluate(() => document.activeElement.tagName), 'SUMMARY');
    }));
    test('turning the screen opens the menu', () => open(narrow, async (page) => {
      await page.goto(fileUrl(text));
      await page.setViewport({ width: 1000, height: 360 });
      await page.waitForFunction(() => document.querySelector('.menu details').open, { timeout: 3000 });
    }));
  });

  test('on a wide screen it is one line too, and stays open while the reader chooses', () => open({}, async (page) => {
    const isOpen = () => page.$eval('.situation details', (one) => one.open);
    await page.goto(fileUrl(text));
    assert.equal(await isOpen(), false);
    await page.click('.situation summary');
    await choose(page, 'job-type', 'desk');
    assert.equal(await isOpen(), true);
    await page.reload();
    assert.equal(await isOpen(), false);
  }));

  test('one item of a checklist hides too, and its progress counts what is left', () => open({}, async (page) => {
    await page.goto(fileUrl(everyComponent('en')));
    assert.equal(await page.$eval('.checklist-progress', (one) => one.textContent), '0 of 3 done');
    await choose(page, 'phase', 'plan');
    assert.equal(await page.$eval('.checklist-progress', (one) => one.textContent), '0 of 2 done');
  }));
});
