// The roll-out kit's documents are what Word's own schemas ask for. TAILORBIRD_KITS=all looks at every organisation's.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { describe } from 'node:test';
import { dist } from './support/bundles.mjs';
import { wordErrors } from './support/office.mjs';

const asked = process.env.TAILORBIRD_KITS === 'all' ? '' : 'meander/kit/nl';
const documents = readdirSync(dist, { recursive: true })
  .filter((one) => one.endsWith('.docx') && one.includes('/kit/') && one.startsWith(asked)).sort();

describe('Word opens without a repair', { concurrency: 2 }, () => {
  assert.ok(documents.length >= 8, `only ${documents.length} documents`);
  for (const document of documents) {
    test(document, async () => assert.deepEqual(await wordErrors(path.join(dist, document)), []));
  }
});

/** Each takes one thing from a good document that Word needs. */
const damages = [
  { name: 'properties after the words of a paragraph', part: 'word/document.xml', change: [/(<w:pPr>.*?<\/w:pPr>)(<w:r>.*?<\/w:r>)/, '$2$1'] },
  { name: 'a style of an unknown kind', part: 'word/styles.xml', change: [/w:type="paragraph"/, 'w:type="sentence"'] },
  { name: 'a table without its grid', part: 'word/document.xml', change: [/<w:tblGrid>.*?<\/w:tblGrid>/, ''] },
  { name: 'styles without a type', part: '[Content_Types].xml', change: [/<Override PartName="\/word\/styles.xml"[^>]*>/, ''] },
  { name: 'a numbering of lists that is not there', part: 'word/_rels/document.xml.rels', change: [/Target="numbering.xml"/, 'Target="none.xml"'] },
];

describe('and would repair, or refuse', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tailorbird-office-'));
  for (const [index, { name, part, change }] of damages.entries()) {
    test(name, async (t) => {
      t.after(() => { if (index === damages.length - 1) rmSync(folder, { recursive: true, force: true }); });
      const file = path.join(folder, `${index}.docx`);
      cpSync(path.join(dist, 'meander/kit/nl/responsibilities.docx'), file);
      const parts = path.join(folder, String(index));
      mkdirSync(parts);
      execFileSync('unzip', ['-q', file, '-d', parts]);
      const good = readFileSync(path.join(parts, part), 'utf8');
      const damaged = good.replace(...change);
      assert.notEqual(damaged, good, 'there is nothing to damage');
      writeFileSync(path.join(parts, part), damaged);
      rmSync(file);
      execFileSync('7z', ['a', '-tzip', '-bd', file, '.'], { cwd: parts });
      assert.notDeepEqual(await wordErrors(file), []);
    });
  }
});
