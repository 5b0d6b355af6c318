// The first screen answers: what to do, what to say, and whom to call stand on it, on a desk and on a phone; all that
// leads elsewhere is there once.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { dist, fileUrl, siteBundles } from './support/bundles.mjs';
import { mainBrowserNames } from './support/browsers.mjs';
import { inEachBrowser } from './support/each-browser.mjs';
import { everyone, languages, pageOf } from './support/page-types.mjs';

// The first page of each step, in each bundle for one audience; of the German organisation the German ones.
const steps = siteBundles().flatMap(({ folder, pages }) => pages.filter((file) =>
  /^(en|nl|fr|de)\/(manager|employee|colleague)\/(prepare|disclosure|treatment|plan|return|change)\/index\.html$/.test(path.relative(folder, file)) &&
  !folder.includes('everyone') && !/holmberg.*\bsite.en\b/.test(file)));

// Each page with a box of whom to call, in the bundle with most readers and in one of each other language.
const urgentPages = () => siteBundles().filter(({ profile, bundle }) => /^(generic.everyone|holmberg.managers|harrow-vale.employees|kanaal-link.staff)$/.test(`${profile}/${bundle}`))
  .flatMap(({ pages }) => pages).filter((file) => readFileSync(file, 'utf8').includes('callout-caution'));

// Where the first of these elements begins and ends, from the top of the screen.
const place = (page, selector) => page.evaluate((wanted) => {
  const shown = [...document.querySelectorAll(wanted)].find((one) => one.getClientRects().length > 0);
  const box = shown?.getBoundingClientRect();
  return box ? { top: box.top, bottom: box.bottom } : null;
}, selector);

const noOverflow = async (page) => assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'the page is wider than the screen');

inEachBrowser((open) => {
  test('at 1280 \u00d7 800 the first screen of a step says what to do and what to say, leads to its tools, and names a person', () => open({ width: 1280, height: 800 }, async (page) => {
    assert.ok(steps.length >= 30, `${steps.length} pages`);
    for (const file of steps) {
      await page.goto(fileUrl(file));
      for (const [what, selector] of [['in short', '.key-points li'], ['what to say', '.opening .say li'], ['a person', '.rail a[href^="tel:"], .rail a[href^="mailto:"]']]) {
        const seen = await place(page, selector);
        assert.ok(seen && seen.bottom <= 800, `${file}: ${what} at ${JSON.stringify(seen)}`);
      }
      const ways = await page.$$eval('.ways li:not(.way-person)', (all) => all.length);
      const way = await place(page, '.ways a');
      assert.ok(ways === 0 || way.top < 800, `${file}: a way on at ${JSON.stringify(way)}`);
      await noOverflow(page);
    }
  }));

  test('at 320 pixels the first instruction stands within 400, and a person is one touch away', () => open({ width: 320, height: 640 }, async (page) => {
    for (const file of steps) {
      await page.goto(fileUrl(file));
      const first = await place(page, '.key-points li');
      assert.ok(first && first.top <= 400, `${file}: ${first?.top}`);
      const person = await place(page, '.way-person a');
      assert.ok(person.bottom <= 640 && person.bottom - person.top >= 44, JSON.stringify(person));
      await noOverflow(page);
    }
    await page.evaluate(() => document.querySelector('.way-person a').click());
    await page.waitForFunction(() => { const box = document.querySelector('#tb-people').getBoundingClientRect(); return box.top >= 0 && box.top < 300; }, { timeout: 4000 });
  }));

  test('whom to call in danger stands first on each page that says it: on a phone one line with the number, which opens to the whole, and the first instruction still within 400 pixels', () => open({ width: 320, height: 640 }, async (page) => {
    const pages = urgentPages();
    assert.ok(pages.length >= 30, `${pages.length} pages`);
    for (const file of pages) {
      await page.goto(fileUrl(file));
      assert.ok(await page.$eval('.prose > .opening > :first-child', (one) => one.matches('.callout-caution')), file);
      const seen = { box: await place(page, '.callout-caution'), first: await place(page, '.key-points li, .prose > .opening ~ p, .prose > .opening ~ ul li') };
      assert.ok(seen.box.bottom - seen.box.top <= 56, `${file}: a box of ${seen.box.bottom - seen.box.top}`);
      assert.ok(seen.first.top <= 400, `${file}: ${seen.first.top}`);
      assert.match(await page.$eval('.callout-caution p:not(.callout-title)', (one) => one.innerText), /112|number|noodnummer|secours|Notruf/, file);
    }
    const rest = () => page.$eval('.callout-caution', (one) => one.lastElementChild.checkVisibility());
    assert.equal(await rest(), false);
    await page.click('.callout-more');
    assert.equal(await page.$eval('.callout-more', (one) => one.getAttribute('aria-expanded')), 'true');
    assert.equal(await rest(), true);
    await page.setViewport({ width: 1280, height: 800 });
    await page.reload();
    assert.equal(await rest(), true, 'a wide screen has room for the whole');
  }));

  test('what has the focus is not under the row at the foot of a phone', () => open({ width: 320, height: 640 }, async (page) => {
    await page.goto(fileUrl(pageOf('text')));
    assert.equal(await page.$eval('.ways', (bar) => Math.round(bar.getBoundingClientRect().bottom)), 640, 'nothing shows below the row');
    for (let press = 0; press < 40; press += 1) {
      await page.keyboard.press('Tab');
      const hidden = await page.evaluate(() => {
        const one = document.activeElement;
        const bar = document.querySelector('.ways');
        return bar.contains(one) || one === document.body ? '' : one.getBoundingClientRect().top >= bar.getBoundingClientRect().top ? one.outerHTML.slice(0, 80) : '';
      });
      assert.equal(hidden, '');
    }
  }));

  test('the header is one row on a tablet and on a phone, and the steps are one line', () => open({}, async (page) => {
    for (const language of languages) {
      for (const [width, most] of [[320, 56], [390, 56], [768, 60], [1024, 110], [1280, 110]]) {
        await page.setViewport({ width, height: 800 });
        await page.goto(fileUrl(pageOf('text', language)));
        const seen = await page.evaluate(() => ({ header: document.querySelector('.site-header').offsetHeight, path: document.querySelector('.path').offsetHeight,
          menu: new Set([...document.querySelectorAll('.menu-panel > ul:first-child > li')].filter((one) => one.checkVisibility()).map((one) => one.offsetTop)).size }));
        assert.ok(seen.header <= most, `${language}, ${width}: a header of ${seen.header}`);
        assert.ok(seen.path <= 52, `${language}, ${width}: steps of ${seen.path}`);
        if (width > 1000) assert.equal(seen.menu, 1, 'the menu is wrapped');
        await noOverflow(page);
      }
    }
  }));

  test('a long name beside a logo as wide as a word keeps the header one row, and its words whole', () => open({}, async (page) => {
    for (const [width, most] of [[320, 56], [650, 62], [768, 62], [1000, 110]]) {
      await page.setViewport({ width, height: 800 });
      await page.goto(fileUrl(path.join(dist, 'holmberg/managers/site/de/manager/plan/index.html')));
      const seen = await page.evaluate(() => ({ header: document.querySelector('.site-header').offsetHeight, lines: document.querySelector('.brand-site').getClientRects()[0].height }));
      assert.ok(seen.header <= most, `${width}: a header of ${seen.header}`);
      if (width > 352) assert.ok(seen.lines <= 56, `${width}: a name of ${seen.lines}`);
      await noOverflow(page);
    }
  }));

  test('on a wide screen steps and contents are there once, and people and contents stay while one reads', () => open({ width: 1280, height: 800 }, async (page) => {
    await page.goto(fileUrl(path.join(everyone, 'en/manager/plan/index.html')));
    const lists = await page.evaluate(() => [...document.querySelectorAll('.site-header nav, .path ol, .rail nav, main nav:not(.ways, .previous-next)')].filter((one) => one.getClientRects().length).map((one) => one.className || one.parentElement.className));
    assert.deepEqual(lists, ['menu', 'languages', 'path', 'outline']);
    await page.evaluate(() => window.scrollTo(0, 1600));
    const rail = await place(page, '.rail');
    assert.ok(rail.top >= 0 && rail.top < 60, `the rail is at ${rail.top}`);
  }));

  test('in a bundle for everyone six roles come first, and what happened today follows the answer', () => open({ width: 1280, height: 800 }, async (page) => {
    await page.goto(fileUrl(path.join(everyone, 'en/index.html')));
    const roles = await page.$$eval('.is-large fieldset:first-of-type .choice-pill', (all) => all.filter((one) => one.getClientRects().length).map((one) => one.getBoundingClientRect().bottom));
    assert.equal(roles.length, 6);
    assert.deepEqual(new Set(roles).size, 2, 'two rows of three');
    assert.ok(Math.max(...roles) <= 800);
    assert.equal(await place(page, 'article .when li'), null);
    await page.evaluate(() => document.querySelector('.situation input[value="employee"]').click());
    assert.deepEqual(await page.$$eval('article .when h2 + ul > li > a', (all) => all.filter((one) => one.getClientRects().length).map((one) => one.textContent)),
      ['You have just heard', 'A talk at work is coming up', 'It goes differently than you hoped']);
  }));

  test('steps, menu and parts of the guide name the roles in the order of the question, and each step leads to the one chosen', () => open({ width: 1280, height: 800 }, async (page) => {
    const values = async (selector) => (await page.$$eval(selector, (all) => all.map((one) => /audience=([a-z]+)(;|$)/.exec(one.getAttribute('data-when') ?? '')?.[1]))).filter(Boolean);
    await page.goto(fileUrl(path.join(everyone, 'en/index.html')));
    const asked = await page.$$eval('.situation fieldset:first-of-type input', (all) => all.map((one) => one.value).filter(Boolean));
    assert.equal(asked.length, 6);
    for (const list of ['.menu-panel > ul:first-child > li, .menu-more li', '.start-top .card']) assert.deepEqual(await values(list), asked, list);
    for (const step of ['prepare', 'change']) {
      const roles = await values(`#tb-step-${step} .seam-pages li`);
      assert.deepEqual(roles, asked.filter((one) => roles.includes(one)), step);
    }
    // Thirty links of like weight help nobody: the steps open one by one, until the reader says who this is for.
    const links = () => page.$$eval('.start-path a', (all) => all.filter((one) => one.checkVisibility()).map((one) => one.innerText));
    assert.deepEqual(await links(), []);
    await page.click('#tb-step-plan summary');
    assert.equal((await links()).length, 5);
    await page.evaluate(() => document.querySelector('.situation input[value="employee"]').click());
    assert.equal((await links()).length, 6);
    assert.match((await links())[3], /Planning the return/);
  }));

  test('the start page of one audience leads to six steps; the pages of a step wait behind it', () => open({ width: 1280, height: 800 }, async (page) => {
    await page.goto(fileUrl(path.join(dist, 'meander/managers/site/en/index.html')));
    assert.equal((await page.$$eval('.start-path a', (all) => all.filter((one) => one.checkVisibility()))).length, 6);
    await page.click('#tb-step-plan summary');
    assert.ok((await page.$$eval('#tb-step-plan .seam-pages a', (all) => all.filter((one) => one.checkVisibility()))).length >= 3);
  }));

  test('the start page of one audience asks what happened today, with three cards on the first screen', () => open({ width: 1280, height: 800 }, async (page) => {
    for (const { folder, bundle, pages } of siteBundles().filter(({ bundle: name }) => ['managers', 'employees'].includes(name))) {
      for (const file of pages.filter((one) => /^..\/index\.html$/.test(path.relative(folder, one)))) {
        await page.goto(fileUrl(file));
        const cards = await page.$$eval('article h2 + ul > li', (all) => all.map((one) => one.getBoundingClientRect().top));
        assert.equal(cards.length, 3, `${bundle}: ${file}`);
        assert.ok(Math.max(...cards) < 760, `${file}: a card at ${Math.max(...cards)}`);
      }
    }
  }));
}, mainBrowserNames);
