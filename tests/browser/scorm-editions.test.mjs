// Editions at their limits: a single page with a difficult title, four hundred pages, and as many as SCORM 1.2 can
// remember. The strict mock refuses a state that is too long by one byte.
import assert from 'node:assert/strict';
import path from 'node:path';
import { rmSync } from 'node:fs';
import { addFile, configOf, edit, smallPackages } from './support/lms-packages.mjs';
import { mainBrowserNames } from './support/browsers.mjs';
import { walksInEachBrowser } from './support/lms-tests.mjs';
import { elements } from './support/lms-walk.mjs';

const title = `Work & health < > " ' é 🌿`;

// One page, which is all there is to complete.
const onePage = smallPackages((project) => {
  for (const folder of ['part', 'treatment']) rmSync(path.join(project, 'content/en', folder), { recursive: true });
  for (const language of ['en', 'nl']) addFile(path.join(project, `content/${language}/index.md`), '---\ntitle: All\ncore: true\n---\nWelcome.\n');
  edit(path.join(project, 'content/site.yaml'), /^title: .*$/m, `title: '${title.replace("'", "''")}'`);
  edit(path.join(project, 'profiles/inn.yaml'), 'bundles:', 'completion: core\nbundles:');
});

// The small project has 12 pages with a code and gets as many more as are missing.
const withPages = (count) => smallPackages((project) => {
  edit(path.join(project, 'profiles/inn.yaml'), '[en, nl]', '[en]');
  for (let number = 13; number <= count; number += 1) {
    addFile(path.join(project, `content/en/more/leaf-${number}.md`), `---\ntitle: Page ${number}\n---\nWords.\n`);
  }
});
const editions = { 400: withPages(400), 1023: withPages(1023) }; // 4 + 4 × 1023 = 4096

walksInEachBrowser('SCORM editions of all sizes', async ({ lms, walking }) => {
  for (const version of ['1.2', '2004']) {
    const names = elements[version];
    lms.courses.set(`one-${version}`, onePage[version]);
    await walking(`SCORM ${version}: one page: opening it completes the course, under its full title`, async (walk) => {
      const learner = lms.newLearner();
      await walk.launch(`one-${version}`, { version, learner });
      await walk.shown('en/index.html');
      assert.equal(lms.status(learner), 'completed');
      assert.equal(await walk.shell.evaluate(() => document.title), title);
      assert.equal(await walk.shell.evaluate(() => document.querySelector('h1').textContent), title);
    });

    for (const [count, folders] of Object.entries(editions)) {
      const course = `${count}-${version}`;
      lms.courses.set(course, folders[version]);
      await walking(`SCORM ${version}: ${count} pages: the last one is remembered as well as the first`, async (walk) => {
        const pages = configOf(folders[version]).pages.filter((page) => page.code);
        assert.equal(pages.length, Number(count));
        const last = pages.at(-1);
        const learner = lms.newLearner({ [names.status]: 'incomplete',
          [names.state]: `2;4;${pages.slice(0, -1).map((page) => page.code).join('')}` });
        await walk.launch(course, { version, learner });
        await walk.visit(last.path);
        await walk.hide();
        const stored = lms.stored(learner);
        assert.equal(stored[names.state].length, 4 + 4 * pages.length);
        assert.ok(stored[names.state].includes(last.code));
        assert.equal(stored[names.place], last.code);

        await walk.leave();
        await walk.launch(course, { version, learner });
        await walk.shown(last.path);
      });
    }
  }
}, { names: mainBrowserNames });
