// Search finds words as people write them, in each language, from disk, and tells nobody.
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { dist, fileUrl, siteBundles } from './support/bundles.mjs';
import { inEachBrowser } from './support/each-browser.mjs';
import { everyone, languages, pageOf } from './support/page-types.mjs';
import { queries as asked } from './support/search-queries.mjs';

// The page that must be among the results, for what somebody types.
const forms = {
  en: [['adjustments', 'shared/adjustments', 'a word'], ['adjusting', 'shared/adjustments', 'another form of it'], ['ADJUSTMENT', 'shared/adjustments', 'capitals'],
    ['adjustmnet', 'shared/adjustments', 'two letters swapped'], ['adjustmen', 'shared/adjustments', 'the beginning of a word'], ['adjusxment', 'shared/adjustments', 'a wrong letter'],
    ['dates count', 'shared/dates', 'two words'], ['plan', 'manager/plan/write-the-plan', 'a word that stands on nearly every page'],
    ['write plan', 'manager/plan/write-the-plan', 'such a word with another']],
  nl: [['aanpassingen', 'shared/adjustments', 'a word'], ['aanpassing', 'shared/adjustments', 'another form of it'], ['aanpasing', 'shared/adjustments', 'a letter left out'],
    ['arbeids', null, 'the beginning of a compound'], ['bedrijfs', null, 'the beginning of a compound'], ['vermoeidhied', 'shared/fatigue', 'two letters swapped']],
  fr: [['am\u00e9nagements', 'shared/adjustments', 'a word'], ['amenagement', 'shared/adjustments', 'without its accent, another form'], ['am\u00e9nagemnt', 'shared/adjustments', 'a letter left out'],
    ['l\u2019am\u00e9nagement', 'shared/adjustments', 'with its article'], ['FATIGUE', 'shared/fatigue', 'capitals']],
  de: [['m\u00fcde', 'shared/fatigue', 'a word'], ['Anpassung', 'shared/adjustments', 'another form of it'], ['mude', 'shared/fatigue', 'without its dots'],
    ['Konzentratoin', 'shared/concentration', 'two letters swapped'], ['Wiedereingl', null, 'the beginning of a compound'], ['eingliederung', null, 'the end of a compound']],
};

// In German there is no edition for everyone: the one of staff is asked.
const spoken = [...languages, 'de'];
const siteOf = (language) => (language === 'de' ? path.join(dist, 'holmberg/staff/site') : everyone);

async function find(page, words) {
  await page.$eval('.search input', (input, text) => {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, words);
  await page.waitForFunction(() => document.querySelector('.search-status').textContent !== '', { timeout: 4000 });
  return page.$$eval('.search-results a', (all) => all.map((one) => ({ to: one.getAttribute('href'), text: one.textContent, place: one.parentElement.querySelector('.search-place')?.textContent ?? '' })));
}

inEachBrowser((open) => {
  for (const language of spoken) {
    test(`finds other forms, accents, beginnings and slips of the finger in ${language}`, () => open({}, async (page, watch) => {
      await page.goto(fileUrl(path.join(siteOf(language), language, 'shared/find-help.html')));
      for (const [words, wanted, what] of forms[language]) {
        const found = await find(page, words);
        assert.ok(found.length >= 1, `${what}: nothing for ${words}`);
        if (wanted) assert.ok(found.some(({ to }) => to.includes(wanted)), `${what}: ${words} found ${found.map(({ to }) => to).join(', ')}`);
      }
      assert.deepEqual(await find(page, 'xylofoonzwembad'), []);
      assert.deepEqual(watch.errors, []);
    }));
  }

  // The measure of the list is the share of its queries that have an answer among the first three results.
  for (const language of spoken) {
    test(`of 40 questions as people type them, 85 in 100 have their answer among the first three, in ${language}`, () => open({}, async (page) => {
      const questions = Object.entries(asked[language]);
      assert.equal(questions.length, 40);
      await page.goto(fileUrl(path.join(siteOf(language), language, 'index.html')));
      const missed = [];
      for (const [question, answers] of questions) {
        const first = (await find(page, question)).slice(0, 3).map(({ to }) => to.replace(/\.html.*$/, ''));
        if (!first.some((to) => answers.includes(to))) missed.push(`${question}: ${first.join(', ')}`);
      }
      assert.ok(missed.length <= 6, `${40 - missed.length} of 40; not ${missed.join('; ')}`);
    }));
  }

  test('arrows walk through the results, Escape goes back and then empties, Enter follows the first', () => open({}, async (page) => {
    await page.goto(fileUrl(pageOf('text')));
    await find(page, 'fatigue');
    const at = () => page.evaluate(() => (document.activeElement.matches('input') ? 'field' : [...document.querySelectorAll('.search-results a')].indexOf(document.activeElement)));
    await page.focus('.search input');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    assert.equal(await at(), 1);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    assert.equal(await at(), 'field');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    assert.equal(await at(), 'field');
    assert.equal(await page.$eval('.search input', (one) => one.value), 'fatigue');
    const first = await page.$eval('.search-results a', (one) => one.href);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    assert.equal(page.url(), first);
    await find(page, 'fatigue');
    await page.focus('.search input');
    await page.keyboard.press('Escape');
    assert.deepEqual(await page.$eval('.search', (one) => [one.querySelector('input').value, one.querySelectorAll('li').length]), ['', 0]);
  }));

  test('a result shows what the page is about with the words marked, and who chose a role finds no pages for others', () => open({}, async (page) => {
    await page.goto(fileUrl(path.join(everyone, 'en/index.html')));
    await find(page, 'write the plan');
    assert.ok((await page.$$eval('.search-results mark', (all) => all.map((one) => one.textContent.toLowerCase()))).includes('plan'));
    assert.ok(await page.$$eval('.search-snippet', (all) => all.length) > 2);
    await page.evaluate(() => window.tailorbird.situation.choose({ audience: 'employee' }));
    const found = await find(page, 'write a plan');
    assert.ok(found.length > 2);
    assert.deepEqual(found.filter(({ to }) => /^(manager|hr|oh|colleague|care)\//.test(to)), []);
  }));

  test('the index is asked for at the first search, once, and no word of the search goes anywhere', () => open({}, async (page, watch) => {
    await page.goto(fileUrl(pageOf('text')));
    const asked = () => page.$$eval('script[src*="assets/search-"]', (all) => all.length);
    assert.equal(await asked(), 0);
    const before = { address: page.url(), title: await page.title(), history: await page.evaluate(() => history.length) };
    await find(page, 'fatigue');
    await find(page, 'adjustments');
    assert.equal(await asked(), 1);
    assert.deepEqual({ address: page.url(), title: await page.title(), history: await page.evaluate(() => history.length) }, before);
    assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, '']);
    assert.equal(watch.requests.filter((one) => /fatigue|adjust/.test(one)).length, 0);
    await page.keyboard.press('Escape');
  }));

  test('results lead to pages that exist, say which part they are of, and take the choice along', () => open({}, async (page) => {
    await page.goto(`${fileUrl(pageOf('text'))}#job-type=desk`);
    const found = await find(page, 'plan');
    assert.ok(found.length > 3);
    assert.ok(found.some(({ place }) => place === 'Planning the return \u00b7 If you are the manager'));
    assert.deepEqual(found.filter(({ text: title, place }) => title === place), [], 'a place that only repeats the title');
    for (const { to } of found) {
      assert.match(to, /#job-type=desk$/);
      assert.ok(statSync(path.join(path.dirname(pageOf('text')), to.split('#')[0])).isFile());
    }
    const status = await page.$eval('.search-status', (one) => ({ text: one.textContent, role: one.getAttribute('role') }));
    assert.match(status.text, /^Found: \d+/);
    assert.equal(status.role, 'status');
  }));
});

test('an index is at most 2.5 KB for each page, and holds no page that its edition does not', () => {
  for (const { profile, bundle, folder, pages } of siteBundles()) {
    for (const language of spoken) {
      const index = path.join(folder, 'assets', `search-${language}.js`);
      const own = pages.filter((file) => file.startsWith(path.join(folder, language) + path.sep)).map((file) => path.relative(path.join(folder, language), file));
      if (own.length === 0) continue;
      const size = statSync(index).size;
      assert.ok(size <= 2560 * own.length, `${profile}/${bundle}/${language}: ${size} bytes for ${own.length} pages`);
      let data = null;
      new Function('tailorbird', readFileSync(index, 'utf8'))({ searchData: (given) => { data = given; } });
      assert.deepEqual(data.pages.map(([to]) => to).filter((to) => !own.includes(to)), []);
    }
  }
  assert.ok(statSync(path.join(everyone, 'assets/search-en.js')).isFile());
});
