// Contrast where axe cannot decide: each text against every colour that may lie behind it, colours of gradients and what
// shines through others included, in light, in dark, in the reader's own colours and on paper (WCAG 2.2, 1.4.3).
import assert from 'node:assert/strict';
import test from 'node:test';
import { fileUrl } from './support/bundles.mjs';
import { faintTexts } from './support/contrast.mjs';
import { inEachBrowser } from './support/each-browser.mjs';
import { pageTypes } from './support/page-types.mjs';

const modes = {
  light: [{ name: 'prefers-color-scheme', value: 'light' }],
  dark: [{ name: 'prefers-color-scheme', value: 'dark' }],
  'forced colours': [{ name: 'forced-colors', value: 'active' }],
  'forced colours, dark': [{ name: 'forced-colors', value: 'active' }, { name: 'prefers-color-scheme', value: 'dark' }],
};

inEachBrowser((open) => {
  test('each text has the contrast it needs, on pages of each type', () => open({}, async (page) => {
    const session = await page.createCDPSession();
    for (const { type, file } of pageTypes('en')) {
      await page.goto(fileUrl(file));
      await page.evaluate(() => { for (const details of document.querySelectorAll('details:not([data-narrow])')) details.open = true; });
      for (const [mode, features] of Object.entries(modes)) {
        await session.send('Emulation.setEmulatedMedia', { features: [...features, { name: 'prefers-reduced-motion', value: 'reduce' }] });
        const { texts, faint } = await page.evaluate(faintTexts);
        assert.ok(texts > 30, `${type}: only ${texts} texts`);
        assert.deepEqual(faint, [], `${type}, ${mode}`);
      }
    }
  }));

  test('a text that is too faint is found, over a gradient too', () => open({}, async (page) => {
    await page.setContent('<style>body { background: #fff } .a { color: #999 } .b { color: #000; background: linear-gradient(#fff, #333) } .c { color: #555 }</style><p class="a">a</p><p class="b">b</p><p class="c">c</p>');
    const { texts, faint } = await page.evaluate(faintTexts);
    assert.equal(texts, 3);
    assert.deepEqual(faint.map((one) => one.slice(0, 4)), ['P .a', 'P .b']);
  }));
}, ['chrome']);
