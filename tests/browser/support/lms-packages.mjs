// SCORM packages for the walks, made by the real program and unpacked as a learning system would.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../../..');
const binary = process.env.TAILORBIRD ?? path.join(root, 'build/dev/generator/tailorbird');
const work = mkdtempSync(path.join(os.tmpdir(), 'tailorbird-scorm-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

const scormFormats = { '1.2': 'scorm12', '2004': 'scorm2004' };

function build(project, filter) {
  const out = path.join(project, 'dist');
  const run = spawnSync(binary, ['build', '--root', project, '--out', out, '--quiet', ...filter], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`tailorbird build failed:\n${run.error ?? run.stderr}`);
  return { out, said: run.stderr };
}

// The folders with the unpacked packages of one bundle in English: { '1.2': folder, '2004': folder }.
function unpack({ out, said }, profile, bundle, formats = scormFormats) {
  const folders = {};
  for (const [version, format] of Object.entries(formats)) {
    folders[version] = mkdtempSync(path.join(work, 'package-'));
    const zip = path.join(out, profile, bundle, `${profile}-${bundle}-en-${format}.zip`);
    if (!existsSync(zip)) throw new Error(`no ${zip}:\n${said}`);
    execFileSync('unzip', ['-q', zip, '-d', folders[version]]);
  }
  return folders;
}

// The small project of tests/browser/scorm-project; `change(folder)` may alter a copy of it first. `formats`: other ones
// than SCORM, each a key of what is returned.
export function smallPackages(change = () => {}, profile = 'inn', formats = []) {
  const project = mkdtempSync(path.join(work, 'project-'));
  cpSync(path.join(here, '../scorm-project'), project, { recursive: true });
  change(project);
  if (formats.length === 0) return unpack(build(project, []), profile, 'managers');
  edit(path.join(project, `profiles/${profile}.yaml`), /formats: \[.*\]/g, `formats: [${formats.join(', ')}]`);
  return unpack(build(project, []), profile, 'managers', Object.fromEntries(formats.map((format) => [format, format])));
}

// A bundle of the project's own content.
export function realPackages(profile, bundle) {
  const project = mkdtempSync(path.join(work, 'project-'));
  for (const folder of ['content', 'profiles']) cpSync(path.join(root, folder), path.join(project, folder), { recursive: true });
  for (const name of readdirSync(path.join(project, 'profiles')).filter((file) => file.endsWith('.yaml'))) {
    edit(path.join(project, 'profiles', name), /formats: \[.*\]/g, 'formats: [site, scorm12, scorm2004]');
  }
  return unpack(build(project, ['--profile', profile, '--bundle', bundle, '--language', 'en']), profile, bundle);
}

export function edit(file, from, to) {
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
}

export function addFile(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

// What the package tells its script.
export function configOf(folder) {
  const script = readFileSync(path.join(folder, 'assets/scorm-data.js'), 'utf8');
  return new Function(`${script}; return tailorbirdScorm.config;`)();
}
