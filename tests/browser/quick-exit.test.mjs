// "Leave this page", where a profile has it: blank at once, forgotten, and not there again by "back". By a click, by
// Escape three times, and without script as a link.
import assert from 'node:assert/strict';
import test from 'node:test';
import { fileUrl } from './support/bundles.mjs';
import { componentsSite, everyComponent } from './support/components-project.mjs';
import { inEachBrowser } from './support/each-browser.mjs';
import { pageOf } from './support/page-types.mjs';
import { enter, hears } from './support/readers.mjs';
import { serve } from './support/servers.mjs';

const neutral = 'https://www.example.org/';

// Answers for the neutral page, which is on a network that tests do not have. Returns what ends that.
async function answerFor(page) {
  const answer = (request) => (request.url() === neutral ? request.respond({ contentType: 'text/html', body: '<title>Weather</title>' })
    : request.continue());
  await page.setRequestInterception(true);
  page.on('request', answer);
  return async () => {
    page.off('request', answer);
    await page.setRequestInterception(false);
  };
}

const arrives = (page, at = neutral) => page.waitForFunction((where) => location.href === where, { timeout: 20_000 }, at);

// A reader comes from the start page, ticks, writes and chooses.
async function read(page) {
  await page.goto(fileUrl(pageOf('start')));
  await page.goto(`${fileUrl(everyComponent('en'))}#phase=plan`);
  await enter(page, '.checklist-notes textarea', 'walnut');
  await page.evaluate(() => document.querySelector('.checklist-item input').click());
}

// What is left of the page in the very moment of leaving it, before the other page comes.
const leftBy = (page, act) => page.evaluate((how) => {
  if (how === 'click') document.querySelector('.exit').click();
  else for (let press = 0; press < 3; press += 1) document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  return { shown: document.body.getClientRects().length, title: document.title, hash: location.hash, notes: document.querySelector('.checklist-notes textarea').value,
    ticks: document.querySelectorAll('.checklist-item input:checked').length, kept: window.tailorbird.store.get('checklist.ready') };
}, act);

inEachBrowser((open) => {
  for (const how of ['click', 'Escape three times']) {
    test(`${how}: the page is blank at once, everything is forgotten, and "back" does not lead to it`, () => open({}, async (page) => {
      await read(page);
      await answerFor(page);
      const left = await leftBy(page, how);
      assert.deepEqual(left, { shown: 0, title: '\u2026', hash: '', notes: '', ticks: 0, kept: null });
      await arrives(page);
      await page.evaluate(() => { window.isOld = true; setTimeout(() => history.back(), 0); });
      await page.waitForFunction(() => !window.isOld);
      // Firefox keeps the memory of each file on a disk apart: there the start page, without a choice, is shown.
      assert.ok([neutral, fileUrl(pageOf('start'))].includes(page.url()), page.url());
    }));
  }

  test('"back" leads to no page that was open before, as often as it is pressed; who comes anew can read', async () => {
    const server = await serve(componentsSite());
    const address = (file, choice = '') => `${server.address}en/${file}${choice}`;
    try {
      await open({}, async (page) => {
        await page.goto(address('index.html', '#phase=plan'));
        await page.goto(address('every.html', '#phase=plan'));
        await page.goto(address('index.html', '#phase=return'));
        await answerFor(page);
        await page.evaluate(() => document.querySelector('.exit').click());
        await arrives(page);
        for (let press = 0; press < 2; press += 1) {
          await page.evaluate(() => { window.isOld = true; setTimeout(() => history.back(), 0); });
          await page.waitForFunction((where) => !window.isOld && location.href === where, { timeout: 20_000 }, neutral);
        }
        await page.goto(address('every.html', '#phase=plan'));
        assert.ok(await page.evaluate(() => document.body.getClientRects().length) > 0);
      });
    } finally {
      server.close();
    }
  });

  test('what the reader asked to keep on this device stays: the button does not say that it deletes', () => open({}, async (page) => {
    await page.goto(fileUrl(everyComponent('en')));
    await page.evaluate(() => document.querySelector('[data-action="keep"]').click());
    await enter(page, '.checklist-notes textarea', 'walnut');
    const answered = await answerFor(page);
    await page.evaluate(() => document.querySelector('.exit').click());
    await arrives(page);
    await answered();
    await page.goto(fileUrl(everyComponent('en')));
    assert.equal(await page.$eval('.checklist-notes textarea', (one) => one.value), 'walnut');
    await page.evaluate(() => localStorage.clear());
  }));

  test('the second press of Escape says that one more leaves; another key in between begins anew', () => open({}, async (page) => {
    await page.goto(fileUrl(everyComponent('en')));
    for (const key of ['Escape', 'Escape']) await page.keyboard.press(key);
    await hears(page, 'Press Escape once more to leave this page.');
    for (const key of ['Shift', 'Escape', 'Escape']) await page.keyboard.press(key);
    assert.equal(await page.evaluate(() => document.documentElement.classList.contains('is-leaving')), false);
    assert.equal(page.url(), fileUrl(everyComponent('en')));
  }));

  test('the button says so, in each language', () => open({}, async (page) => {
    for (const [language, words] of [['en', /^Leave this page\s+or press Escape three times$/], ['nl', /Escape$/], ['fr', /\u00c9chap$/]]) {
      await page.goto(fileUrl(pageOf('text', language)));
      assert.match(await page.$eval('.exit', (one) => one.innerText.trim()), words);
    }
  }));
});

inEachBrowser((open) => {
  test('without script it is a link to the neutral page, and says nothing of keys', () => open({ scripts: false }, async (page) => {
    await page.goto(fileUrl(pageOf('text')));
    const link = await page.$eval('.exit', (one) => ({ href: one.href, rel: one.rel, words: one.innerText.trim() }));
    assert.deepEqual(link, { href: neutral, rel: 'noreferrer', words: 'Leave this page' });
  }));
}, ['chrome']);
