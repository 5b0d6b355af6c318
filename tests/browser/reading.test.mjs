// Ease of reading: the size of the text stays as chosen for the visit, and the page is read aloud by a voice of the
// device alone, when asked.
import assert from 'node:assert/strict';
import test from 'node:test';
import { fileUrl } from './support/bundles.mjs';
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

inEachBrowser((open) => {
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
