// A project of payloads in all places (xss-places.mjs), built by the real program. What the program refuses is taken
// out, input by input, by the lines that its findings name; what is left is what readers could get.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { drawings, payloads } from './xss-payloads.mjs';
import { markdown, quoted, rows } from './xss-places.mjs';

const here = path.dirname(new URL(import.meta.url).pathname);
const root = path.resolve(here, '../../../..');
const binary = process.env.TAILORBIRD ?? path.join(root, 'build/dev/generator/tailorbird');

// All formats but `text`, which no browser draws. The kit comes with `rollout`.
const formats = ['site', 'single', 'epub', 'booklet', 'links', 'scorm12', 'scorm2004', 'cmi5', 'imscc'];

// A file of the project: lines that are always there, and inputs whose lines may be refused; others then stand there.
class SourceFile {
  parts = [];

  add(...lines) { this.parts.push({ lines, input: null }); return this; }
  addInput(input, lines, instead = []) { this.parts.push({ lines, input, instead }); return this; }

  // The text, and by line number the input that stands there.
  write() {
    const text = [];
    const inputs = [null];
    for (const { lines, input, instead } of this.parts) {
      for (const line of input?.refused ? instead : lines) {
        text.push(line);
        inputs.push(...line.split('\n').map(() => input));
      }
    }
    return { text: `${text.join('\n')}\n`, inputs };
  }
}

const slug = (name) => name.replaceAll(' ', '-');

export class XssProject {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tailorbird-xss-'));
  files = new Map();
  inputs = [];

  constructor() {
    process.on('exit', () => rmSync(this.folder, { recursive: true, force: true }));
    this.addFrames();
    this.addMarkdown();
    this.addFrontMatter();
    this.addRows();
    this.addKit();
    this.addDrawings();
    this.addTheme();
  }

  file(name) {
    if (!this.files.has(name)) this.files.set(name, new SourceFile());
    return this.files.get(name);
  }

  input(place, payload) {
    const input = { place, payload, refused: false };
    this.inputs.push(input);
    return input;
  }

  addFrames() {
    const all = payloads.filter((one) => !/\u2028|\{\{</.test(one)).join(' ');
    this.file('content/en/index.md').add('---', 'title: Words', '---', 'Words.');
    this.file('content/en/p/index.md').add('---', 'title: Words', '---', 'Words.');
    this.file('content/en/p/first.md').add('---', 'title: First', '---', 'Words.');
    this.file('content/en/p/rows.md').add('---', 'title: Rows', '---', 'A word.', '', '::: contacts', ':::', '', '::: responsibilities', ':::', '', '::: glossary', ':::', '', '::: sources', ':::', '');
    this.file('content/site.yaml').add(`title: {en: ${quoted(`Words ${all}`)}}`, 'languages: [en]', 'dimensions:', '  phase:', `    label: {en: ${quoted(`Phase ${all}`)}}`,
      `    question: {en: ${quoted(`Where? ${all}`)}}`, '    ordered: true', '    values:', `      plan: {label: {en: ${quoted(`Plan ${all}`)}}, when: {en: ${quoted(`When ${all}`)}}}`,
      '      back: {label: {en: Back}, when: {en: Then}}', 'navigation: {path: phase}');
    this.file('profiles/inn.yaml').add(`organisation: {name: ${quoted(`Inn ${all}`)}, short: ${quoted(`Inn ${all}`)}}`, 'theme: hostile', 'languages: [en]', 'quick-exit: https://www.example.org/', 'bundles:',
      '  - id: all', `    title: {en: ${quoted(`All ${all}`)}}`, `    formats: [${formats.join(', ')}]`,
      'rollout: {start: 2027-01-11, address: "https://inn.example/back",', ...['board', 'sponsor', 'owner', 'deputy', 'coach', 'link-keeper', 'privacy-officer', 'sites', 'spoken'].map((key) => `  ${key}: ${quoted(`Words ${all}`)},`),
      `  moments: {${['reported', 'lasting', 'planning', 'partly-back', 'long-term'].map((key) => `${key}: ${quoted(`Words ${all}`)}`).join(', ')}}}`);
    this.file('content/responsibilities.yaml').add('letters:', '  A: {en: leads}');
  }

  addMarkdown() {
    for (const [place, lines] of Object.entries(markdown)) {
      const file = this.file(`content/en/p/${slug(place)}.md`).add('---', `title: ${place}`, '---');
      payloads.forEach((payload, number) => file.addInput(this.input(place, payload), ['', ...lines(payload, number), '']));
    }
  }

  addFrontMatter() {
    payloads.forEach((payload, number) => {
      const file = this.file(`content/en/titles/t${number}.md`);
      file.add('---').addInput(this.input('title', payload), [`title: ${quoted(`Title ${payload}`)}`], ['title: Words']);
      file.addInput(this.input('summary', payload), [`summary: ${quoted(payload)}`]);
      file.addInput(this.input('words to search by', payload), [`search: [${quoted(payload)}]`]).add('---', 'Words.');
    });
    this.file('content/en/titles/index.md').add('---', 'title: Titles', '---', 'Words.');
  }

  addRows() {
    for (const { name, file, above, fixed, places } of rows) {
      this.file(file).add(...above);
      payloads.forEach((payload, number) => {
        this.file(file).add(...fixed(number));
        for (const [place, line] of Object.entries(places)) {
          const instead = /url|email/.test(place) ? [] : [line('Words', number)];
          this.file(file).addInput(this.input(`${name}: ${place}`, payload), [line(payload, number)], instead);
        }
      });
    }
    const uses = this.file('content/en/p/rows.md');
    payloads.forEach((payload, number) => {
      for (const use of [`{{< var v${number} >}}`, `{{< var link.k${number} >}}`, `{{< var contact.r${number}.name >}}`, `{{< var contact.r${number}.hours >}}`])
        uses.add('', use);
    });
  }

  // A kit's pages: HTML, and DOCX and ODT that are made of it.
  addKit() {
    const all = ['board', 'sponsor', 'owner', 'deputy', 'moments.reported'].map((key) => `{{< var rollout.${key} >}}`).join(' ');
    this.file('content/en/kit/index.md').add('---', 'title: Kit', '---', `Words ${all}.`);
    this.file('content/en/kit/first.md').add('---', 'title: First', '---', 'Words.');
    const page = this.file('content/en/kit/letter.md').add('---', 'title: Letter', '---', `Words ${all}.`);
    for (const place of ['paragraph', 'heading', 'cell', 'words of a link', 'code', 'item'])
      payloads.forEach((payload, number) => page.addInput(this.input(`kit: ${place}`, payload), ['', ...markdown[place](payload, number), '']));
  }

  addDrawings() {
    const page = this.file('content/en/p/drawings.md').add('---', 'title: Drawings', '---');
    drawings.forEach((drawing, number) => {
      const input = this.input('drawing', drawing);
      page.addInput(input, ['', `![A drawing](../../media/d${number}.svg) [open](../../media/d${number}.svg)`]);
      this.file(`content/media/d${number}.svg`).addInput(input, [drawing]);
    });
  }

  // All words of the default theme, with payloads behind them. What is between braces is filled in and stays.
  addTheme() {
    this.file('themes/hostile/theme.yaml').add('extends: default');
    const file = this.file('themes/hostile/strings/en.yaml');
    const lines = readFileSync(path.join(root, 'themes/default/strings/en.yaml'), 'utf8').split('\n');
    lines.forEach((line, number) => {
      const [, key, value] = /^([a-z0-9-]+): (.*)$/.exec(line) ?? [];
      if (!key) return;
      const payload = payloads[number % payloads.length].replace(/[{}]/g, '');
      const plain = value.replace(/^"|"$|^'|'$/g, '').replaceAll('\\"', '"');
      file.addInput(this.input('word of the theme', payload), [`${key}: ${quoted(key === 'language-name' ? plain : `${plain} ${payload}`)}`]);
    });
  }

  // Writes all files; returns by name which input stands in which line.
  write() {
    const places = new Map();
    for (const [name, file] of this.files) {
      const { text, inputs } = file.write();
      const target = path.join(this.folder, name);
      mkdirSync(path.dirname(target), { recursive: true });
      if (text.trim() === '') rmSync(target, { force: true });
      else writeFileSync(target, text);
      places.set(name, inputs);
    }
    const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=', 'base64');
    writeFileSync(path.join(this.folder, 'content/media/dot.png'), dot);
    return places;
  }

  // Takes out what has an error. Returns whether there was something.
  takeOutRefused() {
    const places = this.write();
    const checked = spawnSync(binary, ['check', '--root', this.folder, '--diagnostics', 'json'], { encoding: 'utf8', maxBuffer: 1 << 28 });
    const errors = JSON.parse(checked.stdout).diagnostics.filter((one) => one.severity === 'error');
    let taken = 0;
    for (const { file, line, code, message } of errors) {
      const inputs = places.get(file) ?? [];
      // What is said of a whole file may only follow from what is said of one of its lines.
      if (line === 0 && errors.some((one) => one.file === file && one.line > 0)) continue;
      const here = line === 0 ? inputs.filter(Boolean) : [inputs[line]].filter(Boolean);
      for (const input of here.length > 0 ? here : [null]) {
        if (input === null) {
          this.last = `${file}:${line} ${code} ${message}`;
          continue;
        }
        if (!input.refused) taken += 1;
        input.refused = true;
        input.reason ??= `${code} ${message}`;
      }
    }
    if (errors.length > 0 && taken === 0) throw new Error(`an error that no input explains: ${this.last}`);
    return errors.length > 0;
  }

  // The folder of the built output.
  build() {
    for (let round = 0; this.takeOutRefused(); round += 1) if (round > 60) throw new Error('errors without end');
    // Without an engine for PDF, which would make in minutes what no test here looks at.
    execFileSync(binary, ['build', '--root', this.folder, '--out', path.join(this.folder, 'dist'), '--quiet'],
      { encoding: 'utf8', stdio: 'pipe', env: { ...process.env, PATH: '/nowhere' } });
    this.opened = this.inputs.filter((one) => !one.refused);
    return path.join(this.folder, 'dist/inn');
  }
}
