// A bundle opens from a double click: every page, from file://, in each browser, without a console error, a failed
// request or a request outside itself.
import assert from 'node:assert/strict';
import test from 'node:test';
import { browserNames, launch, withPage } from './support/browsers.mjs';
import { fileUrl, siteBundles } from './support/bundles.mjs';

const bundles = siteBundles();

test('there are bundles to look at', () => {
  assert.ok(bundles.length >= 3, `only ${bundles.length} bundles in dist`);
});

for (const name of browserNames) {
  test(`every page of every bundle opens from disk in ${name}`, async (t) => {
    const browser = await launch(name);
    t.after(() => browser.close());
    for (const { profile, bundle, folder, pages } of bundles) {
      await t.test(`${profile}/${bundle}: ${pages.length} pages`, async () => {
        await withPage(browser, { allowed: [fileUrl(folder)] }, async (page, watch) => {
          for (const file of pages) {
            await page.goto(fileUrl(file));
            const seen = await page.evaluate(() => ({
              title: document.title,
              headings: document.querySelectorAll('h1').length,
              language: document.documentElement.lang,
            }));
            assert.ok(seen.title.length > 0, `${file} has no title`);
            assert.equal(seen.headings, 1, `${file} has ${seen.headings} h1`);
            assert.match(seen.language, /^[a-z]{2}/, `${file} has no language`);
            assert.deepEqual(watch.errors, [], `${file} had errors`);
          }
        });
      });
    }
  });
}
