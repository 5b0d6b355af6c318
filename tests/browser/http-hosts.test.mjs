// A link to a host without https that the site names: nothing is asked of that host before somebody presses the link, the
// browser is not told to write https instead, and the host learns nothing of the page that the reader comes from.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { inEachBrowser } from './support/each-browser.mjs';
import { serve } from './support/servers.mjs';

// The header of the hand-over to IT departments (content/en/kit/it-hand-over.md).
const policy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; object-src 'none'";
const work = mkdtempSync(path.join(tmpdir(), 'tailorbird-http-'));
const asked = [];
let intranet = null;
let pages = null;

before(async () => {
  intranet = http.createServer((request, response) => {
    asked.push({ url: request.url, referer: request.headers.referer ?? '' });
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>The policy</title>');
  });
  await new Promise((resolve) => { intranet.listen(0, 'localhost', resolve); });
  const host = `localhost:${intranet.address().port}`;
  mkdirSync(path.join(work, 'content/en'), { recursive: true });
  mkdirSync(path.join(work, 'profiles'));
  writeFileSync(path.join(work, 'content/site.yaml'), 'title: Guide\nlanguages: [en]\n' +
    `http-hosts: ["${host}"]\ndimensions: {audience: {label: Role, values: {manager: {label: Manager}}}}\n`);
  writeFileSync(path.join(work, 'content/en/index.md'), `---\ntitle: Start\nsummary: Where to begin.\n---\n[The policy](http://${host}/policy) ` +
    'and [the rota](var:link.rota).\n');
  writeFileSync(path.join(work, 'profiles/mill.yaml'), 'organisation: {name: The mill}\nlanguages: [en]\n' +
    `links: {rota: {label: Rota, url: "http://${host}/rota"}}\nbundles: [{id: all}]\n`);
  execFileSync(process.env.TAILORBIRD, ['build', '--root', work, '--format', 'site', '--no-zip', '--quiet']);
  pages = await serve(path.join(work, 'dist/mill/all/site/'), { headers: { 'content-security-policy': policy } });
});

after(() => {
  intranet.close();
  intranet.closeAllConnections();
  pages.close();
  rmSync(work, { recursive: true });
});

test('no page asks browsers to write https, or to look at the host beforehand', () => {
  const page = readFileSync(path.join(work, 'dist/mill/all/site/en/index.html'), 'utf8');
  assert.match(page, /<a href="http:\/\/localhost:\d+\/policy" class="outside" rel="external noopener">/);
  assert.match(page, /<a href="http:\/\/localhost:\d+\/rota"/);
  assert.doesNotMatch(page, /upgrade-insecure-requests|speculationrules|rel="?(preconnect|dns-prefetch|prefetch|prerender)/);
});

inEachBrowser((open) => {
  for (const [name, words] of [['policy', 'The policy'], ['rota', 'Rota']]) {
    test(`the link to the ${name} leads there when it is pressed, and not before`, () => open({ allowed: [pages.origin] }, async (page, watch) => {
      asked.length = 0;
      await page.goto(`${pages.address}en/index.html`, { waitUntil: 'networkidle0' });
      await page.hover(`a[href$="/${name}"]`);
      assert.deepEqual([asked, watch.errors], [[], []]);
      assert.match(await page.$eval(`a[href$="/${name}"]`, (link) => link.textContent), new RegExp(words, 'i'));
      await Promise.all([page.waitForNavigation(), page.click(`a[href$="/${name}"]`)]);
      assert.equal(page.url(), `http://localhost:${intranet.address().port}/${name}`);
      const [first] = asked;
      assert.equal(first.url, `/${name}`);
      assert.ok(['', `${pages.origin}/`].includes(first.referer), first.referer); // at most where the pages are
    }));
  }
});
