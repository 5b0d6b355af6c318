// The sample themes that extend the default one: legible in light and dark, as wide as a phone, and each with a look of
// its own. What they may not drop is an error of the build (theme-drops-safeguard).
import assert from 'node:assert/strict';
import test from 'node:test';
import { fileUrl } from './support/bundles.mjs';
import { everyComponent } from './support/components-project.mjs';
import { faintTexts } from './support/contrast.mjs';
import { inEachBrowser } from './support/each-browser.mjs';

const looks = {
  civic: { 'border-radius of a sheet': ['.sheet', 'borderTopLeftRadius', '0px'] },
  hearth: { 'paper the colour of flour': ['body', 'backgroundColor', 'rgb(253, 243, 231)'] },
  'large-print': { 'text of 22 px': ['html', 'fontSize', '22px'] },
};

inEachBrowser((open) => {
  for (const [theme, look] of Object.entries(looks)) {
    test(`${theme}: each text has its contrast, nothing is wider than a phone, the look is its own`, () => open({}, async (page, watch) => {
      await page.goto(fileUrl(everyComponent('en', theme)));
      for (const [what, [selector, property, expected]] of Object.entries(look)) {
        assert.equal(await page.$eval(selector, (one, name) => getComputedStyle(one)[name], property), expected, what);
      }
      for (const value of ['light', 'dark']) {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }, { name: 'prefers-reduced-motion', value: 'reduce' }]);
        assert.deepEqual((await page.evaluate(faintTexts)).faint, [], value);
      }
      await page.setViewport({ width: 320, height: 640 });
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 320, 'wider than a phone');
      assert.deepEqual(watch.errors, []);
    }));
  }
}, ['chrome']);
