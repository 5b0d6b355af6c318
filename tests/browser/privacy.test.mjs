// What a reader ticks, writes, answers or dates stays in the tab: not in the address, a title, a file name or a request,
// nor on the device until they ask to keep it there. The tab's memory and the device hold it under this bundle's own keys.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import test, { after, before, describe } from 'node:test';
import { fileUrl, filesBelow } from './support/bundles.mjs';
import { everyComponent } from './support/components-project.mjs';
import { inEachBrowser } from './support/each-browser.mjs';
import { everyone, pageOf } from './support/page-types.mjs';
import { talkThrough } from './support/readers.mjs';
import { serve } from './support/servers.mjs';

const secret = 'walnut';
const day = '2026-01-05';
// The pages of the content that hold one of these components. Chromium takes them all; Firefox the English ones of
// managers, because it is the slower, and the pages are the same.
const pagesWith = (components, browser) => filesBelow(everyone).filter((file) => file.endsWith('.html') && (browser === 'chrome' || /\/en\/manager\//.test(file)))
  .filter((file) => components.some((name) => readFileSync(file, 'latin1').includes(`data-component="${name}"`)));

const stored = (page) => page.evaluate(() => ({ ...Object.fromEntries(Object.entries(localStorage)),
  ...Object.fromEntries(Object.entries(sessionStorage)), cookie: document.cookie }));

// Everything a reader can enter on a page, entered. Runs in the page; says how much that was.
function enterAll(word, date) {
  const count = { ticks: 0, texts: 0, dates: 0, answers: 0, files: [] };
  const change = (element) => {
    element.dispatchEvent(new Event('input', { bubbles: true }));
    element.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const click = HTMLAnchorElement.prototype.click; // a file is offered with a link that is clicked
  HTMLAnchorElement.prototype.click = function () { if (this.download) count.files.push(this.download); else click.call(this); };
  for (const box of document.querySelectorAll('.checklist-item input, .question-answer input')) { box.click(); count.ticks += 1; }
  for (const input of document.querySelectorAll('textarea, [data-field="days"], [data-field="hours"]')) { input.value = word; change(input); count.texts += 1; }
  for (const input of document.querySelectorAll('input[type="date"]')) { input.value = date; change(input); count.dates += 1; }
  for (const check of document.querySelectorAll('[data-action="check"]')) check.click();
  for (const save of document.querySelectorAll('[data-action="save"], [data-action="table"], [data-action="calendar"]')) save.click();
  return count;
}

// What makes documents of a plan is a script of the bundle, loaded when somebody asks for one.
const ownScript = /\/assets\/components\/plan-files\.js$/;

// The page before and after, and what must be the same.
async function traces(page, watch) {
  return { address: page.url(), title: await page.title(), kept: await page.evaluate(() => [{ ...localStorage }, document.cookie]),
    strange: await page.evaluate(() => Object.keys(sessionStorage).filter((key) => !/^tailorbird\.1\.[a-z0-9-]+\.(checklist|plan)\.[a-z0-9-]+$/.test(key))), history: await page.evaluate(() => history.length),
    requests: [...new Set(watch.requests.filter((one) => !one.startsWith('blob:') && !ownScript.test(one)))].sort() };
}

inEachBrowser((open, browser) => {
  const practice = pagesWith(['conversation'], browser);
  const pages = [...['checklist', 'plan', 'timeline', 'question', 'responsibilities'].map((type) => [type, pageOf(type)]), ['every', everyComponent('en')]];
  for (const [type, file] of pages) {
    test(`nothing that is entered on the ${type} page leaves it`, () => open({}, async (page, watch) => {
      await page.goto(fileUrl(file));
      const earlier = await traces(page, watch);
      const count = await page.evaluate(enterAll, secret, day);
      if (type !== 'responsibilities') assert.ok(count.ticks + count.texts + count.dates > 0, 'nothing to enter');
      const later = await traces(page, watch);
      assert.deepEqual(later, earlier);
      assert.deepEqual([later.kept, later.strange], [[{}, ''], []], 'kept before anyone asked');
      for (const name of count.files) assert.match(name, /^(checklist\.txt|plan\.(json|csv|ics)|dates\.ics)$/);
    }));
  }

  test('nothing that is entered on any page of the content leaves it', () => open({}, async (page, watch) => {
    const all = pagesWith(['checklist', 'plan', 'timeline', 'question'], browser);
    assert.ok(all.length >= 10, `only ${all.length} pages`);
    for (const file of all) {
      await page.goto(fileUrl(file));
      const earlier = await traces(page, watch);
      const count = await page.evaluate(enterAll, secret, day);
      assert.ok(count.ticks + count.texts + count.dates > 0, `nothing to enter on ${file}`);
      assert.deepEqual(await traces(page, watch), earlier, file);
      for (const name of count.files) assert.match(name, /^(checklist\.txt|plan\.(json|csv|ics)|dates\.ics)$/, file);
    }
  }));

  test('no answer in any practice talk leaves its page', () => open({}, async (page, watch) => {
    assert.ok(practice.length >= 6, `only ${practice.length} practice talks`);
    for (const file of [...practice, everyComponent('en')]) {
      await page.goto(fileUrl(file));
      const earlier = await traces(page, watch);
      const { answers, given } = await page.evaluate(talkThrough);
      assert.ok(answers >= 4 && given === answers, `${file}: gave ${given} of ${answers} answers`);
      const later = await traces(page, watch);
      assert.deepEqual({ ...later, requests: later.requests.filter((one) => !one.endsWith('.mp3')) },
        { ...earlier, requests: earlier.requests.filter((one) => !one.endsWith('.mp3')) }, file);
    }
  }));

  test('what is asked to be kept is kept under own keys, is there again, and "clear everything" removes it', () => open({}, async (page) => {
    await page.goto(fileUrl(everyComponent('en')));
    await page.evaluate(() => localStorage.setItem('other-page', 'stays'));
    assert.match(await page.$eval('.privacy-panel', (one) => one.innerText), /in this browser, on this device/);
    await page.evaluate(() => document.querySelector('[data-action="keep"]').click());
    await page.evaluate(enterAll, secret, day);
    const keys = Object.keys(await stored(page)).filter((key) => key !== 'cookie' && key !== 'other-page');
    assert.ok(keys.length >= 3);
    assert.deepEqual(keys.filter((key) => !/^tailorbird\.1\.inn-all\.(keep|checklist\.ready|plan\.our-plan)$/.test(key)), []);
    await page.reload();
    assert.equal(await page.$eval('.checklist-notes textarea', (one) => one.value), secret);
    assert.equal(await page.$eval('[data-field="tasks"]', (one) => one.value), secret);
    assert.equal(await page.$eval('.timeline input', (one) => one.value), '', 'the first day of absence was kept');
    await page.evaluate(() => document.querySelector('[data-action="clear"]').click());
    assert.deepEqual(Object.keys(await stored(page)).sort(), ['cookie', 'other-page']);
    assert.equal(await page.$eval('.checklist-notes textarea', (one) => one.value), '');
    assert.equal(await page.$$eval('.checklist-item input:checked', (all) => all.length), 0);
    await page.reload();
    assert.equal(await page.$eval('[data-field="tasks"]', (one) => one.value), '');
    await page.evaluate(() => localStorage.clear());
  }));

  test('each page has the sentence on keeping and the button that clears everything', () => open({}, async (page) => {
    for (const type of ['start', 'text', 'plan']) {
      for (const language of ['en', 'nl', 'fr']) {
        await page.goto(fileUrl(pageOf(type, language)));
        const words = await page.$eval('#tb-privacy', (one) => one.innerText.length);
        assert.ok(words > 80, `${type} in ${language}`);
        assert.ok(await page.$('#tb-privacy [data-action="clear"]'));
      }
    }
  }));

  test('storage that throws is survived: everything works, and the page says that nothing is kept', () => open({}, async (page, watch) => {
    await page.evaluateOnNewDocument(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, { get() { throw new DOMException('refused', 'SecurityError'); } });
      }
    });
    await page.goto(fileUrl(everyComponent('en')));
    await page.evaluate(() => {
      document.querySelector('[data-action="keep"]').click();
      document.querySelector('.checklist-item input').click();
    });
    assert.equal(await page.$eval('.checklist-progress', (one) => one.textContent), '1 of 3 done');
    assert.equal(await page.$eval('[data-action="keep"]', (one) => one.checked), false);
    await page.waitForFunction(() => [...document.querySelectorAll('[aria-live]')].some((one) => one.textContent.includes('does not let the page keep')), { timeout: 3000 });
    await page.evaluate(() => document.querySelector('[data-action="clear"]').click());
    assert.equal(await page.$eval('.checklist-progress', (one) => one.textContent), '0 of 3 done');
    assert.deepEqual(watch.errors, []);
  }));

  test('a storage that is full is survived too', () => open({}, async (page, watch) => {
    await page.evaluateOnNewDocument(() => {
      Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
    });
    await page.goto(fileUrl(everyComponent('en')));
    await page.evaluate(() => document.querySelector('[data-action="keep"]').click());
    await page.evaluate(enterAll, secret, day);
    assert.equal(await page.$eval('[data-action="keep"]', (one) => one.checked), false);
    assert.deepEqual(watch.errors, []);
  }));

  describe('even if something on the page tried', () => {
    let canary = null;
    const hits = [];
    let hosted = null;
    before(async () => {
      canary = http.createServer((request, response) => { hits.push(request.url); response.end(); });
      canary.on('upgrade', (request, socket) => { hits.push(request.url); socket.destroy(); });
      await new Promise((resolve) => { canary.listen(0, '127.0.0.1', resolve); });
      hosted = await serve(everyone);
    });
    after(() => { canary.close(); canary.closeAllConnections(); hosted.close(); });

    // Tried by a script of the page itself: what the driver runs is not held to the page's policy everywhere.
    const tries = (port) => {
      const target = `http://127.0.0.1:${port}/`;
      const attempt = (work) => { try { work(); } catch (refused) { /* that is the point */ } };
      attempt(() => fetch(`${target}fetch`).catch(() => {}));
      attempt(() => navigator.sendBeacon(`${target}beacon`, 'x'));
      attempt(() => { new Image().src = `${target}image`; });
      attempt(() => { new WebSocket(target.replace('http', 'ws')); });
      attempt(() => { const one = document.createElement('script'); one.src = `${target}script`; document.head.append(one); });
      attempt(() => { const one = document.createElement('iframe'); one.src = `${target}frame`; document.body.append(one); });
      attempt(() => { const one = document.createElement('link'); one.rel = 'stylesheet'; one.href = `${target}style`; document.head.append(one); });
      attempt(() => { const one = document.createElement('form'); one.action = `${target}form`; one.method = 'post'; one.target = 'nowhere'; document.body.append(one); one.submit(); });
    };

    test('the canary is heard when no policy holds it', () => open({ allowed: ['http://127.0.0.1'] }, async (page) => {
      hits.length = 0;
      const bare = await serve(path.dirname(new URL(import.meta.url).pathname));
      await page.goto(`${bare.origin}/frame?src=about:blank`);
      await page.evaluate(tries, canary.address().port);
      await new Promise((resolve) => { setTimeout(resolve, 700); });
      bare.close();
      assert.ok(hits.length >= 4, `heard only ${hits}`);
    }));
    for (const where of ['disk', 'a web server']) {
      test(`no address outside is reached from ${where}`, () => open({ allowed: ['file://', 'http://127.0.0.1'] }, async (page) => {
        hits.length = 0;
        await page.goto(where === 'disk' ? fileUrl(pageOf('plan')) : `${hosted.address}en/manager/plan/write-the-plan.html`);
        await page.evaluate(tries, canary.address().port);
        await new Promise((resolve) => { setTimeout(resolve, 700); });
        assert.deepEqual(hits, []);
      }));
    }
  });

  test('titles and addresses of pages with practice talks, plans and dates say nothing about anyone', () => open({}, async (page) => {
    for (const file of [...practice, pageOf('plan'), pageOf('timeline'), pageOf('checklist')]) {
      await page.goto(fileUrl(file));
      assert.doesNotMatch(`${await page.title()} ${path.relative(everyone, file)}`, /cancer|tumou?r|chemo|kanker/i);
    }
  }));
});
