// What a learning system is told at each level of tracking, and what readers are told about it: the sentence in the
// page, the line under it and the table in docs/lms.md, against what is sent.
import assert from 'node:assert/strict';
import path from 'node:path';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { addFile, configOf, edit, smallPackages } from './support/lms-packages.mjs';
import { tableAfter } from './support/lms-docs.mjs';
import { walksInEachBrowser } from './support/lms-tests.mjs';
import { elements } from './support/lms-walk.mjs';

const levels = ['status', 'place', 'pages'];
const languages = ['en', 'nl', 'fr'];
const withLevel = (level, more = () => {}) => smallPackages((project) => {
  edit(path.join(project, 'profiles/inn.yaml'), /^tracking: pages\n/m, level ? `tracking: ${level}\n` : '');
  more(project);
});
const courses = Object.fromEntries(levels.map((level) => [level, withLevel(level)]));

// What can be sent besides the status and the protocol's own "suspend", and how a sentence says so in each language.
const facts = {
  place: { words: { en: /the page you are on|which pages/, nl: /op welke pagina|welke pagina’s/, fr: /la page où|quelles pages/ } },
  state: { words: { en: /which pages you opened/, nl: /welke pagina’s je opende/, fr: /quelles pages vous avez ouvertes/ } },
  time: { words: { en: /the time/, nl: /hoe lang/, fr: /la durée/ } },
};

const strings = (language) => readFileSync(fileURLToPath(new URL(`../../themes/default/strings/${language}.yaml`, import.meta.url)), 'utf8');
const word = (language, key) => new RegExp(`^${key}: "(.*)"$`, 'm').exec(strings(language))[1];
const codesIn = (folder) => configOf(folder).pages.flatMap((page) => [page.code, page.place]).filter(Boolean);

walksInEachBrowser('levels of tracking', async ({ lms, walking }) => {
  for (const version of ['1.2', '2004']) {
    const names = elements[version];
    for (const level of levels) {
      const course = `${level}-${version}`;
      lms.courses.set(course, courses[level][version]);

      await walking(`SCORM ${version}, ${level}: what is said is what is sent`, async (walk) => {
        const learner = lms.newLearner();
        await walk.launch(course, { version, learner });
        await walk.visit('en/part/one.html', 'en/part/seven.html', 'en/treatment/rest.html');
        assert.equal(lms.status(learner), 'incomplete');
        assert.equal(await walk.line(), word('en', `tracking-${level}`), 'the line says the sentence of the level');
        const inPage = await walk.inPage(() => document.querySelector('[data-tracking]').textContent);
        assert.equal(inPage, word('en', `tracking-${level}`), 'so does the page');
        await walk.press('done');
        await walk.press('exit');

        const sent = new Set((await walk.calls('set')).map(({ given }) => given[0]));
        const allowed = new Set([names.status, names.exit]);
        for (const [fact, { words }] of Object.entries(facts)) {
          const isSent = sent.has(names[fact]);
          for (const language of languages) {
            assert.equal(words[language].test(word(language, `tracking-${level}`)), isSent, `${fact} in ${language}`);
          }
          if (isSent) allowed.add(names[fact]);
        }
        assert.deepEqual([...sent].filter((one) => !allowed.has(one)), []);

        // The columns of the table: recorded, element of 1.2, element of 2004, then one for each level.
        const told = tableAfter('## What is recorded, and what never is')
          .filter((row) => row[3 + levels.indexOf(level)] === 'yes').map((row) => row[version === '1.2' ? 1 : 2].replace(/`/g, ''));
        assert.deepEqual([...sent].sort(), [...new Set([...told, names.exit])].sort(), 'and what docs/lms.md says');
      });

      await walking(`SCORM ${version}, ${level}: the next launch ${level === 'status' ? 'begins at the start' : 'resumes'}`, async (walk) => {
        const learner = lms.newLearner();
        await walk.launch(course, { version, learner });
        await walk.visit('en/part/seven.html');
        await walk.leave();
        await walk.launch(course, { version, learner });
        await walk.shown(level === 'status' ? 'en/index.html' : 'en/part/seven.html');
      });

      await walking(`SCORM ${version}, ${level}: core pages ${level === 'pages' ? 'count over several launches' : 'count within one sitting'}`, async (walk) => {
        const learner = lms.newLearner();
        await walk.launch(course, { version, learner });
        await walk.visit('en/part/one.html');
        // The place that is resumed is a page that does not count.
        await walk.visit('en/part/seven.html');
        await walk.leave();
        await walk.launch(course, { version, learner });
        await walk.visit('en/part/two.html');
        assert.equal(lms.status(learner), level === 'pages' ? 'completed' : 'incomplete');
        await walk.visit('en/part/one.html');
        assert.equal(lms.status(learner), 'completed');
      });
    }

    await walking(`SCORM ${version}: what an earlier package recorded beyond the level is taken back`, async (walk) => {
      const learner = lms.newLearner();
      await walk.launch(`pages-${version}`, { version, learner });
      await walk.visit('en/part/seven.html');
      await walk.leave();
      assert.ok(lms.stored(learner)[names.state]);
      await walk.launch(`status-${version}`, { version, learner });
      await walk.leave();
      assert.equal(lms.stored(learner)[names.state], '');
      assert.equal(lms.stored(learner)[names.place], '');
      await walk.launch(`status-${version}`, { version, learner });
    });
  }
});

test('at the level `status` a package holds no code, and so cannot record a page', () => {
  for (const folder of Object.values(courses.status)) assert.deepEqual(codesIn(folder), []);
  for (const folder of Object.values(courses.place)) assert.ok(codesIn(folder).length > 10);
});

test('readers for whom site.yaml says `tracking: status` get that level without a word in the profile', () => {
  const asked = (project) => edit(path.join(project, 'content/site.yaml'), 'employee: {label: Employee}', 'employee: {label: Employee, tracking: status}');
  const open = withLevel('', (project) => {
    asked(project);
    edit(path.join(project, 'profiles/inn.yaml'), 'fixed: {audience: manager}, ', '');
  });
  assert.equal(configOf(open['1.2']).tracking, 'status', 'managers and employees');
  assert.equal(configOf(withLevel('', asked)['1.2']).tracking, 'place', 'managers alone');
});

test('the code of a page differs between organisations, languages and formats', () => {
  const other = smallPackages((project) => {
    addFile(path.join(project, 'profiles/mill.yaml'), readFileSync(path.join(project, 'profiles/inn.yaml'), 'utf8'));
  }, 'mill');
  const packages = [courses.pages['1.2'], courses.pages['2004'], other['1.2'], other['2004']];
  const codes = packages.map((folder) => configOf(folder).pages.find((page) => page.path === 'en/part/seven.html').code);
  assert.equal(new Set(codes).size, codes.length, codes.join(' '));
  const again = configOf(withLevel('pages')['1.2']).pages.find((page) => page.path === 'en/part/seven.html').code;
  assert.equal(again, codes[0], 'and stays the same from build to build');
});
