// A bundle opens from a double click: from file://, in each browser, without a console error, a failed request or a
// request outside itself, and is well-formed XML too, for tools that read it as that. Each bundle shows pages from all
// over it; EVERY_PAGE=1 opens them all.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { browserNames, launch, withPage } from './support/browsers.mjs';
import { fileUrl, siteBundles } from './support/bundles.mjs';

const bundles = siteBundles();

// The first page, and evenly spread others: each bundle starts elsewhere, so that together they cover the content.
function sample(pages, start) {
  if (process.env.EVERY_PAGE) return pages;
  const step = Math.ceil(pages.length / 8);
  return pages.filter((file, index) => index === pages.length - 1 || index % step === start % step);
}

test('there are bundles to look at', () => {
  assert.ok(bundles.length >= 3, `only ${bundles.length} bundles in dist`);
});

for (const name of browserNames) {
  test(`pages of every bundle open from disk in ${name}`, async (t) => {
    const browser = await launch(name);
    t.after(() => browser.close());
    for (const [number, { profile, bundle, folder, pages }] of bundles.entries()) {
      await t.test(`${profile}/${bundle}`, async () => {
        await withPage(browser, { allowed: [fileUrl(folder)] }, async (page, watch) => {
          for (const file of sample(pages, number)) {
            await page.goto(fileUrl(file));
            const seen = await page.evaluate((text) => ({
              title: document.title,
              headings: document.querySelectorAll('h1').length,
              language: document.documentElement.lang,
              xml: new DOMParser().parseFromString(text, 'application/xhtml+xml').querySelector('parsererror')?.textContent ?? '',
            }), readFileSync(file, 'latin1'));
            assert.ok(seen.title.length > 0, `${file} has no title`);
            assert.equal(seen.headings, 1, `${file} has ${seen.headings} h1`);
            assert.equal(seen.xml, '', `${file} is not well-formed XML`);
            assert.match(seen.language, /^[a-z]{2}/, `${file} has no language`);
            assert.deepEqual(watch.errors, [], `${file} had errors`);
          }
        });
      });
    }
  });
}
