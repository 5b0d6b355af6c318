// The page that probes a host: opened from a disk, and served by hosts that do it right and wrong.
import assert from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
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
