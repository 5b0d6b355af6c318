// The pages of the kit: on a phone, and the one that probes a host, opened from a disk and served by a host.
import assert from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { dist } from './support/bundles.mjs';
import { inEachBrowser } from './support/each-browser.mjs';
import { serve } from './support/servers.mjs';

const kit = path.join(dist, 'meander/kit');
const strict = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; object-src 'none'";

async function probed(page, address) {
  await page.goto(address);
  await page.waitForFunction(() => document.getElementById('summary').className !== '', { timeout: 8000 });
  return page.evaluate(() => ({
    summary: document.getElementById('summary').className,
    results: Object.fromEntries([...document.querySelectorAll('[data-probe]')]
      .map((row) => [row.getAttribute('data-probe'), row.querySelector('td').className]))
  }));
}

inEachBrowser((open) => {
  describe('the host probe', () => {
    const servers = {};
    before(async () => {
      servers.good = await serve(kit, { headers: { 'content-security-policy': strict }, types: { '.vtt': 'text/vtt' } });
    });
    after(() => servers.good.close());

    test('finds nothing wrong with a plain host, and leaves nothing in its stores', () => open({ allowed: ['http://127.0.0.1'] }, async (page) => {
      const { summary, results } = await probed(page, `${servers.good.address}en/host-probe.html`);
      assert.equal(summary, 'good', JSON.stringify(results));
      assert.equal(results.inline, 'good');
      assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
    }));

    test('from a disk it says that caption files do not arrive, in the language of its page', () => open({}, async (page) => {
      const { results } = await probed(page, pathToFileURL(`${kit}/nl/host-probe.html`).href);
      assert.notEqual(results.captions, 'good');
      assert.equal(results.style, 'good');
      assert.equal(results.picture, 'good');
    }));
  });
});

inEachBrowser((open) => {
  test('no page of a kit is wider than a small phone, and there is room to write where a form asks', () => open({}, async (page) => {
    const pages = ['en', 'nl'].flatMap((language) => readdirSync(`${kit}/${language}`).map((name) => `${language}/${name}`)).filter((name) => name.endsWith('.html'));
    assert.ok(pages.length > 20);
    await page.setViewport({ width: 320, height: 640 });
    for (const name of pages) {
      await page.goto(pathToFileURL(`${kit}/${name}`).href);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, name);
    }
    await page.goto(pathToFileURL(`${kit}/en/evaluation.html`).href);
    const widths = await page.evaluate(() => [...document.querySelectorAll('td:empty')]
      .map((cell) => cell.offsetWidth / cell.parentElement.offsetWidth));
    assert.ok(widths.length > 5 && widths.every((width) => width > 0.35), `${widths}`);
  }));
}, ['chrome']);
