// The page that holds every component, made by the real program from tests/browser/components-project and the media of
// the project's own content.
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../../..');
const binary = process.env.TAILORBIRD ?? path.join(root, 'build/dev/generator/tailorbird');
const sites = new Map();

// Three seconds of silence: MPEG 1 layer III frames, 128 kbit/s, 44.1 kHz, with nothing in them.
function silence() {
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0x00]);
  return Buffer.concat(new Array(115).fill(frame));
}

// The built site's folder, in that theme; built once for each test file.
export function componentsSite(theme = 'default') {
  if (sites.has(theme)) return sites.get(theme);
  const work = mkdtempSync(path.join(os.tmpdir(), 'tailorbird-components-'));
  process.on('exit', () => rmSync(work, { recursive: true, force: true }));
  cpSync(path.join(here, '../components-project'), work, { recursive: true });
  appendFileSync(path.join(work, 'profiles/inn.yaml'), `theme: ${theme}\n`);
  const media = path.join(work, 'content/media');
  mkdirSync(media);
  for (const name of ['first-talk-en.mp4', 'first-talk.png', 'first-talk.svg']) {
    cpSync(path.join(root, 'content/media', name), path.join(media, name));
  }
  writeFileSync(path.join(media, 'spoken.mp3'), silence());
  try {
    execFileSync(binary, ['build', '--root', work, '--out', path.join(work, 'dist'), '--quiet'], { encoding: 'utf8', stdio: 'pipe' });
  } catch (failure) {
    throw new Error(`tailorbird build failed:\n${failure.stderr}${failure.stdout}`);
  }
  sites.set(theme, path.join(work, 'dist/inn/all/site'));
  return sites.get(theme);
}

export const everyComponent = (language, theme = 'default') => path.join(componentsSite(theme), language, 'every.html');

// The names of all components, as the program lists them.
export function componentNames() {
  const lines = execFileSync(binary, ['list', 'components', '--root', root], { encoding: 'utf8' }).trim().split('\n');
  return lines.slice(1).map((line) => line.split(/\s+/)[0]);
}
