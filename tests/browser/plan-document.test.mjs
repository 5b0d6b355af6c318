// The plan as a document for word processors, made in the page: all that was written is in it, whole, with what a
// printed sheet says around it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { fileUrl } from './support/bundles.mjs';
import { everyComponent } from './support/components-project.mjs';
import { mainBrowserNames } from './support/browsers.mjs';
import { inEachBrowser } from './support/each-browser.mjs';
import { wordErrors } from './support/office.mjs';
import { pageOf } from './support/page-types.mjs';
import { enter, offeredFile } from './support/readers.mjs';

const kept = process.env.PLAN_DOCUMENTS;
let folder = null;
before(() => {
  if (kept) mkdirSync(kept, { recursive: true });
  folder = kept ?? mkdtempSync(path.join(os.tmpdir(), 'tailorbird-document-'));
});
after(() => { if (!kept) rmSync(folder, { recursive: true, force: true }); });

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const long = `${'Answering mail & calls, '.repeat(40)}<end>`;
const kinds = [
  { button: 'word', name: 'plan.docx', body: 'word/document.xml', xml: ['[Content_Types].xml', '_rels/.rels', 'word/_rels/document.xml.rels', 'word/styles.xml', 'word/document.xml'] },
  { button: 'odt', name: 'plan.odt', body: 'content.xml', xml: ['META-INF/manifest.xml', 'content.xml', 'styles.xml'] },
];

inEachBrowser((open, browser) => {
  for (const { button, name, body, xml } of kinds) {
    test(`${name} holds each word of the plan, the dates, when to go a step back, and whom to call`, () => open({}, async (page, watch) => {
      await page.goto(fileUrl(everyComponent('en')));
      assert.equal(await page.$('script[src$="plan-files.js"]'), null, 'nobody asked for a file');
      await enter(page, '[data-plan="start"]', '2026-03-02');
      await enter(page, '.plan-week:nth-child(1) [data-field="tasks"]', `${long}\nTeam \u{1f642} talk`);
      await enter(page, '.plan-week:nth-child(2) [data-field="hours"]', '8');
      const offered = await offeredFile(page, `.plan [data-action="${button}"]`);
      assert.equal(offered.name, name);
      const file = path.join(folder, `${browser}-${name}`);
      writeFileSync(file, Buffer.from(offered.bytes));
      assert.match(execFileSync('unzip', ['-t', file], { encoding: 'utf8' }), /No errors detected/);
      const part = (one) => execFileSync('unzip', ['-p', file, one.replace(/[[\]]/g, '\\$&')], { encoding: 'utf8' });
      for (const one of xml) execFileSync('xmllint', ['--noout', '-'], { input: part(one) });
      if (name.endsWith('.docx')) assert.deepEqual(await wordErrors(file), []);
      const words = part(body).replace(/<(w:br|text:line-break)\/>/g, '\n').replace(/<[^>]+>/g, '');
      assert.ok(words.includes(`${escaped(long)}\nTeam \u{1f642} talk`));
      assert.match(words, /2 March \u2013 8 March|March 2 \u2013 March 8/);
      for (const said of ['A step back', 'Names ____', 'Printed on', 'Version']) assert.ok(words.includes(said), `${said} is not in ${words}`);
      assert.deepEqual(watch.errors, []);
    }));
  }

  test('the bytes are the same each time, and an OpenDocument begins with its type', () => open({}, async (page) => {
    await page.goto(fileUrl(pageOf('plan')));
    const twice = [await offeredFile(page, '.plan [data-action="odt"]'), await offeredFile(page, '.plan [data-action="odt"]')];
    assert.deepEqual(twice[0].bytes, twice[1].bytes);
    assert.equal(Buffer.from(twice[0].bytes.slice(30, 77)).toString(), 'mimetypeapplication/vnd.oasis.opendocument.text');
    assert.match(Buffer.from(twice[0].bytes).toString(), /Occupational Health, Advice on work and health/);
  }));
}, mainBrowserNames);
