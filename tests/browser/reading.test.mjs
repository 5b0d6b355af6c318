// Ease of reading: the size of the text stays as chosen for the visit, and the page is read aloud by a voice of the
// device alone, when asked.
import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { dist, fileUrl, siteBundles } from './support/bundles.mjs';
import { inEachBrowser } from './support/each-browser.mjs';
import { pageOf } from './support/page-types.mjs';

// A speech service with these voices, which notes what it is asked to say.
function speechWith(voices) {
  window.said = [];
  Object.defineProperty(window, 'speechSynthesis', { value: { getVoices: () => voices, cancel() {}, speak(words) { window.said.push([words.voice.name, words.text]); }, addEventListener() {} } });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
}
const pressed = (page, action) => page.evaluate((name) => document.querySelector(`.reading [data-action="${name}"]`).click(), action);
const size = (page) => page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));

// The pages in easy words of each language, where a bundle has them.
const easyPages = siteBundles().filter(({ profile, bundle }) => /^(generic.everyone|wollgras.staff)$/.test(`${profile}/${bundle}`))
  .flatMap(({ pages }) => pages).filter((file) => /\/easy\/(?!index)[^/]+\.html$/.test(file));

inEachBrowser((open) => {
  test('in easy words each idea is a line with its own drawing, in larger letters, and hands no screen reader more to hear', () => open({ width: 320, height: 640 }, async (page) => {
    assert.ok(easyPages.length >= 36, `${easyPages.length} pages`);
    for (const file of easyPages) {
      await page.goto(fileUrl(file));
      const lines = await page.$$eval('.prose > p, .prose > ul > li, .prose > blockquote > p', (all) => all.map((one) => ({
        text: one.innerText.trim(), drawing: [...one.querySelectorAll('.drawing')].map((drawing) => [drawing.getBoundingClientRect().width, drawing.getAttribute('aria-hidden')]),
        size: parseFloat(getComputedStyle(one).fontSize), beside: one.getBoundingClientRect().left >= 0 && one.scrollWidth <= one.clientWidth,
      })));
      const bare = lines.filter((one) => one.text && !one.drawing.length && !/:$/.test(one.text)).slice(1); // the first line has the large picture
      assert.deepEqual(bare, [], file);
      const small = lines.filter((one) => one.text && one.drawing.length);
      assert.ok(small.length >= 9, `${file}: ${small.length} drawings`);
      for (const one of small) {
        assert.ok(one.drawing.length === 1 && one.drawing[0][0] >= 48 && one.drawing[0][1] === 'true' && one.beside, `${file}: ${JSON.stringify(one)}`);
        assert.ok(one.text.split(/\s+/).length <= 20, `${file}: ${one.text}`);
        assert.ok(one.size >= 21, `${file}: ${one.size} px`);
      }
    }
  }));

  test('the size of the text grows in three steps, stays on the next page, and goes with "clear everything"', () => open({ width: 320, height: 640 }, async (page) => {
    await page.goto(fileUrl(pageOf('text')));
    const usual = await size(page);
    await pressed(page, 'size');
    const large = await size(page);
    await pressed(page, 'size');
    const largest = await size(page);
    assert.ok(usual < large && large < largest, `${usual}, ${large}, ${largest}`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'wider than the screen');
    assert.equal(await page.$eval('.reading [data-action="size"]', (one) => one.getAttribute('aria-label')), 'Text size: step 3 of 3');
    await page.reload();
    assert.equal(await size(page), largest);
    await page.evaluate(() => document.querySelector('[data-action="clear"]').click());
    assert.equal(await size(page), usual);
    assert.deepEqual(await page.evaluate(() => [{ ...localStorage }, document.cookie]), [{}, '']);
  }));

  test('in each size of the text, on a phone, what frames the page is whole and lies on nothing', () => open({ width: 320, height: 640 }, async (page) => {
    for (const file of ['generic/everyone/site/nl/employee/plan/my-proposal.html', 'holmberg/managers/site/de/manager/plan/write-the-plan.html', 'levain/everyone/site/fr/manager/plan/write-the-plan.html', 'kanaal-link/managers/site/fr/index.html', 'generic/everyone/site/fr/shared/dates.html', 'generic/everyone/site/en/manager/prepare/ten-minutes.html', 'meander/managers/site/nl/manager/disclosure/index.html']) {
      await page.goto(fileUrl(path.join(dist, file)));
      for (const size of ['', 'is-large', 'is-largest']) {
        const wrong = await page.evaluate((name) => {
          document.documentElement.className = document.documentElement.className.replace(/is-large\w*/g, '') + ' ' + name;
          const words = (one) => { const range = document.createRange(); range.selectNodeContents(one); return range.getBoundingClientRect(); };
          const inside = (inner, outer) => inner.left >= outer.left - 1 && inner.right <= outer.right + 1 && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
          const found = [...document.querySelectorAll('.ways a, .exit')].filter((one) => one.checkVisibility() && ![...one.querySelectorAll('span')].filter((part) => part.checkVisibility()).every((part) => inside(words(part), one.getBoundingClientRect()))).map((one) => one.innerText);
          const row = [...document.querySelectorAll('.brand-names, .brand-logo, .menu summary, .search, .exit')].filter((one) => one.checkVisibility() && one.offsetWidth > 1).map((one) => (one.matches('.brand-names') ? words(one) : one.getBoundingClientRect()));
          row.forEach((box, index) => { if (index && box.left < row[index - 1].right - 1) found.push(`the header at ${Math.round(box.left)}`); });
          for (const day of document.querySelectorAll('.plan-days button')) if (day.scrollWidth > day.clientWidth + 1) found.push(day.textContent);
          return found.concat(document.documentElement.scrollWidth > innerWidth ? ['wider than the screen'] : []);
        }, size);
        assert.deepEqual(wrong, [], `${file}, ${size}`);
      }
    }
  }));

  test('a page is read aloud when asked, by a voice of this device in its language', () => open({}, async (page) => {
    await page.evaluateOnNewDocument(speechWith, [{ name: 'far', lang: 'en-GB', localService: false }, { name: 'other', lang: 'nl-NL', localService: true }, { name: 'near', lang: 'en-GB', localService: true }]);
    await page.goto(fileUrl(pageOf('text')));
    assert.deepEqual(await page.evaluate(() => window.said), [], 'nobody asked');
    await pressed(page, 'aloud');
    const said = await page.evaluate(() => window.said);
    assert.ok(said.length > 5 && said.every(([voice]) => voice === 'near'));
    assert.equal(said[0][1], await page.$eval('h1', (one) => one.textContent));
    assert.equal(await page.$eval('.reading [data-action="aloud"]', (one) => one.getAttribute('aria-pressed')), 'true');
  }));

  test('without such a voice it is not offered, so that no text goes to a server', () => open({}, async (page) => {
    await page.evaluateOnNewDocument(speechWith, [{ name: 'far', lang: 'en-GB', localService: false }]);
    await page.goto(fileUrl(pageOf('text')));
    assert.equal(await page.$eval('.reading [data-action="aloud"]', (one) => one.getClientRects().length), 0);
  }));
}, ['chrome']);
