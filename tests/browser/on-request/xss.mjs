// Script and addresses of others in every place that takes an author's, an organisation's, a theme's or a learning
// system's words, and in what a reader types: none runs, none is asked for. What the program refuses is not there; what
// it takes is opened, in every format. In Chromium without the pages' own policy, so that nothing else stops a script.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { filesBelow } from '../support/bundles.mjs';
import { inEachBrowser } from '../support/each-browser.mjs';
import { serve } from '../support/servers.mjs';
import { payloads } from './support/xss-payloads.mjs';
import { XssProject } from './support/xss-project.mjs';

const project = new XssProject();
const dist = project.build();
const bundle = path.join(dist, 'all');
const site = path.join(bundle, 'site');

// Zips and e-books beside the site, unpacked.
const unpacked = Object.fromEntries(readdirSync(bundle).filter((name) => /(scorm12|scorm2004|cmi5|imscc)\.(zip|imscc)$|\.epub$/.test(name)).map((name) => {
  const format = /(scorm12|scorm2004|cmi5|imscc|epub)[^-]*$/.exec(name)[1];
  const folder = path.join(bundle, 'unpacked', format);
  mkdirSync(folder, { recursive: true });
  execFileSync('unzip', ['-q', path.join(bundle, name), '-d', folder]);
  return [format, folder];
}));

// Every title and summary is in lists of other pages as well: of those pages a few are opened, all are read.
const isPage = (file) => /\.x?html$/.test(file);
const isOpened = (file) => !/titles[/-]t(?!1\d)\d/.test(file);
const isShortLink = (file) => path.dirname(file) === path.join(site, 'go');
const pagesOf = {
  site: filesBelow(site).filter((file) => isPage(file) && !isShortLink(file)),
  single: [path.join(bundle, 'inn-all-en.html')],
  booklet: readdirSync(bundle).filter((name) => /-(a4|a5|large|sheets|cards|links)\.html$/.test(name)).map((name) => path.join(bundle, name)),
  epub: filesBelow(unpacked.epub).filter(isPage),
  kit: filesBelow(path.join(dist, 'kit')).filter(isPage),
  imscc: filesBelow(unpacked.imscc).filter(isPage),
  scorm12: filesBelow(path.join(unpacked.scorm12, 'en')).filter(isPage), // the frame around them is opened by a learning system
};
const pictures = filesBelow(site).filter((file) => file.endsWith('.svg') && !file.includes('/assets/'));

// In each page and frame, before its own scripts.
const watchScript = () => {
  window.runs = [];
  window.xss = () => window.runs.push(location.href);
  window.alert = window.xss;
};

// What in a document could act although it has not yet, as a list of words. Runs in the page.
const findActing = (html) => {
  const root = html === null ? document : new DOMParser().parseFromString(html, 'text/html');
  const acting = [];
  for (const element of root.querySelectorAll('*')) {
    const name = element.localName;
    if (/^(iframe|object|embed|base|marquee|math|foreignobject|animate|set|frame|applet|template)$/.test(name)) acting.push(`<${name}>`);
    if (name === 'meta' && /refresh/i.test(element.httpEquiv)) acting.push('<meta refresh>');
    if (name === 'script' && /^\W*(parent\.)?xss\(/.test(element.textContent)) acting.push(`<script> ${element.textContent.slice(0, 60)}`);
    if (name === 'style' && /evil\.example/.test(element.textContent)) acting.push(`<style> ${element.textContent.slice(0, 60)}`);
    for (const { name: attribute, value } of element.attributes) {
      if (/^on/i.test(attribute)) acting.push(`${name} ${attribute}=${value}`);
      if (/^(href|src|action|formaction|xlink:href|data|poster|srcset)$/i.test(attribute) && /^[\s\x00-\x1f]*(javascript|vbscript|data:text)/i.test(value)) acting.push(`${name} ${attribute}=${value}`);
      if (/^(src|srcset|poster|style|action|data|background)$/i.test(attribute) && /evil\.example/.test(value)) acting.push(`${name} ${attribute}=${value}`);
      if (attribute === 'href' && name !== 'a' && /evil\.example/.test(value)) acting.push(`${name} ${attribute}=${value}`);
    }
  }
  return acting;
};

test('what is not opened was refused for a reason, and every format has pages to open', () => {
  assert.ok(project.opened.length >= 2000, `${project.opened.length} are taken`);
  for (const [format, pages] of Object.entries(pagesOf)) assert.ok(pages.length > 0 && existsSync(pages[0]), format);
  const silent = project.inputs.filter((one) => one.refused && !one.reason);
  assert.deepEqual(silent, []);
  console.log(`# ${project.inputs.length} inputs in ${new Set(project.inputs.map((one) => one.place)).size} places; ${project.opened.length} are taken and opened`);
});

test('a short link leads to a page of the site', () => {
  const links = filesBelow(path.join(site, 'go'));
  assert.ok(links.length > 0);
  for (const file of links) assert.match(readFileSync(file, 'utf8'), /http-equiv="refresh" content="0; ?url=\.\.\/[a-z]/i, file);
});

inEachBrowser((open, browser) => {
  let server = null;
  before(async () => { server = await serve(dist, { types: { '.xhtml': 'application/xhtml+xml' } }); });
  after(() => server.close());
  const addressOf = (file) => server.address + path.relative(dist, file).split(path.sep).map(encodeURIComponent).join('/');

  // Opens a tab that watches; `body(page, look)`: `look()` fails when something ran or could.
  const watched = (body) => open({ allowed: [server.origin] }, async (page, watch) => {
    if (browser === 'chrome') await page.setBypassCSP(true);
    await page.evaluateOnNewDocument(watchScript);
    const outside = () => watch.requests.filter((one) => !one.startsWith(server.origin) && !/^(about|blob|data):/.test(one));
    await body(page, async (what) => {
      const found = await page.evaluate(findActing, null);
      const runs = await page.evaluate(() => window.runs);
      assert.deepEqual({ what, found, runs, outside: outside() }, { what, found: [], runs: [], outside: [] });
    });
  });

  test('the test itself: a page that is open to all of it is noticed', () => watched(async (page, look) => {
    await page.goto(`${server.address}all/site/index.html`);
    const runs = await page.evaluate(async () => {
      document.body.insertAdjacentHTML('beforeend', '<img src="x.png" onerror="xss()">');
      await new Promise((done) => { setTimeout(done, 300); });
      return window.runs.length;
    });
    if (browser === 'chrome') assert.equal(runs, 1); // Firefox keeps the policy of the page
    await assert.rejects(look('open'));
  }));

  for (const [format, pages] of Object.entries(pagesOf)) {
    test(`pages: ${format}`, () => watched(async (page, look) => {
      for (const file of pages.filter(isOpened)) {
        await page.goto(addressOf(file));
        await look(path.relative(dist, file));
      }
      for (const file of pages.filter((one) => !isOpened(one))) {
        assert.deepEqual(await page.evaluate(findActing, readFileSync(file, 'utf8')), [], file);
      }
    }));
  }

  test('drawings, opened by themselves', () => watched(async (page, look) => {
    assert.ok(pictures.length > 0);
    for (const file of pictures) {
      await page.goto(addressOf(file));
      await look(path.basename(file));
    }
  }));

  test('what a reader types into the search, and what stands in the address', () => watched(async (page, look) => {
    await page.goto(`${server.address}all/site/en/p/rows.html`);
    await page.evaluate(async (texts) => {
      const wait = () => new Promise((done) => { setTimeout(done, 20); });
      const input = document.querySelector('input[type="search"]');
      input.focus();
      for (const text of [...texts, 'words', 'title', 'xss']) {
        input.value = text;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        await wait();
      }
      for (const text of texts) {
        for (const hash of [text, `phase=${text}`, encodeURIComponent(text)]) location.hash = hash;
        await wait();
      }
    }, payloads);
    await look('search and address');
  }));

  test('what the store of the tab holds', () => watched(async (page, look) => {
    const all = payloads.join(' ');
    await page.goto(`${server.address}all/site/en/p/item-of-a-list.html`);
    await page.evaluate((text) => {
      const id = document.documentElement.dataset.bundle;
      for (const list of document.querySelectorAll('[data-component="checklist"]')) {
        for (const value of [{ notes: text, ticks: { 0: text } }, [text], text]) sessionStorage.setItem(`tailorbird.1.${id}.checklist.${list.id}`, JSON.stringify(value));
      }
    }, all);
    await page.reload();
    await look('store');
  }));

  test('what a learning system answers', () => watched(async (page, look) => {
    for (const text of [payloads.join(' '), '"><img src=x onerror=xss()>', '<script>xss()</script>', "';xss();'", 'javascript:xss()']) {
      await page.evaluateOnNewDocument((answer) => {
        window.API = { LMSInitialize: () => 'true', LMSFinish: () => 'true', LMSGetValue: () => answer, LMSSetValue: () => 'true', LMSCommit: () => 'true', LMSGetLastError: () => '0', LMSGetErrorString: () => answer, LMSGetDiagnostic: () => answer };
      }, text);
      await page.goto(`${server.address}all/unpacked/scorm12/${/href="([^"]+)"/.exec(readFileSync(path.join(unpacked.scorm12, 'imsmanifest.xml'), 'utf8'))[1]}`);
      await page.waitForFunction(() => document.readyState === 'complete');
      await page.evaluate(() => new Promise((done) => { setTimeout(done, 300); }));
      const frames = await Promise.all(page.frames().map((frame) => frame.evaluate(() => window.runs).catch(() => [])));
      assert.deepEqual(frames.flat(), [], text);
    }
    await page.goto(`${server.address}all/unpacked/scorm12/en/index.html`).catch(() => {});
    await look('package');
  }));
});
