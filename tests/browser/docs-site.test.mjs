// The documentation as a site that Tailorbird makes of docs/: found by its own search, from disk, on a narrow screen too.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { fileUrl } from './support/bundles.mjs';
import { inEachBrowser } from './support/each-browser.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const program = process.env.TAILORBIRD ?? path.join(root, 'build/dev/generator/tailorbird');

// What somebody types, and the page that must be among the first three.
const queries = {
  'install debian': 'install',
  'moodle settings': 'lms',
  'first page tutorial': 'tutorial',
  'writing markdown': 'editors/writing',
  'roll-out kit': 'editors/profiles',
  'link-target-missing': 'reference/codes/link-target-missing',
  'checklist attributes': 'reference/components',
  'mustache names': 'theme-authors/names',
  'banned phrases': 'editors/checks',
  'flood safety': 'new-domain',
};

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const work = mkdtempSync(path.join(os.tmpdir(), 'tailorbird-docs-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
execFileSync(path.join(root, 'tools/build-docs'), [program, work], { stdio: 'pipe' });
const page = (name) => fileUrl(path.join(work, 'site/en', name));

async function find(tab, words) {
  await tab.$eval('.search input', (input, text) => {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, words);
  await tab.waitForFunction(() => document.querySelector('.search-status').textContent !== '', { timeout: 4000 });
  return tab.$$eval('.search-results a', (all) => all.map((one) => one.getAttribute('href').replace(/\.html.*$/, '')));
}

inEachBrowser((open) => {
  test('ten questions are answered among the first three results', () => open({}, async (tab, watch) => {
    await tab.goto(page('index.html'));
    const missed = [];
    for (const [words, wanted] of Object.entries(queries)) {
      const first = (await find(tab, words)).slice(0, 3);
      if (!first.includes(wanted)) missed.push(`${words}: ${first.join(', ')}`);
    }
    assert.deepEqual(missed, []);
    assert.deepEqual(watch.errors, []);
  }));

  test('all pages stand at the side, and behind a button on a phone', () => open({}, async (tab) => {
    await tab.setViewport({ width: 1280, height: 800 });
    await tab.goto(page('editors/writing.html'));
    assert.ok(await tab.$eval('.tree a[aria-current="page"]', (link) => link.offsetHeight > 0 && link.textContent === 'Writing content'));
    await tab.setViewport({ width: 320, height: 640 });
    await tab.goto(page('reference/keys.html'));
    assert.equal(await tab.$eval('.tree details', (one) => one.open), false);
    assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth), 320);
  }));

  test('axe finds nothing on a page with code and tables, in light and dark', () => open({}, async (tab) => {
    for (const scheme of ['light', 'dark']) {
      await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }, { name: 'prefers-reduced-motion', value: 'reduce' }]);
      await tab.goto(page('editors/writing.html'));
      await tab.evaluate(axe);
      assert.deepEqual(await tab.evaluate(async () => (await window.axe.run(document, { resultTypes: ['violations'] })).violations
        .map((one) => `${one.id}: ${one.nodes[0].target.join(' ')}`)), []);
    }
  }));
}, ['chrome']);
