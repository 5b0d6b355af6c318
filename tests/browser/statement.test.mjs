// The accessibility statement: each edition has one, each page leads to it, and its facts are those of the edition.
// Browsers are asked for the version alone; accessibility.test.mjs looks at it as one of the page types.
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { dist, fileUrl, siteBundles } from './support/bundles.mjs';
import { componentsSite } from './support/components-project.mjs';
import { inEachBrowser } from './support/each-browser.mjs';

const name = 'accessibility-statement.html';
const editions = siteBundles().flatMap(({ profile, bundle, folder, pages }) => [...new Set(pages.map((file) => path.relative(folder, file).split(path.sep)[0]))]
  .filter((language) => !language.endsWith('.html')).map((language) => ({ profile, bundle, language, folder: path.join(folder, language), pages })));
const textOf = (file) => readFileSync(file, 'latin1').replace(/<[^>]*>/g, ' ').replace(/&#(\d+);/g, (whole, code) => String.fromCodePoint(code)).replace(/\s+/g, ' ');

test('every page of every edition leads to the statement in its own language, from its foot', () => {
  assert.ok(editions.length >= 10);
  for (const { folder, pages } of editions) {
    for (const file of pages.filter((one) => one.startsWith(folder + path.sep))) {
      const foot = readFileSync(file, 'latin1').split('<footer class="site-footer">')[1] ?? '';
      const link = new RegExp(`href="([^"]*${name})"`).exec(foot);
      assert.ok(link, `${file} does not lead to it`);
      assert.equal(path.resolve(path.dirname(file), link[1]), path.join(folder, name));
    }
    assert.ok(statSync(path.join(folder, name)).isFile());
  }
});

test('its facts are the edition\'s: organisation, bundle, newest check, and people to tell', () => {
  const said = textOf(path.join(dist, 'meander/managers/site/nl', name));
  for (const fact of ['Meander', 'Voor leidinggevenden', 'WCAG 2.2', 'EN 301 549', '+31 00 000 0102']) assert.ok(said.includes(fact), fact);
  assert.match(said, /\b\d{1,2} [a-z]+ 20\d\d\b/, 'the newest check');
  assert.ok(textOf(path.join(dist, 'levain/everyone/site/fr', name)).includes('D\u00e9claration d\u2019accessibilit\u00e9'));
});

inEachBrowser((open) => test('each page shows the version of its own bytes, and the statement the one of the whole guide, which stands in build.json', async () => {
  const folder = path.join(dist, 'meander/managers/site/nl');
  for (const file of [name, 'index.html']) assert.match(textOf(path.join(folder, file)), /Versie [0-9a-f]{8}\b/);
  const { revision } = JSON.parse(readFileSync(path.join(dist, 'build.json'), 'utf8')).bundles['meander/managers/site'];
  assert.match(revision, /^[0-9a-f]{12}$/);
  await open({}, async (page) => {
    await page.goto(fileUrl(path.join(folder, name)));
    const row = await page.$('[data-component="guidance-version"]');
    assert.equal(await row.$eval('dd', (value) => value.textContent), revision);
    assert.ok(await row.isVisible());
  });
}));

test('it says what was not tested, in the words of its language', () => {
  const words = { en: 'What was not tested', nl: 'Wat niet is getest', fr: 'Ce qui n\u2019a pas \u00e9t\u00e9 test\u00e9', de: 'Was nicht gepr\u00fcft wurde' };
  for (const { folder, language } of editions) assert.ok(textOf(path.join(folder, name)).includes(words[language]), folder);
});

test('content with a page of its own on accessibility is linked from it; content without one has the statement all the same', () => {
  assert.match(readFileSync(path.join(dist, 'generic/everyone/site/en', name), 'latin1'), /href="shared\/accessibility\.html"/);
  const without = path.join(componentsSite(), 'fr', name);
  assert.ok(textOf(without).includes('L\u2019Auberge'));
  assert.doesNotMatch(readFileSync(without, 'latin1'), /href="[^"]*\/accessibility\.html"/);
});
