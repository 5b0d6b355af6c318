// WCAG 2.2 AA: axe finds nothing on any page type, language, colour scheme and tailored state; keyboard, narrow
// screens, text spacing and target sizes are walked, because axe cannot see them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import test, { describe } from 'node:test';
import { fileUrl } from './support/bundles.mjs';
import { inEachBrowser } from './support/each-browser.mjs';
import { everyone, languages, pageOf, pageTypes } from './support/page-types.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'EN-301-549'];

// Without it, colours are measured while they change.
const still = [{ name: 'prefers-reduced-motion', value: 'reduce' }];

// What depends on the colour scheme; all else was seen in light.
const colourRules = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

async function violations(page, runOnly = tags, rules = {}) {
  const found = await page.evaluate(async (options) => {
    const result = await window.axe.run(document, options);
    return result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(' | ')}`);
  }, { runOnly, rules, resultTypes: ['violations'] });
  return found;
}

// The first value of each open question of the page.
const tailor = (page) => page.evaluate(() => {
  for (const field of document.querySelectorAll('.situation fieldset')) field.querySelector('input').click();
});

inEachBrowser((open) => {
  for (const language of languages) {
    // A choice takes the same elements away in each language.
    const states = language === 'en' ? [false, true] : [false];
    for (const { type, file } of pageTypes(language)) {
      test(`axe finds nothing: ${type} in ${language}, light and dark, whole${states.length > 1 ? ' and tailored' : ''}`, () => open({}, async (page) => {
        await page.emulateMediaFeatures(still);
        await page.goto(fileUrl(file));
        await page.evaluate(axe);
        for (const isTailored of states) {
          if (isTailored) await tailor(page);
          for (const [value, rules] of [['light', tags], ['dark', colourRules]]) {
            await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }, ...still]);
            assert.deepEqual(await violations(page, rules), [], `${value}${isTailored ? ', tailored' : ''}`);
          }
        }
      }));
    }
  }
  test('axe finds nothing on a narrow screen, with the menu and the choice closed and open', () => open({ width: 360, height: 700 }, async (page) => {
    await page.emulateMediaFeatures(still);
    await page.goto(fileUrl(pageOf('text')));
    await page.evaluate(axe);
    assert.deepEqual(await violations(page), [], 'closed');
    for (const place of ['.menu', '.situation']) {
      await page.click(`${place} summary`);
      assert.deepEqual(await violations(page), [], `${place} open`);
      await page.click(`${place} summary`); // what opens lies over the page
    }
  }));
  test('axe finds nothing on the choice of a language, and none on paper', () => open({}, async (page) => {
    await page.goto(fileUrl(path.join(everyone, 'index.html')));
    await page.evaluate(axe);
    assert.deepEqual(await violations(page), []);
    await page.goto(fileUrl(pageOf('plan')));
    await page.emulateMediaType('print');
    await page.evaluate(axe);
    const onPaper = { 'target-size': { enabled: false } }; // a box on paper is ticked with a pen
    assert.deepEqual(await violations(page, tags, onPaper), []);
  }));
  test('axe finds nothing while a conversation, a question and a search are under way', () => open({}, async (page) => {
    await page.goto(fileUrl(pageTypes('en').find(({ type }) => type === 'every').file));
    await page.evaluate(axe);
    await page.evaluate(() => {
      document.querySelector('.conversation-say').click();
      document.querySelector('[data-action="check"]').click();
    });
    await page.type('.search input', 'plan');
    await page.waitForSelector('.search-results li');
    assert.deepEqual(await violations(page), []);
  }));
}, ['chrome']);

inEachBrowser((open) => {
  for (const { type, file } of pageTypes('en')) {
    test(`axe finds nothing here either: ${type}, whole and tailored`, () => open({}, async (page) => {
      await page.goto(fileUrl(file));
      await page.evaluate(axe);
      assert.deepEqual(await violations(page), [], 'whole');
      await tailor(page);
      assert.deepEqual(await violations(page), [], 'tailored');
    }));
  }
}, ['firefox']);

// Where readers have set colours of their own, backgrounds and most colours of the theme are gone.
inEachBrowser((open) => {
  test('in forced colours one still sees which step, page and choice is the current one', () => open({}, async (page) => {
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }, ...still] });
    await page.goto(fileUrl(pageOf('checklist')));
    const look = (selector, property) => page.$eval(selector, (one, name) => getComputedStyle(one)[name], property);
    for (const [current, other, property] of [
      ['.menu a[aria-current]', '.menu a:not([aria-current])', 'borderBottomColor'],
      ['.path [aria-current] .knot', '.path ol a:not([aria-current]) .knot', 'backgroundColor'],
      ['.choice-pill input:checked + span', '.choice-pill input:not(:checked) + span', 'backgroundColor'],
    ]) assert.notEqual(await look(current, property), await look(other, property), current);
    assert.equal(await look('.menu a:not([aria-current])', 'borderBottomColor'), await look('body', 'backgroundColor'));
  }));
}, ['chrome']);

// What the element with the focus looks like, and whether its middle or a corner can be seen.
function focusSeen() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const shown = element.matches('.choice-pill input, .checklist-item input, .question-answer input') ? element.closest('label') : element;
  const box = shown.getBoundingClientRect();
  const isIndicated = [element, shown, shown.querySelector('span')].filter(Boolean).some((one) => {
    const style = getComputedStyle(one);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1.5;
  });
  const points = [...element.getClientRects(), box].flatMap((rect) => [[rect.x + rect.width / 2, rect.y + rect.height / 2],
    [rect.x + 3, rect.y + 3], [rect.right - 3, rect.bottom - 3]]);
  const isSeen = points.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && (shown.contains(top) || top.contains(element));
  });
  if (!element.dataset.stop) element.dataset.stop = String(window.stops = (window.stops || 0) + 1);
  return { stop: Number(element.dataset.stop), name: `${element.tagName} ${element.className} ${element.textContent.slice(0, 30)}`,
    isIndicated, isSeen };
}

async function walk(page) {
  const stops = [];
  for (let presses = 0; presses < 220; presses += 1) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(focusSeen);
    if (!seen || seen.stop < stops.length) return stops;
    if (seen.stop > stops.length) stops.push(seen);
  }
  throw new Error('the walk does not end: a keyboard trap?');
}

const spacing = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }`;

inEachBrowser((open, name) => {
  describe('with the keyboard', () => {
    for (const [type, width] of [['start', 1280], ['conversation', 1280], ['checklist', 1280], ['plan', 1280], ['text', 360]]) {
      test(`each stop of the Tab key on the ${type} page, ${width} px wide, shows that it has the focus and is not covered`, () => open({ width }, async (page) => {
        await page.goto(fileUrl(pageOf(type)));
        const stops = await walk(page);
        assert.ok(stops.length > 12, `only ${stops.length} stops`);
        assert.match(stops[0].name, /skip/, 'the first stop is not the skip link');
        assert.deepEqual(stops.filter((stop) => !stop.isIndicated).map((stop) => stop.name), [], 'without an indicator');
        assert.deepEqual(stops.filter((stop) => !stop.isSeen).map((stop) => stop.name), [], 'covered');
      }));
    }
  });

  for (const language of name === 'chrome' ? languages : ['nl']) {
    test(`nothing is wider than a screen of 320 px, with and without wider text spacing, in ${language}`, () => open({ width: 320, height: 640 }, async (page) => {
      for (const { type, file } of pageTypes(language)) {
        await page.goto(fileUrl(file));
        const width = () => page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(await width() <= 320, `${type}: ${await width()} px`);
        await page.evaluate((css) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          document.adoptedStyleSheets = [sheet];
        }, spacing);
        assert.ok(await width() <= 320, `${type} with wider spacing: ${await width()} px`);
      }
    }));
  }

  for (const width of name === 'chrome' ? [320, 1280] : [320]) {
    test(`what one can press is 24 px high and wide, or a link in running text, at ${width} px`, () => open({ width }, async (page) => {
      for (const { type, file } of pageTypes('en')) {
        await page.goto(fileUrl(file));
        const small = await page.evaluate(() => [...document.querySelectorAll('button, input, textarea, summary, nav a, .person a, .exit, .site-footer a')]
          .map((element) => (element.closest('label') ?? element))
          .filter((element) => element.getClientRects().length && !element.closest('.sr, .breadcrumbs'))
          .map((element) => ({ name: `${element.tagName} ${element.className} ${element.textContent.trim().slice(0, 20)}`, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.width < 24 || box.height < 24)
          .map(({ name: called, box }) => `${called} ${Math.round(box.width)}x${Math.round(box.height)}`));
        assert.deepEqual(small, [], type);
      }
    }));
  }

  test('a page has one main heading, its language, landmarks, and passages in another language say so', () => open({}, async (page) => {
    for (const language of name === 'chrome' ? languages : ['nl']) {
      for (const { type, file } of pageTypes(language)) {
        await page.goto(fileUrl(file));
        const seen = await page.evaluate(() => ({ lang: document.documentElement.lang, h1: document.querySelectorAll('h1').length,
          main: document.querySelectorAll('main').length, skip: document.querySelector('a.skip').hash,
          foreign: [...document.querySelectorAll('main [lang]')].map((one) => one.lang) }));
        assert.deepEqual({ lang: seen.lang, h1: seen.h1, main: seen.main, skip: seen.skip }, { lang: language, h1: 1, main: 1, skip: '#tb-main' }, file);
        assert.ok(seen.foreign.every((one) => one !== language), `${file}: ${seen.foreign}`);
        if (type === 'every') assert.ok(seen.foreign.length >= 1, `${file} marks no foreign passage`);
      }
    }
  }));

  test('who prefers less motion gets none', () => open({}, async (page) => {
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]).catch(() => {});
    await page.goto(fileUrl(pageOf('conversation')));
    const moving = await page.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches
      ? document.getAnimations().length + [...document.querySelectorAll('body *')].filter((one) => parseFloat(getComputedStyle(one).transitionDuration) > 0.01).length
      : document.getAnimations().length);
    assert.equal(moving, 0);
  }));
});
