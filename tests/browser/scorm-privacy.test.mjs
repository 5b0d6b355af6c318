// Whatever the reader answers, ticks, chooses or writes: the learning system hears the same, times aside. Walked with
// the project's own content, once by someone who only reads and once by someone who touches everything.
import assert from 'node:assert/strict';
import { configOf, realPackages } from './support/lms-packages.mjs';
import { mainBrowserNames } from './support/browsers.mjs';
import { walksInEachBrowser } from './support/lms-tests.mjs';
import { elements } from './support/lms-walk.mjs';

const courses = { managers: realPackages('meander', 'managers'), employees: realPackages('meander', 'employees') };

// Chooses, ticks, answers and writes everything there is on the page. Returns how much that was.
function touchEverything() {
  const shown = (element) => element.getClientRects().length > 0;
  const change = (element) => ['input', 'change'].forEach((kind) => element.dispatchEvent(new Event(kind, { bubbles: true })));
  let touched = 0;
  document.querySelectorAll('details').forEach((one) => { one.open = true; });
  document.querySelectorAll('main input, main select, main textarea').forEach((field) => {
    if (field.type === 'checkbox' || field.type === 'radio') field.click();
    else if (field.tagName === 'SELECT') {
      field.selectedIndex = field.options.length - 1;
      change(field);
    } else if (field.type === 'date') {
      field.value = '2026-03-02';
      change(field);
    } else if (field.type !== 'file') {
      field.value = field.type === 'number' ? '12' : 'Chemotherapy until June';
      change(field);
    }
    touched += 1;
  });
  document.querySelectorAll('main [data-component] button').forEach((button) => {
    if (/print|save|load|calendar|clear|play/i.test(button.dataset.action || '') || !shown(button)) return;
    button.click();
    touched += 1;
  });
  return touched;
}

// All calls of one walk through every page, with times blanked out, and what was touched.
async function record(walk, page, course, version, pages, act) {
  const requests = new Set();
  page.on('request', (request) => requests.add(request.url()));
  await walk.launch(course, { version, learner: walk.lms.newLearner() });
  let touched = 0;
  for (const path of pages) {
    await walk.visit(path);
    if (act) touched += await walk.inPage(touchEverything);
  }
  const calls = (await walk.calls()).filter(({ call }) => call !== 'commit') // commits follow the clock
    .filter(({ given }) => given[0] !== elements[version].time)
    .map(({ call, given, result }) => [call, ...given, call === 'set' ? result : ''].join(' '));
  const outside = [...requests].filter((url) => !url.startsWith(walk.lms.origin) && /^(https?|wss?):/.test(url));
  return { calls, touched, outside, title: await walk.shell.evaluate(() => document.title) };
}

walksInEachBrowser('privacy of SCORM packages', async ({ lms, walking, tab }) => {
  for (const [bundle, folders] of Object.entries(courses)) {
    for (const version of ['1.2', '2004']) {
      await walking(`${bundle}, SCORM ${version}`, async (walk, page) => {
        const course = `${bundle}-${version}`;
        lms.courses.set(course, folders[version]);
        const pages = configOf(folders[version]).pages.map((one) => one.path);
        const reading = await record(walk, page, course, version, pages, false);
        await walk.leave();
        await tab(async (toucher, itsPage) => {
          const touching = await record(toucher, itsPage, course, version, pages, true);
          assert.ok(touching.touched > 50, `only ${touching.touched} things to touch`);
          assert.deepEqual(touching.calls, reading.calls);
          assert.deepEqual([...reading.outside, ...touching.outside], []);
          assert.equal(touching.title, reading.title);
        });
      });
    }
  }
}, { names: mainBrowserNames });
