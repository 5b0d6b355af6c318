// The tables of docs/lms.md: what they say is what the tests find.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../../../docs/lms.md', import.meta.url));

// The rows of the first table after the heading, as arrays of cells.
export function tableAfter(heading) {
  const text = readFileSync(file, 'utf8');
  const at = text.indexOf(heading);
  if (at < 0) throw new Error(`docs/lms.md has no "${heading}"`);
  const lines = text.slice(at).split('\n');
  const start = lines.findIndex((line) => line.startsWith('|')) + 2;
  const count = lines.slice(start).findIndex((line) => !line.startsWith('|'));
  return lines.slice(start, start + count).map((row) => row.split('|').slice(1, -1).map((cell) => cell.trim()));
}
