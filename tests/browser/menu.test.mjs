// The menu and the steps say their words whole, in one row, at each width of a desk and in each language, long ones too.
import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { fileUrl } from './support/bundles.mjs';
import { mainBrowserNames } from './support/browsers.mjs';
import { inEachBrowser } from './support/each-browser.mjs';
import { everyone, languages, pageOf } from './support/page-types.mjs';

const widths = [1024, 1100, 1200, 1280, 1366, 1440, 1600];

// Words in the header and the line of steps that run out of what shows them: a box that cuts, or the screen.
function cutWords() {
  const cut = [];
  for (const one of document.querySelectorAll('.site-header *, .path *')) {
    const words = [...one.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!words.length || one.closest('.sr, .language-name') || !one.checkVisibility() || one.offsetWidth < 2) continue; // for listeners only
    const range = document.createRange();
    range.selectNodeContents(one);
    const box = range.getBoundingClientRect();
    let [left, right] = [0, document.documentElement.clientWidth];
    for (let around = one; around !== document.body; around = around.parentElement) {
      if (getComputedStyle(around).overflowX === 'visible') continue;
      const frame = around.getBoundingClientRect();
      [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)];
    }
    if (box.left < left - 1 || box.right > right + 1) cut.push(one.textContent.trim());
  }
  return cut;
}

const shownIn = (page, selector) => page.$$eval(selector, (all) => all.filter((one) => one.checkVisibility()).map((one) => one.textContent));
const rows = (page) => page.$$eval('.menu-panel > ul:first-child > li', (all) => new Set(all.filter((one) => one.checkVisibility()).map((one) => one.offsetTop)).size);

inEachBrowser((open, name) => {
  test('no word of the menu or of the steps is cut, from 1024 to 1600 pixels', () => open({}, async (page) => {
    for (const language of languages) {
      await page.goto(fileUrl(pageOf('text', language)));
      const all = (await page.$$eval('.menu-panel > ul:first-child a', (links) => links.length));
      for (const width of name === 'chrome' ? widths : [1024, 1280]) {
        await page.setViewport({ width, height: 800 });
        await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
        assert.deepEqual(await page.evaluate(cutWords), [], `${language}, ${width}`);
        assert.equal(await rows(page), 1, `${language}, ${width}`);
        assert.equal(await page.$$eval('.menu-panel > ul:first-child a', (links) => links.length), all, 'an entry is lost');
      }
    }
  }));

  test('words as long as those of other languages, in the largest size, are whole too', () => open({ width: 1024 }, async (page) => {
    await page.goto(fileUrl(pageOf('text')));
    await page.evaluate(() => {
      for (const label of document.querySelectorAll('.path-label')) label.textContent = 'Wiedereingliederung vorbereiten';
      for (const link of document.querySelectorAll('.menu li:not(.menu-more) > a')) link.textContent = 'Betriebliches Eingliederungsmanagement';
      document.documentElement.lang = 'de';
      document.querySelector('.reading [data-action="size"]').click();
    });
    await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
    assert.deepEqual(await page.evaluate(cutWords), []);
    assert.equal(await rows(page), 1);
  }));

  test('what the row has no room for waits behind "More", and where one is stays in sight', () => open({ width: 1280 }, async (page) => {
    await page.goto(fileUrl(pageOf('text')));
    const menu = '.menu-panel > ul:first-child > li:not(.menu-more) > a';
    const all = await page.$$eval('.menu li:not(.menu-more) > a', (links) => links.filter((one) => !one.closest('.menu-languages')).length);
    const first = await shownIn(page, menu);
    assert.ok(first.includes('For managers') && first.length < all, JSON.stringify(first));
    await page.click('.menu-more summary');
    const rest = await shownIn(page, '.menu-more li a');
    assert.equal(first.length + rest.length, all);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the list behind "More" makes the page wider');
    await page.keyboard.press('Escape');
    assert.deepEqual(await shownIn(page, '.menu-more li a'), []);
    // Who says who one is sees one's own part first, and what is left fits.
    await page.goto(`${fileUrl(path.join(everyone, 'en/shared/index.html'))}#audience=employee`);
    assert.deepEqual(await shownIn(page, '.menu-more'), []);
    assert.ok((await shownIn(page, menu)).includes('For you'));
  }));

  if (name === 'chrome') test('without script all entries show, in two rows where one is too short', () => open({ width: 1024, scripts: false }, async (page) => {
    await page.goto(fileUrl(pageOf('text')));
    assert.deepEqual(await page.evaluate(cutWords), []);
  }));
}, mainBrowserNames);
