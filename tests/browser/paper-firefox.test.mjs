// Paper from Firefox as a reader gets it: the button is pressed and Firefox prints, into a file. What its driver
// calls printing leaves out the words of fields, which is why draft.test.mjs asks Chromium alone.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileUrl } from './support/bundles.mjs';
import { launch } from './support/browsers.mjs';
import { pageOf } from './support/page-types.mjs';

const printer = 'Mozilla Save to PDF';
const own = `print.printer_${printer.replaceAll(' ', '_')}`;
const folder = mkdtempSync(path.join(os.tmpdir(), 'tailorbird-paper-'));
const file = path.join(folder, 'sheet.pdf');
let browser;
before(async () => {
  browser = await launch('firefox', {
    'print.always_print_silent': true,
    'print_printer': printer,
    [`${own}.print_to_file`]: true,
    [`${own}.print_to_filename`]: file,
  });
});
beforeEach(() => rmSync(file, { force: true }));
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

// The words on paper once the file is there and grows no more.
async function printed() {
  const end = Date.now() + 60_000;
  for (let size = 0; Date.now() < end; await wait(300)) {
    const now = existsSync(file) ? statSync(file).size : 0;
    if (now > 0 && now === size) return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    size = now;
  }
  throw new Error('nothing was printed');
}

test('a plan filled in prints whole in Firefox, and says whose it is and whom to call', async () => {
  const words = Array.from({ length: 60 }, (_, number) => `word${number}`);
  const page = await browser.newPage();
  await page.goto(fileUrl(pageOf('plan')));
  await page.waitForSelector('.plan [data-field="tasks"]');
  await page.type('.plan [data-field="tasks"]', words.join(' '));
  await page.click('.plan [data-action="print"]');
  const paper = await printed();
  for (const word of words) assert.match(paper, new RegExp(`\\b${word}\\b`), `${word} is cut`);
  assert.match(paper, /Printed on .*20\d\d/);
  assert.match(paper, /Version [0-9a-f]{8}\./);
});

// Words whose boxes lie on each other: Firefox writes title, address and number of a sheet on its edge, too.
function overlaps() {
  const found = [];
  for (const sheet of execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' }).split('<page ').slice(1)) {
    const words = [...sheet.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)].map(([, left, top, right, bottom, text]) => ({ left: +left, top: +top, right: +right, bottom: +bottom, text }));
    for (const [index, one] of words.entries()) {
      for (const other of words.slice(index + 1)) {
        const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (wide > 2 && high > 4) found.push(`${one.text} and ${other.text}`);
      }
    }
  }
  return found;
}

test('what Firefox writes on the edge of a sheet lies on no text', async () => {
  const page = await browser.newPage();
  await page.goto(fileUrl(pageOf('plan')));
  await page.waitForSelector('.plan [data-action="print"]');
  await page.evaluate(() => window.print());
  assert.match(await printed(), /1 of 3|1 of 4/);
  assert.deepEqual(overlaps(), []);
});
