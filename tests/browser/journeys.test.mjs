// Ten journeys of readers on a phone: how many taps from the start page, and on which screen of the page the answer
// stands. A tap is a link, a button or a choice that can be seen.
import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { dist, fileUrl } from './support/bundles.mjs';
import { inEachBrowser } from './support/each-browser.mjs';

const managers = path.join(dist, 'generic/managers/site/en/index.html');
const everyone = path.join(dist, 'generic/everyone/site/en/index.html');
const height = 844;

// who asks what · where they start · what they tap · the answer: an element, and words in it · the last screen for it
const journeys = [
  ['a manager: someone told me an hour ago, what do I do?', managers, ['An hour ago someone told you'], '.key-points li', /Listen first/, 1],
  ['a manager: what may I not ask?', managers, ['An hour ago someone told you'], '.key-points li', /no questions about the illness/, 1],
  ['a manager: what do I say in the talk tomorrow?', managers, ['A talk is coming up'], '.say li', /\w/, 2],
  ['a manager: it goes worse, and now?', managers, ['It goes differently than planned'], '.key-points li', /\w/, 1],
  ['a manager: whom do I call?', managers, ['An hour ago someone told you', 'Ask a person'], '#tb-people a[href^="tel:"]', /\d/, 1],
  ['a manager: which steps are there, and which is mine?', managers, [], '.path a, .start-path a, article ol a', /Planning the return/, 3],
  ['a manager: where do I write the plan?', managers, [/Planning the return/, 'Write the plan'], '.plan-week, .way-plan a, .ways a', /\w/, 2],
  ['an employee: I have just heard', everyone, ['Employee', 'You have just heard'], '.key-points li', /\w/, 1],
  ['an employee: whom can I talk to?', everyone, ['Employee', 'You have just heard', 'Ask a person'], '#tb-people a[href^="tel:"]', /\d/, 1],
  ['a colleague: what do I say?', everyone, ['Colleague', /heard|told/i], '.say li, .key-points li', /\w/, 1],
];

// Taps what begins with these words and shows, and waits for the page that it opens.
async function tap(page, words) {
  const from = page.url();
  const leads = await page.evaluate((text, pattern) => {
    const fits = (one) => (pattern ? new RegExp(pattern, 'i').test(one.innerText) : one.innerText.trim().startsWith(text));
    const all = [...document.querySelectorAll('main a, main button, main label')].filter((one) => one.getClientRects().length && fits(one));
    if (!all.length) return null;
    all[0].click();
    return all[0].tagName === 'A' && !all[0].getAttribute('href').startsWith('#');
  }, String(words), words instanceof RegExp ? words.source : '');
  assert.notEqual(leads, null, `nothing to tap says ${words}`);
  if (leads) await page.waitForFunction((old) => location.href.split('#')[0] !== old.split('#')[0] && document.readyState === 'complete', { timeout: 9000 }, from);
}

// The screen of the page on which the element stands, counted from 1 where the reader is now.
const screenOf = (page, selector, words) => page.evaluate((wanted, pattern, screen) => {
  const found = [...document.querySelectorAll(wanted)].find((one) => one.getClientRects().length && new RegExp(pattern).test(one.innerText));
  return found ? Math.max(1, Math.ceil(found.getBoundingClientRect().bottom / screen)) : null;
}, selector, words.source, height);

inEachBrowser((open) => {
  for (const [question, start, taps, selector, words, most] of journeys) {
    test(`${question} ${taps.length} taps, screen ${most}`, () => open({ width: 390, height }, async (page) => {
      await page.goto(fileUrl(start));
      for (const one of taps) await tap(page, one);
      if (taps.at(-1) === 'Ask a person') await page.waitForFunction(() => document.querySelector('#tb-people').getBoundingClientRect().top < 400, { timeout: 4000 });
      const screen = await screenOf(page, selector, words);
      assert.ok(screen !== null && screen <= most, `the answer is on screen ${screen}`);
    }));
  }
}, ['chrome']);
