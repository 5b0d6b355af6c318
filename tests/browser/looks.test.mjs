// What a page looks like for the reader who opens it: urgent help first, cards on phones, a logo that shows in the
// dark, dates below the text, and a talk to watch that says what it is.
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import test, { describe } from 'node:test';
import { fileURLToPath } from 'node:url';
import { fileUrl, siteBundles } from './support/bundles.mjs';
import { inEachBrowser } from './support/each-browser.mjs';

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
          assert.equal(await page.$eval('.prose > .opening > :first-child', (one) => one.className), 'callout callout-caution', place);
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
