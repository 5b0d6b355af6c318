// How many sheets a reader carries away: of each kind of page and of each tool, empty and filled in, in each language.
// What one takes to the meeting is one sheet or two; no sheet is empty, and none holds only the foot of the page.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { dist, fileUrl } from './support/bundles.mjs';
import { inEachBrowser } from './support/each-browser.mjs';

// Where a language has the pages of managers and of employees.
const sites = {
  en: ['generic/everyone', 'generic/everyone'],
  nl: ['meander/managers', 'meander/employees'],
  fr: ['levain/everyone', 'levain/everyone'],
  de: ['holmberg/managers', 'wollgras/staff'],
};
// Most sheets: of the whole page, of its tool alone, and of the tool filled in.
const kinds = [
  { name: 'a plan', page: 'manager/plan/write-the-plan.html', tool: '.plan', most: { page: 3, tool: 1, filled: 2 } },
  { name: 'a proposal', site: 1, page: 'employee/plan/my-proposal.html', tool: '.plan', most: { page: 3, tool: 1, filled: 2 } },
  { name: 'a checklist', page: 'manager/disclosure/contact-agreement.html', tool: '.checklist', most: { page: 3, tool: 1, filled: 1 } },
  { name: 'a practice talk', page: 'manager/practice/corridor.html', tool: '.conversation', most: { page: 3, tool: 1 } },
  { name: 'a text', page: 'manager/return/late-effects.html', most: { page: 2 } },
];
const words = 'Answering mail and calls from two teams, with help from Robin; no nights, a break each hour, a quiet room to go to. ';

let folder = null;
before(() => { folder = mkdtempSync(path.join(os.tmpdir(), 'tailorbird-paper-')); });
after(() => rmSync(folder, { recursive: true, force: true }));

// The words of each sheet.
async function sheets(page, format) {
  const file = path.join(folder, 'sheets.pdf');
  writeFileSync(file, await page.pdf({ format }));
  return execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
}

async function sheetsOfTool(page, tool, format) {
  await page.evaluate((one) => { window.print = () => {}; document.querySelector(`${one} [data-action="print"]`).click(); }, tool);
  const all = await sheets(page, format);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  return all;
}

// Each row of a plan and the notes of a list hold `text`.
const fill = (page, text) => page.evaluate((value) => {
  const enter = (field, one) => { field.value = one; field.dispatchEvent(new Event('input', { bubbles: true })); };
  for (const field of document.querySelectorAll('[data-plan="start"], [data-field="review"]')) enter(field, '2027-03-01');
  for (const field of document.querySelectorAll('[data-field="hours"]')) enter(field, '16');
  for (const field of document.querySelectorAll('[data-field="adjustments"], .checklist-notes textarea')) enter(field, value);
  for (const field of document.querySelectorAll('[data-field="tasks"]')) enter(field, value.repeat(2));
}, text);

// Without the line that each sheet has below. A last sheet is worth its paper when more than a few lines stand on it.
function expectSheets(all, most, what) {
  assert.ok(all.length >= 1 && all.length <= most, `${what}: ${all.length} sheets`);
  const lines = all.map((sheet) => sheet.split('\n').filter((line) => line.trim() && !/\d+ \/ \d+\s*$/.test(line)));
  for (const [index, sheet] of lines.entries()) {
    const last = index === lines.length - 1;
    assert.ok(sheet.join('\n').length > (last ? 400 : 600) && sheet.length > 7, `${what}: nearly nothing on sheet ${index + 1} of ${all.length}: ${sheet.join('\n')}`);
  }
}

inEachBrowser((open) => {
  for (const [language, folders] of Object.entries(sites)) {
    for (const { name, site = 0, page: file, tool, most } of kinds) {
      test(`${name} in ${language} fits on the sheets that one carries`, () => open({}, async (page) => {
        await page.goto(fileUrl(path.join(dist, folders[site], 'site', language, file)));
        expectSheets(await sheets(page, 'A4'), most.page, 'the page');
        if (!tool) return;
        expectSheets(await sheetsOfTool(page, tool, 'A4'), most.tool, 'the tool');
        if (!most.filled) return;
        await fill(page, words);
        for (const format of ['A4', 'Letter']) {
          const filled = await sheetsOfTool(page, tool, format);
          expectSheets(filled, most.filled, `filled in, ${format}`);
          assert.ok(filled.join(' ').replace(/\s+/g, ' ').includes(words.trim()), 'what was written is cut');
        }
      }));
    }
  }

  // Chromium breaks before all text when nothing else pleases it: the first of two sheets then has the title alone.
  test('the first sheet is full, and the text on it, whatever stands at the foot', () => open({}, async (page) => {
    for (const file of ['hr/faq.html', 'employee/disclosure/index.html', 'employee/change/working-on.html', 'shared/accessibility.html', 'shared/sources.html']) {
      await page.goto(fileUrl(path.join(dist, 'generic/everyone/site/en', file)));
      for (const format of ['A4', 'Letter']) {
        const all = await sheets(page, format);
        for (const sheet of all.slice(0, -1)) assert.ok(sheet.length > 1800, `${file}, ${format}: ${all.map((one) => one.length)}`);
      }
    }
  }));

  // A sheet that only says where a text comes from and when it was checked is paper wasted.
  test('the foot of a page stands on a sheet with text', () => open({}, async (page) => {
    for (const file of ['generic/everyone/site/en/hr/faq.html', 'generic/everyone/site/en/shared/fatigue.html', 'generic/everyone/site/en/colleague/practice/in-the-canteen.html',
      'generic/everyone/site/en/employee/return/pace.html', 'meander/managers/site/nl/shared/our-policy.html', 'holmberg/managers/site/de/shared/pain-and-nerves.html', 'levain/everyone/site/fr/manager/faq.html']) {
      await page.goto(fileUrl(path.join(dist, file)));
      const all = await sheets(page, 'A4');
      const isFoot = await page.evaluate((last) => {
        const text = document.querySelector('article').textContent.replace(/\s+/g, ' ');
        return last.split('\n').map((line) => line.trim()).filter((line) => line.length > 12 && text.includes(line)).length < 5;
      }, all.at(-1));
      assert.ok(!isFoot, `${file}: the last of ${all.length} sheets has the foot alone: ${all.at(-1)}`);
    }
  }));

  test('a list of many people begins on the sheet of its heading', () => open({}, async (page) => {
    await page.goto(fileUrl(path.join(dist, 'holmberg/managers/site/de/shared/find-help.html')));
    const [first] = await sheets(page, 'A4');
    assert.ok(first.length > 1800, first);
  }));

  test('the sign of a way to call stands beside its number or address', () => open({}, async (page) => {
    await page.emulateMediaType('print');
    for (const width of [420, 560, 703, 725]) {
      await page.setViewport({ width, height: 1000 });
      for (const file of ['generic/everyone/site/en/easy/told.html', 'generic/everyone/site/en/shared/find-help.html', 'kanaal-link/managers/site/nl/shared/find-help.html', 'holmberg/managers/site/de/shared/find-help.html']) {
        await page.goto(fileUrl(path.join(dist, file)));
        const apart = await page.$$eval('.person-line', (all) => all.filter((one) => one.checkVisibility()).map((one) => {
          const sign = one.querySelector('svg').getBoundingClientRect();
          const words = one.querySelector('a').getClientRects()[0];
          return words.top < sign.bottom && words.bottom > sign.top ? '' : one.innerText;
        }));
        assert.ok(apart.length >= 2);
        assert.deepEqual(apart.filter(Boolean), [], `${file}, ${width}`);
      }
    }
  }));

  test('each sheet says whose it is, which page and which day; dates are words', () => open({}, async (page) => {
    await page.goto(fileUrl(path.join(dist, 'holmberg/managers/site/de/manager/plan/write-the-plan.html')));
    await fill(page, words.repeat(4));
    const all = await sheetsOfTool(page, '.plan', 'A4');
    assert.ok(all.length > 1);
    const title = await page.$eval('h1', (one) => one.textContent);
    for (const sheet of all) {
      const line = sheet.replace(/\s+/g, ' ');
      for (const said of ['Holmberg & Tanne', title, String(new Date().getFullYear())]) assert.ok(line.includes(said), `${said} is not on: ${line}`);
    }
    assert.match(all.join(' ').replace(/\s+/g, ' '), /Mo\., 1\. M\u00e4rz 2027/);
  }));

  test('a reader who chose larger text gets larger text on paper', () => open({}, async (page) => {
    const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.querySelector('article p')).fontSize));
    await page.goto(fileUrl(path.join(dist, 'generic/everyone/site/en/manager/return/late-effects.html')));
    await page.emulateMediaType('print');
    const plain = await size();
    await page.evaluate(() => document.documentElement.classList.add('is-largest'));
    assert.ok(await size() > plain * 1.4);
  }));

  test('at the end of a practice talk the button prints what was heard, what was said and why it works, on one sheet', () => open({}, async (page) => {
    await page.goto(fileUrl(path.join(dist, 'generic/everyone/site/en/manager/practice/corridor.html')));
    const [heard, why] = await page.evaluate(() => {
      const step = document.querySelector('.conversation-step:not([hidden])');
      const choice = step.querySelector('.is-worse');
      choice.querySelector('.conversation-say').click();
      const told = [step.querySelector('.conversation-heard').innerText, choice.querySelector('.conversation-answer > p:not([class])').innerText];
      for (let turn = 0; turn < 9 && document.querySelector('.conversation-end').hidden; turn += 1) {
        const now = document.querySelector('.conversation-step:not([hidden])');
        now.querySelector('.conversation-say').click();
        now.querySelector('.conversation-choice.is-chosen [data-action="next"]').click();
      }
      return told;
    });
    const [sheet, ...more] = await sheetsOfTool(page, '.conversation', 'A4');
    assert.deepEqual(more, []);
    const said = sheet.replace(/\s+/g, ' ');
    for (const words of [heard, why]) assert.ok(said.includes(words.trim().replace(/\s+/g, ' ')), `${words} is not on: ${said}`);
    assert.equal((await page.$$eval('.review-heard', (all) => all.map((one) => one.getClientRects().length))).some(Boolean), false, 'on the screen it is short');
  }));
}, ['chrome']);
