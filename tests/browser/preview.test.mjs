// `tailorbird serve`: the same bytes as `build`, there again after each save, with conditions, findings and another edition
// beside it; and nothing for anybody but the browser on this machine.
import assert from 'node:assert/strict';
import { spawn, execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { inEachBrowser } from './support/each-browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const start = '---\ntitle: Start\nsummary: Where to begin.\n---\nWelcome. [One](part/one.md).\n\n' +
  '::: {.only audience="manager"}\nFor those who lead.\n:::\n\n::: {.only audience="employee"}\nFor those who are ill.\n:::\n\n' +
  '::: {.only phase="plan"}\nOnce there is a plan.\n:::\n';
let root = '';
let server = null;
let address = '';

const page = (name) => path.join(root, 'content/en', name);

// What the server says to a request that no browser would make.
const answer = (where, headers = {}) => new Promise((resolve, reject) => {
  const { hostname, port } = new URL(address);
  http.get({ hostname, port, path: where, headers }, (response) => {
    let body = '';
    response.on('data', (piece) => { body += piece; });
    response.on('end', () => resolve({ status: response.statusCode, body }));
  }).on('error', reject);
});

before(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'tailorbird-preview-'));
  cpSync(new URL('scorm-project', import.meta.url), root, { recursive: true });
  writeFileSync(page('index.md'), start);
  writeFileSync(path.join(root, 'content/nl/index.md'),
    start.replace('title: Start', 'title: Begin').replace(' [One](part/one.md).', ''));
  writeFileSync(path.join(root, 'profiles/inn.yaml'), 'organisation: {name: The Inn}\nlanguages: [en, nl]\nbundles:\n' +
    '  - {id: managers, fixed: {audience: manager}, formats: [site, scorm12]}\n  - {id: employees, fixed: {audience: employee}}\n');
  server = spawn(process.env.TAILORBIRD, ['serve', '--root', root, '--port', '0']);
  address = await new Promise((resolve) => {
    server.stdout.on('data', (text) => resolve(/http:\S+/.exec(String(text))[0]));
  });
});

after(async () => {
  const ended = new Promise((resolve) => { server.on('exit', resolve); });
  server.kill('SIGINT');
  assert.equal(await ended, 0, 'Ctrl-C ends it in order');
  rmSync(root, { recursive: true });
});

test('what it serves is what build writes', async () => {
  const out = path.join(root, 'dist');
  execFileSync(process.env.TAILORBIRD, ['build', '--root', root, '--format', 'site', '--no-zip', '--quiet']);
  for (const file of ['index.html', 'en/index.html', 'en/part/one.html', 'assets/tailorbird.css', 'assets/search-en.js']) {
    const served = await answer(`/p/inn/managers/${file}`);
    assert.equal(served.status, 200, file);
    assert.equal(served.body, readFileSync(path.join(out, 'inn/managers/site', file), 'utf8'), file);
  }
  assert.doesNotMatch(readFileSync(path.join(out, 'inn/managers/site/en/index.html'), 'utf8'), /data-tb|who are ill/);
});

test('it outlives names, questions and bodies that no browser would send', async () => {
  const odd = Buffer.concat([Buffer.from(path.join(root, 'content/en/a')), Buffer.from([0xff]), Buffer.from('.md')]);
  writeFileSync(odd, '---\ntitle: A\n---\nWords.\n');
  await new Promise((resolve) => { setTimeout(resolve, 500); }); // until the watch has told it
  rmSync(odd);
  for (const where of ['/-/state.json?profile=%ff', '/-/findings.json?profile=%ff&bundle=%0d%0a'])
    assert.equal((await answer(where)).status, 200, where);
  const refused = await fetch(address, { method: 'POST', body: 'x'.repeat(100_000) }).then((response) => response.status, () => 413);
  assert.equal(refused, 413);
  assert.equal((await answer('/')).status, 200);
});

test('the stream of changes begins with the state of now, so that no change is lost before it is open', async () => {
  const { generation } = await (await fetch(`${address}-/editions.json`)).json();
  const stop = new AbortController();
  const stream = (await fetch(`${address}-/events`, { signal: stop.signal })).body.getReader();
  const first = new TextDecoder().decode((await stream.read()).value);
  stop.abort();
  assert.deepEqual(JSON.parse(/^data: (.*)\n\n$/.exec(first)[1]), { files: [], generation });
});

test('a request for many parts of a file is not answered with as many copies of it', async () => {
  const script = '/p/inn/managers/assets/tailorbird.js';
  const whole = (await answer(script)).body.length;
  const part = await answer(script, { range: 'bytes=0-9' });
  assert.deepEqual([part.status, part.body.length], [206, 10]);
  for (const ranges of [2, 1000]) {
    const parts = await answer(script, { range: `bytes=${Array(ranges).fill('0-').join(',')}` });
    assert.equal(parts.status, 416);
    assert.ok(parts.body.length < whole, `${ranges} ranges: ${parts.body.length} bytes`);
  }
});

test('it answers to this machine alone, and holds only what is in bundles', async () => {
  assert.equal((await answer('/', { host: 'guidance.example' })).status, 403);
  assert.equal((await answer('/p/inn/managers/en/index.html', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).status, 403);
  for (const escape of ['/p/inn/managers/../../../../etc/passwd', '/p/inn/managers/%2e%2e/%2e%2e/site.yaml', '/-/../content/site.yaml', '/-/index.html']) {
    assert.equal((await answer(escape)).status, 404, escape);
  }
});

const inFrame = (tab, name, work, ...more) => tab.waitForFunction((id, code, values) => {
  const inside = document.getElementById(id).contentDocument;
  return inside && inside.body && new Function('inside', 'values', `return (${code})(inside, values)`)(inside, values);
}, { timeout: 20_000 }, name, String(work), more);
const says = (tab, words, name = 'frame-a') => inFrame(tab, name, (inside, [text]) => inside.body.innerText.includes(text), words);
/* A page that was just saved may be loaded anew at any moment: the chip is pressed until the panel tells of it. */
const pressChip = (tab, number, told) => tab.waitForFunction((index, source) => {
  const chip = document.getElementById('frame-a').contentDocument?.querySelectorAll('.tb-chip')[index];
  if (chip) chip.click();
  return new RegExp(source).test(document.getElementById('panel').textContent);
}, { timeout: 20_000 }, number, told.source);
const options = () => ({ allowed: [address, 'about:'] });

inEachBrowser((open) => {
  test('a save is shown by itself, at the same place of the page', () => open(options(), async (tab, watch) => {
    writeFileSync(page('part/one.md'), `---\ntitle: One\n---\n${'A line.\n\n'.repeat(150)}Before.\n`);
    await tab.goto(`${address}#/inn/managers/en/part/one.html`);
    await says(tab, 'Before.');
    await tab.evaluate(() => document.getElementById('frame-a').contentWindow.scrollTo(0, 900));
    appendFileSync(page('part/one.md'), '\nAfter.\n');
    await says(tab, 'After.');
    await inFrame(tab, 'frame-a', (inside) => Math.abs(inside.defaultView.scrollY - 900) < 3);
    // A reload may cut off what the page before was still reading.
    assert.deepEqual(watch.errors.filter((error) => !error.startsWith('failed: ')), []);
  }));

  test('with an error in a page the rest is shown, and the finding beside it; mended, it is gone', () => open(options(), async (tab) => {
    const file = page('part/two.md');
    const whole = readFileSync(file, 'utf8');
    await tab.goto(`${address}#/inn/managers/en/part/two.html`);
    await tab.waitForFunction(() => document.getElementById('findings-button').textContent.endsWith('none'));
    appendFileSync(file, '\n[nowhere](nowhere.md)\n');
    await tab.waitForFunction(() => /link-target-missing/.test(document.getElementById('panel').textContent));
    const place = await tab.$eval('#panel .place a', (link) => link.href);
    assert.match(place, /^vscode:\/\/file\/.*content\/en\/part\/two\.md:\d+:\d+$/);
    writeFileSync(file, whole);
    await tab.waitForFunction(() => document.getElementById('findings-button').textContent.endsWith('none'));
  }));

  test('conditions, what is left out, and the reader stand in the address and outlive a reload', () => open(options(), async (tab) => {
    await tab.goto(`${address}#/inn/managers/en/index.html?marks=condition,left-out&reader=phase:plan`);
    await tab.reload();
    await says(tab, 'who are ill');
    await inFrame(tab, 'frame-a', (inside) => inside.querySelectorAll('.tb-chip').length === 3);
    await inFrame(tab, 'frame-a', (inside) => inside.defaultView.location.hash === '#phase=plan');
    await pressChip(tab, 1, /audience: employee.*left out.*content\/en\/index\.md:11:5/);
    await tab.click('[data-mark="left-out"]');
    await inFrame(tab, 'frame-a', (inside) => !inside.body.innerText.includes('who are ill') && inside.body.innerText.includes('who lead'));
    assert.match(await tab.evaluate(() => location.hash), /marks=condition&reader=phase:plan/);
  }));

  test('colours, conditions and what is left out are three switches; a condition knows those that it stands in', () => open(options(), async (tab) => {
    const file = page('part/four.md');
    const whole = readFileSync(file, 'utf8');
    writeFileSync(file, '---\ntitle: Four\n---\n:::: {.only audience="manager"}\nOuter words.\n\n::: {.only phase="plan"}\nInner words.\n:::\n::::\n\n' +
      '::: {.only audience="employee"}\nFor those who are ill.\n:::\n');
    const shows = (...wanted) => inFrame(tab, 'frame-a', (inside, [all]) => {
      const marks = [...inside.querySelectorAll('[data-tb]')];
      const look = (element) => inside.defaultView.getComputedStyle(element);
      return marks.length === 3 && inside.querySelector('.tb-chip') &&
        String([look(marks[0]).boxShadow !== 'none', look(inside.querySelector('.tb-chip')).display !== 'none', look(marks[2]).display !== 'none']) === String(all);
    }, wanted);
    for (const switches of ['colour', 'condition', 'left-out', 'colour,left-out']) {
      await tab.goto('about:blank');
      await tab.goto(`${address}#/inn/managers/en/part/four.html?marks=${switches}`);
      await shows(...['colour', 'condition', 'left-out'].map((one) => switches.includes(one)));
    }
    // Two lines at the side: its own colour, and that it stands inside another condition.
    await tab.click('[data-mark="condition"]');
    await inFrame(tab, 'frame-a', (inside) => String([...inside.querySelectorAll('[data-tb]')].slice(0, 2)
      .map((mark) => inside.defaultView.getComputedStyle(mark).boxShadow.split('inset').length - 1)) === '1,2');
    await pressChip(tab, 1, /Its own conditionphase: plan.*four\.md:7:5.*Inheritedaudience: manager.*four\.md:4:6/);
    await tab.evaluate(() => { navigator.clipboard.writeText = async (text) => { window.copied = text; }; });
    await tab.click('#panel .place button');
    assert.equal(await tab.evaluate(() => window.copied), 'content/en/part/four.md:7:5');
    writeFileSync(file, whole);
  }));

  test('phone and paper show the page as it is there', () => open(options(), async (tab) => {
    await tab.goto(`${address}#/inn/managers/en/index.html`);
    await says(tab, 'who lead');
    const width = () => tab.$eval('#frame-a', (frame) => frame.getBoundingClientRect().width);
    assert.ok(await width() > 600);
    await tab.click('[data-view="phone"]');
    await tab.waitForFunction(() => document.getElementById('frame-a').getBoundingClientRect().width <= 362);
    await tab.click('[data-view="paper"]');
    await inFrame(tab, 'frame-a', (inside) => inside.documentElement.classList.contains('tb-paper') &&
      [...inside.querySelectorAll('nav')].every((menu) => menu.getClientRects().length === 0));
    assert.match(await tab.evaluate(() => location.hash), /view=paper/);
  }));

  test('another page that was saved is offered; a renamed and a removed one are gone', () => open(options(), async (tab) => {
    const [old, renamed] = [page('part/new.md'), page('part/newer.md')];
    const titles = () => tab.$$eval('#page option', (all) => all.map((one) => one.textContent));
    await tab.goto(`${address}#/inn/managers/en/index.html`);
    await says(tab, 'who lead');
    writeFileSync(old, '---\ntitle: New here\n---\nWords of it.\n');
    await tab.waitForSelector('#notice button');
    assert.equal(await tab.$eval('#notice', (notice) => notice.textContent), 'You changed \u201cNew here\u201d.Show it');
    await tab.click('#notice button');
    await says(tab, 'Words of it.');
    assert.match(await tab.evaluate(() => location.hash), /part\/new\.html/);
    renameSync(old, renamed);
    await tab.waitForFunction(() => [...document.querySelectorAll('#page option')].some((one) => one.value === 'en/part/newer.html'));
    assert.ok(!(await tab.$$eval('#page option', (all) => all.map((one) => one.value))).includes('en/part/new.html'));
    rmSync(renamed);
    await tab.waitForFunction(() => ![...document.querySelectorAll('#page option')].some((one) => one.textContent === 'New here'));
    await says(tab, 'who lead'); // never the page that is gone
    assert.ok((await titles()).includes('Start'));
  }));

  test('a page that comes late does not undo the choice of another one', () => open(options(), async (tab) => {
    await tab.goto(`${address}#/inn/managers/en/index.html`);
    await says(tab, 'who lead');
    const held = { page: [], state: [] };
    const hold = (request) => {
      const url = request.url();
      const name = /\/en\/index\.html$/.test(url) ? 'page' : /state\.json.*part%2Fone/.test(url) ? 'state' : '';
      if (held[name]) held[name].push(request);
      else request.continue();
    };
    const comes = async (name) => { while (!held[name].length) await new Promise((resolve) => { setTimeout(resolve, 20); }); };
    const release = (name) => {
      held[name].forEach((request) => request.continue().catch(() => {})); // one that a later one took the place of is gone
      delete held[name];
    };
    await tab.setRequestInterception(true);
    tab.on('request', hold);
    writeFileSync(page('index.md'), start); // the page is read again
    await comes('page');
    await tab.select('#page', 'en/part/one.html');
    await comes('state');
    const late = tab.evaluate(() => new Promise((resolve) => {
      document.getElementById('frame-a').addEventListener('load', () => setTimeout(resolve, 100), { once: true });
    }));
    release('page');
    await late;
    release('state');
    await inFrame(tab, 'frame-a', (inside) => inside.location.pathname.endsWith('/part/one.html'));
    tab.off('request', hold);
    await tab.setRequestInterception(false);
  }));

  test('two editions stand side by side, with what only one of them says marked', () => open(options(), async (tab) => {
    await tab.goto(`${address}#/inn/managers/en/index.html?compare=inn/employees/en`);
    await says(tab, 'who are ill', 'frame-b');
    await inFrame(tab, 'frame-b', (inside) => [...inside.querySelectorAll('.tb-only-here')].some((block) => block.textContent.includes('who are ill')));
    await inFrame(tab, 'frame-a', (inside) => [...inside.querySelectorAll('.tb-only-here')].every((block) => !block.textContent.includes('Welcome')));
  }));

  test('a page stands beside its translation, with what is new, has changed or is left out marked', () => open(options(), async (tab) => {
    const english = page('part/words.md'), dutch = path.join(root, 'content/nl/part/words.md');
    mkdirSync(path.dirname(dutch), { recursive: true });
    writeFileSync(english, '---\ntitle: Words\n---\nThe first of all.\n\nLeft out there.\n\nThe **last**.\n');
    writeFileSync(dutch, '---\ntitle: Woorden\n---\nDe eerste van alle.\n\nDe **laatste**.\n\n## Alleen hier\n');
    execFileSync(process.env.TAILORBIRD, ['translate', 'mark', '--root', root, '--all']);
    appendFileSync(english, '\nOne more.\n');
    writeFileSync(english, readFileSync(english, 'utf8').replace('The first', 'The very first'));
    await tab.goto(`${address}#/inn/managers/en/part/words.html?translation=nl`);
    const rows = () => tab.$$eval('.translation tbody tr', (all) => all.map((row) =>
      [row.className, ...[...row.querySelectorAll('td')].map((cell) => cell.querySelector('p')?.textContent ?? '')].join(' | ')));
    await tab.waitForSelector('.row-missing');
    assert.deepEqual(await rows(), [
      'row-current | Words | Woorden', 'row-stale | The very first of all. | De eerste van alle.', 'row-left-out | Left out there. | ',
      'row-current | The **last**. | De **laatste**.', 'row-missing | One more. | ', 'row-own |  | Alleen hier']);
    assert.match(await tab.$eval('.row-stale td:last-child .place a', (link) => link.href), /^vscode:\/\/file\/.*content\/nl\/part\/words\.md:5:1$/);
    await tab.click('#open-only');
    await tab.waitForFunction(() => !document.querySelector('.row-current'));
    assert.deepEqual((await rows()).map((row) => row.split(' ')[0]), ['row-stale', 'row-missing']);
    assert.match(await tab.evaluate(() => location.hash), /translation=nl&open/);
    await tab.evaluate(axe);
    assert.deepEqual(await tab.evaluate(async () => (await window.axe.run({ exclude: ['iframe'] }, { iframes: false, resultTypes: ['violations'] })).violations.map((one) => one.id)), []);
    // Translated, saved and marked: the row follows by itself.
    writeFileSync(dutch, readFileSync(dutch, 'utf8').replace('De eerste', 'De allereerste').replace('\n\n## ', '\n\nNog één.\n\n## '));
    execFileSync(process.env.TAILORBIRD, ['translate', 'mark', '--root', root, '--all']);
    await tab.waitForFunction(() => document.getElementById('translation-box').textContent.includes('Nothing to translate'));
    rmSync(english);
    rmSync(dutch);
  }));

  test('a learning system shows what it would be told', () => open(options(), async (tab) => {
    await tab.goto(`${address}#/inn/managers/en/index.html?learning`);
    await tab.waitForFunction(() => /cmi\.core\.lesson_status\s*=?\s*incomplete/.test(document.getElementById('panel').textContent));
  }));

  test('axe finds nothing in the page of the preview', () => open(options(), async (tab) => {
    await tab.goto(`${address}#/inn/managers/en/index.html`);
    await says(tab, 'who lead');
    await tab.click('#findings-button');
    await tab.evaluate(axe);
    const found = await tab.evaluate(async () => {
      const result = await window.axe.run({ exclude: ['iframe'] }, { iframes: false, resultTypes: ['violations'] });
      return result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`);
    });
    assert.deepEqual(found, []);
  }));
});

/* The last test: a stream that was given up is noticed when the server next writes to it. */
test('however many streams of changes are open, pages are answered', async () => {
  const stop = new AbortController();
  const open = () => fetch(`${address}-/events`, { signal: stop.signal }).then((response) => response.status);
  const statuses = await Promise.all(Array.from({ length: 40 }, open));
  assert.equal((await answer('/')).status, 200);
  assert.deepEqual([...new Set(statuses)].sort(), [200, 503]);
  stop.abort();
});
