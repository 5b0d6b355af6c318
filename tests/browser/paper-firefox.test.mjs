// Paper from Firefox as a reader gets it: the button is pressed and Firefox prints, into a file. What its driver
// calls printing leaves out the words of fields, which is why draft.test.mjs asks Chromium alone.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
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
