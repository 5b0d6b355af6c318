// What a learning system with a record store hears of a reader, by the rules of cmi5 and by level of tracking.
import assert from 'node:assert/strict';
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { configOf, edit, smallPackages } from './support/lms-packages.mjs';
import { Lrs } from './support/lrs.mjs';
import { walksInEachBrowser } from './support/lms-tests.mjs';
import { until } from './support/lms-walk.mjs';

const levels = ['status', 'place', 'pages'];
const courses = Object.fromEntries(levels.map((level) => [level, smallPackages((project) => {
  edit(path.join(project, 'profiles/inn.yaml'), /^tracking: pages$/m, `tracking: ${level}`);
}, 'inn', ['cmi5']).cmi5]));
const strings = readFileSync(fileURLToPath(new URL('../../themes/default/strings/en.yaml', import.meta.url)), 'utf8');
const sentence = (level) => new RegExp(`^tracking-${level}: "(.*)"$`, 'm').exec(strings)[1];
const seven = 'en/part/seven.html';
const codeOf = (level, wanted) => configOf(courses[level]).pages.find((page) => page.path === wanted).code;

walksInEachBrowser('cmi5', async ({ lms, walking, tab, t }) => {
  const lrs = await new Lrs().start();
  t.after(() => lrs.stop());
  for (const level of levels) lms.courses.set(level, courses[level]);

  const launch = async (walk, level, enrolment, options) => {
    await walk.openAddress(lrs.launch(`${lms.origin}/courses/${level}/index.html`, enrolment, options));
    await until('the course to say something', () => walk.line());
  };
  const ended = (enrolment, count = 1) => until('the end of the session',
    () => lrs.verbs(enrolment).filter((verb) => verb === 'terminated').length === count);
  // A walk of one enrolment, whose statements keep all rules.
  const learning = (what, body) => walking(what, async (walk) => {
    const enrolment = lrs.enrol();
    lrs.isFailing = false;
    await body(walk, enrolment);
    assert.deepEqual(enrolment.violations, []);
  });

  for (const level of levels) {
    await learning(`${level}: three statements, and a document that holds no more than the level says`, async (walk, enrolment) => {
      await launch(walk, level, enrolment);
      assert.equal(await walk.line(), sentence(level));
      await walk.visit('en/part/three.html', seven);
      await walk.press('done');
      await until('the completion', () => lrs.verbs(enrolment).includes('completed'));
      await walk.press('exit');
      await ended(enrolment);
      assert.deepEqual(lrs.verbs(enrolment), ['initialized', 'completed', 'terminated']);

      const kept = lrs.kept(enrolment);
      assert.deepEqual(Object.keys(kept), { status: ['completed'], place: ['completed', 'place'], pages: ['completed', 'place', 'state'] }[level]);
      assert.equal(kept.place, level === 'status' ? undefined : codeOf(level, seven));
      if (level === 'pages') assert.ok(kept.state.includes(codeOf(level, 'en/part/three.html')));
      const said = JSON.stringify(enrolment.statements);
      for (const page of configOf(courses[level]).pages) {
        assert.ok(!said.includes(page.path) && !(page.code && said.includes(page.code)), `a statement names ${page.path}`);
      }
    });

    await learning(`${level}: the next launch ${level === 'status' ? 'begins at the start' : 'resumes'}, and is not completed twice`, async (walk, enrolment) => {
      await launch(walk, level, enrolment);
      await walk.visit('en/part/one.html', seven);
      await walk.page.goto('about:blank');
      await ended(enrolment);
      await launch(walk, level, enrolment);
      await walk.shown(level === 'status' ? 'en/index.html' : seven);
      await walk.visit('en/part/two.html');
      await walk.hide();
      // Both core pages: at the level `pages` they count over all sittings.
      if (level === 'pages') await until('the completion', () => lrs.verbs(enrolment).includes('completed'));
      else await walk.press('done');
      await walk.page.goto('about:blank');
      await ended(enrolment, 2);
      await launch(walk, level, enrolment);
      assert.equal(await walk.isOffered('done'), false);
      assert.match(await walk.line(), /Recorded as completed/);
      await walk.press('exit');
      await ended(enrolment, 3);
      assert.equal(lrs.verbs(enrolment).filter((verb) => verb === 'completed').length, 1);
    });
  }

  await learning('preview and review say that they begin and end, and nothing else', async (walk, enrolment) => {
    for (const [count, [mode, line]] of [['Browse', /looking around/], ['Review', /looking back/]].entries()) {
      await launch(walk, 'pages', enrolment, { mode });
      assert.match(await walk.line(), line);
      assert.equal(await walk.isOffered('done'), false);
      await walk.visit('en/part/one.html', 'en/part/two.html');
      await walk.press('exit');
      await ended(enrolment, count + 1);
    }
    assert.deepEqual(lrs.verbs(enrolment), ['initialized', 'terminated', 'initialized', 'terminated']);
    assert.equal(lrs.kept(enrolment), null);
  });

  await learning('what the store did not keep is sent again; reading goes on, and the line says so', async (walk, enrolment) => {
    await launch(walk, 'pages', enrolment);
    await until('the beginning', () => lrs.verbs(enrolment).length === 1);
    lrs.isFailing = true;
    await walk.visit('en/part/three.html');
    await walk.press('done');
    await until('the line', async () => /did not save|no longer saves/.test(await walk.line()));
    await walk.visit(seven);
    lrs.isFailing = false;
    await walk.hide();
    await until('the line', async () => /Recorded as completed/.test(await walk.line()));
    await walk.press('exit');
    await ended(enrolment);
    assert.deepEqual(lrs.verbs(enrolment), ['initialized', 'completed', 'terminated']);
    assert.equal(lrs.kept(enrolment).place, codeOf('pages', seven));
  });

  await learning('"Save and close" goes where the system wants its learners back', async (walk, enrolment) => {
    await launch(walk, 'place', enrolment, { returnUrl: `${lms.origin}/lms/login` });
    await walk.press('exit');
    await ended(enrolment);
    await until('the way back', () => walk.page.url() === `${lms.origin}/lms/login`);
  });

  await learning('a second window asks for no token, and says so', async (walk, enrolment) => {
    await launch(walk, 'place', enrolment);
    await tab(async (second) => {
      await launch(second, 'place', enrolment);
      assert.match(await second.line(), /already open in another window/);
    });
    await walk.press('exit');
    await ended(enrolment);
    assert.deepEqual([...lrs.sessions.values()].slice(-2).map((session) => session.isFetched), [true, false]);
  });

  await learning('a token that is used up, or no launch at all: nothing is recorded, everything can be read', async (walk, enrolment) => {
    await launch(walk, 'place', enrolment);
    const address = walk.page.url();
    await walk.press('exit');
    await ended(enrolment);
    await walk.openAddress(address);
    await until('the line', async () => /did not answer/.test(await walk.line()));
    await walk.visit(seven);
    await walk.hurry(10);
    await walk.openAddress(`${lms.origin}/courses/place/index.html`);
    await until('the line', async () => /No learning system was found/.test(await walk.line()));
    await walk.visit(seven);
    assert.deepEqual(lrs.verbs(enrolment), ['initialized', 'terminated']);
  });
});
