// Drawings stand in the page and take the theme's colours, whatever the reader's; other pictures keep their room free.
import assert from 'node:assert/strict';
import test from 'node:test';
import { fileUrl } from './support/bundles.mjs';
import { everyComponent } from './support/components-project.mjs';
import { inEachBrowser } from './support/each-browser.mjs';

const colourOf = (page, selector, property) => page.$eval(selector, (one, name) => getComputedStyle(one)[name], property);

// A colour as the browser computes it: the fill of an element that has it.
const computed = (page, colour) => page.evaluate((value) => {
  const probe = document.createElement('i');
  probe.style.color = value;
  document.body.append(probe);
  const result = getComputedStyle(probe).color;
  probe.remove();
  return result;
}, colour);

inEachBrowser((open) => {
  for (const colours of ['light', 'dark']) {
    test(`a drawing has the organisation's colours, not the file's, when the reader likes it ${colours}`, () => open({ colours }, async (page) => {
      await page.goto(fileUrl(everyComponent('en')));
      assert.equal(await colourOf(page, '.drawing .ink', 'fill'), await computed(page, 'var(--primary)'));
      assert.equal(await colourOf(page, '.drawing .warm', 'fill'), await computed(page, 'var(--accent)'));
      assert.equal(await colourOf(page, '.drawing .soft', 'fill'), await computed(page, 'var(--primary-tint)'));
      assert.equal(await colourOf(page, '.drawing .line', 'stroke'), await computed(page, 'var(--primary)'));
    }));
  }

  test('where the reader has colours of their own, a drawing has those', () => open({}, async (page) => {
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    await page.goto(fileUrl(everyComponent('en')));
    assert.equal(await colourOf(page, '.drawing .ink', 'fill'), await computed(page, 'CanvasText'));
    assert.equal(await colourOf(page, '.drawing .paper', 'fill'), await computed(page, 'Canvas'));
    assert.equal(await colourOf(page, '.drawing .line', 'stroke'), await computed(page, 'CanvasText'));
  }));

  test('on paper a drawing is grey, so that no ink is spent on colours', () => open({}, async (page) => {
    await page.goto(fileUrl(everyComponent('en')));
    await page.emulateMediaType('print');
    const fills = await page.$$eval('.drawing [class]:not(.line):not(.cut)', (all) => [...new Set(all.map((one) => getComputedStyle(one).fill))]);
    assert.ok(fills.length >= 3);
    for (const fill of fills) assert.match(fill, /^rgb\((\d+), \1, \1\)$/);
  }));
}, ['chrome']);

inEachBrowser((open) => {
  test('a drawing has words for those who do not see it, and no request of its own', () => open({}, async (page, watch) => {
    await page.goto(fileUrl(everyComponent('en')));
    const drawing = await page.$eval('.figure .drawing', (one) => ({ role: one.getAttribute('role'), words: one.getAttribute('aria-label'), width: one.getBoundingClientRect().width }));
    assert.equal(drawing.role, 'img');
    assert.ok(drawing.words.length > 10);
    assert.ok(drawing.width > 100);
    assert.deepEqual(watch.requests.filter((one) => one.endsWith('.svg') && !one.endsWith('favicon.svg')), []);
  }));

  test('a picture that is a file says its size, so that nothing moves when it comes', () => open({}, async (page) => {
    await page.goto(fileUrl(everyComponent('en')));
    const picture = await page.$eval('main img[src$="first-talk.png"]:not(.media-poster)', async (one) => {
      one.loading = 'eager';
      await one.decode();
      return { said: [one.getAttribute('width'), one.getAttribute('height')], real: [String(one.naturalWidth), String(one.naturalHeight)] };
    });
    assert.deepEqual(picture.said, picture.real);
  }));
});
