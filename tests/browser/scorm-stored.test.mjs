// What a learning system has stored when the reader is gone: mode × version × way of leaving, as the table in
// docs/lms.md says. The strict mock stores what Moodle stores; scorm-again has to agree about the status.
import assert from 'node:assert/strict';
import { configOf, smallPackages } from './support/lms-packages.mjs';
import { tableAfter } from './support/lms-docs.mjs';
import { walksInEachBrowser } from './support/lms-tests.mjs';
import { elements } from './support/lms-walk.mjs';

const small = smallPackages();
const codeOf = (folder, wanted) => configOf(folder).pages.find((page) => page.path === wanted).code;
const seven = 'en/part/seven.html';
const nine = 'en/part/nine.html';

// The words of the table, as things that a reader does. Each opens the course and page seven.
const ways = {
  '"Save and close"': (walk) => walk.press('exit'),
  'goes elsewhere or closes the window': (walk) => walk.leave(),
  'looks at another tab; then the browser crashes': async (walk) => {
    await walk.hide();
    await walk.kill();
  },
  'the browser crashes': (walk) => walk.kill(),
  '"I am done"; then the browser crashes': (walk) => walk.pressDoneAndKill(),
};
const seeds = {
  'for the first time': () => ({}),
  begun: (names) => ({ [names.status]: 'incomplete' }),
  completed: (names) => ({ [names.status]: 'completed' }),
};

function stored(lms, learner, names, version) {
  const values = lms.stored(learner);
  const places = { [codeOf(small[version], seven)]: 'page seven', [codeOf(small[version], nine)]: 'page nine' };
  return [values[names.status], places[values[names.place]]].filter(Boolean).join(', ') || 'nothing';
}

walksInEachBrowser('what is stored', async ({ lms, walking }) => {
  const rows = tableAfter('## What is stored when a reader leaves');
  assert.ok(rows.length >= 9, `only ${rows.length} rows in the table`);

  for (const [index, version] of ['1.2', '2004'].entries()) {
    const names = elements[version];
    lms.courses.set(version, small[version]);
    const seed = (kind) => {
      const values = seeds[kind](names);
      return lms.newLearner(Object.keys(values).length ? { ...values, [names.place]: codeOf(small[version], nine) } : {});
    };

    for (const [mode, opened, way, ...expected] of rows) {
      await walking(`SCORM ${version}, ${mode}, opened ${opened}, ${way}`, async (walk) => {
        const learner = seed(opened);
        await walk.launch(version, { version, mode: mode === 'preview' ? 'browse' : mode, learner });
        await walk.visit(seven);
        await ways[way](walk);
        assert.equal(stored(lms, learner, names, version), expected[index]);
      });
    }

    await walking(`SCORM ${version}: preview and review say what they do, and offer no "I am done"`, async (walk) => {
      for (const [mode, line] of [['browse', /looking around/], ['review', /looking back/]]) {
        const learner = seed('completed');
        await walk.launch(version, { version, mode, learner });
        await walk.shown(nine);
        assert.match(await walk.line(), line);
        assert.equal(await walk.isOffered('done'), false);
        await walk.visit(seven);
        await walk.hide();
        await walk.press('exit');
        assert.deepEqual(await walk.calls('set'), [], mode);
      }
    });

    await walking(`SCORM ${version}: scorm-again stores no "completed" after a preview`, async (walk) => {
      const learner = lms.newLearner();
      await walk.launch(version, { version, mode: 'browse', system: 'again', learner });
      await walk.visit(seven);
      await walk.press('exit');
      assert.ok(['browsed', 'unknown', undefined].includes(lms.status(learner)), lms.status(learner));
      await walk.launch(version, { version, system: 'again', learner });
      await walk.visit(seven);
      await walk.press('exit');
      assert.equal(lms.status(learner), 'incomplete');
    });

    await walking(`SCORM ${version}: the real attempt after a preview is recorded`, async (walk) => {
      const learner = lms.newLearner();
      await walk.launch(version, { version, mode: 'browse', learner });
      await walk.press('exit');
      await walk.launch(version, { version, learner });
      await walk.visit(seven);
      await walk.press('done');
      await walk.press('exit');
      assert.equal(stored(lms, learner, names, version), 'completed, page seven');
    });
  }
});
