// A bundle is a folder that anybody can put anywhere: a sub-path with a space, a host with a strict policy or a wrong
// charset, somebody else's frame.
import assert from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { componentsSite } from './support/components-project.mjs';
import { inEachBrowser } from './support/each-browser.mjs';
import { everyone } from './support/page-types.mjs';
import { enter, hears, talkThrough } from './support/readers.mjs';
import { serve } from './support/servers.mjs';

const pages = ['index.html', 'en/index.html', 'nl/manager/index.html', 'fr/manager/plan/write-the-plan.html', 'en/shared/dates.html'];
const strict = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; object-src 'none'";
const allowed = ['http://127.0.0.1'];

// A server for the tests of one describe block; `server()` gives it.
function hosting(folder, options) {
  let server = null;
  before(async () => { server = await serve(folder(), options); });
  after(() => server.close());
  return () => server;
}

// Uses the whole page as a reader would, so that a policy has something to object to.
async function useAll(page) {
  await enter(page, '.timeline input', '2024-01-01');
  await enter(page, '.plan-week [data-field="hours"]', '90');
  await page.evaluate(talkThrough);
  await page.evaluate(() => {
    for (const box of document.querySelectorAll('.checklist-item input, .question-answer input, .situation input')) box.click();
    for (const button of document.querySelectorAll('[data-action="check"], [data-action="add"], [data-action="save"], [data-action="clear"]')) button.click();
  });
  await page.type('.search input', 'plan');
  await page.waitForSelector('.search-results li', { timeout: 4000 });
}

inEachBrowser((open) => {
  describe('below a path with a space', () => {
    const server = hosting(() => everyone, { under: '/a/b c/' });
    test('pages, their parts and their links work, and nothing outside the folder is asked for', () => open({ allowed }, async (page, watch) => {
      for (const file of pages) {
        await page.goto(server().address + file);
        assert.notEqual(await page.evaluate(() => getComputedStyle(document.querySelector('h1')).fontFamily), '', file);
      }
      await Promise.all([page.waitForNavigation(), page.evaluate(() => document.querySelector('.menu li:nth-child(2) a').click())]);
      assert.match(page.url(), /\/a\/b%20c\/en\/.*index\.html/);
      assert.deepEqual(server().asked.filter((one) => !one.startsWith('/a/b%20c/') && one !== '/favicon.ico'), []);
      assert.deepEqual(watch.errors, []);
    }));
  });

  describe('under a strict policy', () => {
    const server = hosting(componentsSite, { headers: { 'content-security-policy': strict } });
    test('every component works and the policy is never broken', () => open({ allowed }, async (page, watch) => {
      await page.evaluateOnNewDocument(() => {
        window.broken = [];
        document.addEventListener('securitypolicyviolation', (event) => window.broken.push(`${event.violatedDirective} ${event.blockedURI}`));
      });
      for (const file of ['index.html', 'en/index.html', 'nl/every.html', 'en/every.html']) {
        await page.goto(server().address + file);
        if (file.endsWith('every.html')) await useAll(page);
        assert.deepEqual(await page.evaluate(() => window.broken), [], file);
      }
      assert.deepEqual(watch.errors, []);
    }));
  });

  describe('with a wrong charset in the header', () => {
    const server = hosting(() => everyone, { types: { '.html': 'text/html; charset=ISO-8859-1', '.js': 'text/javascript; charset=ISO-8859-1', '.css': 'text/css; charset=ISO-8859-1' } });
    test('accents are right in the text, in what scripts write and in what is found', () => open({ allowed }, async (page) => {
      await page.goto(`${server().address}fr/manager/return/late-effects.html`);
      const garbled = /\u00c3[\u0080-\u00bf]|\u00e2\u20ac|\ufffd/;
      const text = await page.evaluate(() => document.body.innerText + document.title);
      assert.match(text, /[\u00e9\u00e8\u00ea]/);
      assert.doesNotMatch(text, garbled);
      await page.evaluate(() => document.querySelector('.situation input[value="desk"]').click());
      await hears(page, 'situation');
      assert.doesNotMatch(await page.evaluate(() => document.querySelector('[aria-live="polite"]').textContent + document.querySelector('[data-situation-state]').textContent), garbled);
      await page.type('.search input', 'amenagement');
      await page.waitForSelector('.search-results li', { timeout: 4000 });
      const found = await page.$eval('.search-results', (one) => one.textContent);
      assert.match(found, /[\u00e9\u00e8\u00ea\u00c9]/);
      assert.doesNotMatch(found, garbled);
    }));
  });

  describe('in a frame of somebody else', () => {
    const server = hosting(componentsSite, {});
    for (const sandbox of ['allow-scripts', 'allow-scripts allow-same-origin', null]) {
      for (const width of sandbox === 'allow-scripts' ? [320, 600] : [600]) {
        test(`everything works, sandbox ${sandbox}, ${width} px wide`, () => open({ allowed }, async (page, watch) => {
          const address = `${server().address}en/every.html`;
          const query = new URLSearchParams({ src: address, width: String(width), ...(sandbox === null ? {} : { sandbox }) });
          await page.goto(`${server().origin}/frame?${query}`);
          const frame = await page.waitForFrame((one) => one.url().startsWith(address));
          await frame.waitForSelector('.privacy-panel');
          const walked = await frame.evaluate(talkThrough);
          assert.deepEqual(walked.problems, []);
          await frame.evaluate(() => {
            document.querySelector('.checklist-item input').click();
            document.querySelector('[data-action="keep"]').click();
          });
          assert.equal(await frame.$eval('.checklist-progress', (one) => one.textContent), '1 of 3 done');
          const isKept = await frame.$eval('[data-action="keep"]', (one) => one.checked);
          assert.equal(isKept, sandbox !== 'allow-scripts', 'what it says it keeps');
          await frame.evaluate(() => document.querySelector('[data-action="clear"]').click());
          assert.ok(await frame.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'wider than the frame');
          assert.deepEqual(watch.errors.filter((one) => one.startsWith('script:')), []);
        }));
      }
    }
  });
});
