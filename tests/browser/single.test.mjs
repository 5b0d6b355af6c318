// An edition in one file, alone in an empty folder: it opens, one page shows, search and links lead to others, nothing
// is asked for, its own policy lets its script and style run; and without JavaScript all of it is there.
import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, it } from 'node:test';
import { dist, fileUrl } from './support/bundles.mjs';
import { inEachBrowser } from './support/each-browser.mjs';

const made = path.join(dist, 'meander/managers/meander-managers-en.html');
const folder = mkdtempSync(path.join(tmpdir(), 'single-'));
const alone = path.join(folder, 'guide.html');

before(() => {
  assert.ok(existsSync(made), `${made} was not built`);
  copyFileSync(made, alone);
});
after(() => rmSync(folder, { recursive: true }));

const shown = () => [...document.querySelectorAll('main > .page')]
  .filter((page) => !page.hasAttribute('hidden')).map((page) => page.id);

// Firefox answers no questions about a page without JavaScript.
inEachBrowser((open) => {
  it('is whole without JavaScript', async () => {
    await open({ scripts: false, allowed: [fileUrl(alone)] }, async (page) => {
      await page.goto(fileUrl(alone));
      assert.equal(await page.$$eval('main > .page', (pages) => pages.filter((one) => one.offsetHeight < 50).length), 0);
    });
  });
}, ['chrome']);

inEachBrowser((open) => {
  it('shows one page at a time, finds others, and asks for nothing', async () => {
    await open({ allowed: [fileUrl(alone)] }, async (page, watch) => {
      await page.goto(fileUrl(alone));
      assert.deepEqual(await page.evaluate(shown), ['start']);
      await page.click('.contents a[href="#manager-plan-prepare-the-talk"]');
      await page.waitForFunction(() => !document.getElementById('manager-plan-prepare-the-talk').hasAttribute('hidden'));
      assert.deepEqual(await page.evaluate(shown), ['manager-plan-prepare-the-talk']);
      await page.type('.search input', 'first five minutes');
      await page.waitForSelector('.search-results a');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.getElementById('manager-plan-prepare-the-talk').hasAttribute('hidden'));
      assert.equal((await page.evaluate(shown)).length, 1);
      await page.click('[data-component="single-all"]');
      assert.ok((await page.evaluate(shown)).length > 20);
      assert.deepEqual(watch.errors, []);
      assert.deepEqual(watch.requests.filter((url) => url.startsWith('http')), []);
    });
  });

  it('each link leads to a place in the file, and no id is there twice', async () => {
    await open({ allowed: [fileUrl(alone)] }, async (page) => {
      await page.goto(fileUrl(alone));
      const found = await page.evaluate(() => {
        const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
        const targets = [...document.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href').slice(1));
        return {
          twice: ids.filter((id, place) => ids.indexOf(id) !== place),
          nowhere: [...new Set(targets.filter((target) => target && !document.getElementById(target)))],
          files: [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href'))
            .filter((href) => !/^(#|https:|tel:|mailto:|data:)/.test(href)),
        };
      });
      assert.deepEqual(found, { twice: [], nowhere: [], files: [] });
    });
  });

  it('opens at the place that the address names', async () => {
    await open({ allowed: [fileUrl(alone)] }, async (page) => {
      await page.goto(`${fileUrl(alone)}#manager-plan`);
      assert.deepEqual(await page.evaluate(shown), ['manager-plan']);
    });
  });
});
