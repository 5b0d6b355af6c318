// What a learning system hears of a reader, from the first launch to the last, in both versions of SCORM: by a strict
// mock that refuses what Moodle refuses, and by scorm-again.
import assert from 'node:assert/strict';
import path from 'node:path';
import { rmSync } from 'node:fs';
import { addFile, configOf, edit, smallPackages } from './support/lms-packages.mjs';
import { mainBrowserNames } from './support/browsers.mjs';
import { walksInEachBrowser } from './support/lms-tests.mjs';
import { elements, until } from './support/lms-walk.mjs';

const small = smallPackages();
const coreOnly = smallPackages((project) => {
  edit(path.join(project, 'profiles/inn.yaml'), 'bundles:', 'completion: core\nbundles:');
  edit(path.join(project, 'content/nl/index.md'), 'title:', 'core: true\ntitle:');
});
const doneOnly = smallPackages((project) => edit(path.join(project, 'profiles/inn.yaml'), 'bundles:', 'completion: done\nbundles:'));
// Core pages that count by what is done on them.
const byDeeds = smallPackages((project) => {
  edit(path.join(project, 'profiles/inn.yaml'), 'bundles:', 'completion: core\nbundles:');
  for (const page of ['one', 'two']) edit(path.join(project, `content/en/part/${page}.md`), /^core: true\n/m, '');
  edit(path.join(project, 'content/nl/index.md'), 'title:', 'core: true\ntitle:');
  const step = (name) => `::: {.step #${name}}\n> They wait.\n\n::: {.choice rate="better"}\n“Take your time.”\n\nThat helps.\n:::\n` +
    '::: {.choice rate="worse"}\n“Well?”\n\nThat does not.\n:::\n:::\n\n';
  addFile(path.join(project, 'content/en/part/talk.md'), '---\ntitle: A talk\ncore: true\n---\nA talk to practise.\n\n' +
    `:::: {.conversation #first-talk title="A first talk" counts="core"}\nThey sit down.\n\n${step('one')}${step('two')}::: {.summary}\nWords.\n:::\n::::\n`);
  addFile(path.join(project, 'content/en/part/list.md'), `---\ntitle: A list\ncore: true\n---\n${'Words and more words.\n\n'.repeat(60)}` +
    '::: {.checklist #calls title="Calls" counts="core"}\n- [ ] Call\n- [ ] Write\n:::\n');
});
// The next version of the course: one page gone, one new, the rest as it was.
const next = smallPackages((project) => {
  rmSync(path.join(project, 'content/en/part/three.md'));
  addFile(path.join(project, 'content/en/part/eleven.md'), '---\ntitle: Page eleven\norder: 11\n---\nNew words.\n');
});

const tenPages = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].map((name) => `en/part/${name}.html`);
const neutralPages = tenPages.slice(2); // no core pages among them
const codeOf = (folder, wanted) => configOf(folder).pages.find((page) => page.path === wanted).code;

// Turning pages commits at most every ten seconds, however long the pages take. In a walk that hurries, a tenth of a second
// by which a busy machine is late is a second.
function assertRare(commits) {
  commits.slice(1).forEach((commit, index) => {
    const gap = commit.at - commits[index].at;
    assert.ok(gap >= 9000, `only ${gap} ms between two commits`);
  });
}

walksInEachBrowser('SCORM sessions', async ({ lms, walking }) => {
  for (const version of ['1.2', '2004']) {
    const names = elements[version];
    for (const [course, folders] of Object.entries({ small, core: coreOnly, done: doneOnly, deeds: byDeeds, next })) {
      lms.courses.set(`${course}-${version}`, folders[version]);
    }
    const walkingIn = (title, body) => walking(`SCORM ${version}: ${title}`, body);

    for (const system of ['strict', 'again']) {
      await walkingIn(`${system}: first launch, ten pages, close; relaunch resumes at the last page`, async (walk) => {
        const learner = lms.newLearner();
        const options = { version, system, learner };
        await walk.launch(`small-${version}`, options);
        await walk.shown('en/index.html');
        assert.equal(lms.status(learner), 'incomplete', 'the status is said and saved at the start');
        await walk.visit(...neutralPages, 'en/part/index.html', 'en/part/four.html');
        assert.equal((await walk.calls('initialize')).length, 1);
        assert.equal((await walk.calls('terminate')).length, 0);
        assertRare(await walk.calls('commit'));
        assert.equal((await walk.said())[names.status], 'incomplete');
        await walk.leave();
        if (system === 'strict') {
          assert.equal(lms.learners.get(learner).commits.filter(({ reason }) => reason === 'terminate').length, 1);
        }

        await walk.launch(`small-${version}`, options);
        await walk.shown('en/part/four.html');
        const state = (await walk.said())[names.state];
        for (const visited of [...neutralPages, 'en/part/index.html', 'en/index.html']) {
          assert.ok(state.includes(codeOf(small[version], visited)), `${visited} is still known as opened`);
        }
        assert.equal((await walk.calls('initialize')).length, 1);
      });

      await walkingIn(`${system}: "I am done" is saved at once, even if the course is gone in the same moment`, async (walk) => {
        const learner = lms.newLearner();
        await walk.launch(`small-${version}`, { version, system, learner, beacon: 'no' });
        await walk.shown('en/index.html');
        await walk.pressDoneAndKill();
        assert.equal(lms.status(learner), 'completed');
      });

      await walkingIn(`${system}: the state of version N is understood by version N+1`, async (walk) => {
        const learner = lms.newLearner();
        await walk.launch(`small-${version}`, { version, system, learner });
        await walk.visit('en/part/one.html', 'en/part/three.html', 'en/part/five.html');
        await walk.leave();
        await walk.launch(`next-${version}`, { version, system, learner });
        await walk.shown('en/part/five.html');
        const state = (await walk.said())[names.state];
        assert.ok(state.includes(codeOf(next[version], 'en/part/one.html')));
        assert.ok(state.includes(codeOf(next[version], 'en/part/five.html')));
        assert.ok(!state.includes(codeOf(small[version], 'en/part/three.html')), 'a page that is gone is forgotten');
      });

      await walkingIn(`${system}: a completed course stays completed when it is opened again`, async (walk) => {
        const learner = lms.newLearner();
        const options = { version, system, learner };
        await walk.launch(`small-${version}`, options);
        await walk.shown('en/index.html');
        await walk.press('done');
        assert.equal(await walk.isOffered('done'), false);
        assert.match(await walk.line(), /Recorded as completed/);
        await walk.visit('en/part/five.html');
        await walk.leave();
        for (let again = 0; again < 2; again += 1) {
          await walk.launch(`small-${version}`, options);
          assert.equal(await walk.isOffered('done'), false);
          await walk.visit('en/part/six.html');
          assert.ok(!(names.status in await walk.said()), 'the status is not said again');
          assert.equal(lms.status(learner), 'completed');
          await walk.leave();
          assert.equal(lms.status(learner), 'completed');
        }
      });
    }

    await walkingIn('completed when all core pages were opened, over several launches', async (walk) => {
      const learner = lms.newLearner();
      await walk.launch(`core-${version}`, { version, learner });
      assert.equal(await walk.isOffered('done'), false, 'the rule `core` offers no button');
      await walk.visit('en/part/one.html', 'en/part/three.html');
      assert.equal(lms.status(learner), 'incomplete');
      await walk.leave();
      await walk.launch(`core-${version}`, { version, learner });
      assert.equal(lms.status(learner), 'incomplete');
      await walk.visit('en/part/two.html');
      assert.equal(lms.status(learner), 'completed');
    });

    await walkingIn('the last core page is saved at once, even if the course is gone in the same moment', async (walk) => {
      const learner = lms.newLearner();
      await walk.launch(`core-${version}`, { version, learner, beacon: 'no' });
      await walk.visit('en/part/one.html');
      assert.equal(lms.status(learner), 'incomplete');
      await walk.visitAndKill('en/part/two.html');
      assert.equal(lms.status(learner), 'completed');
    });

    await walkingIn('core pages that count by a talk or a checklist: when it was gone through, or seen', async (walk) => {
      const learner = lms.newLearner();
      await walk.launch(`deeds-${version}`, { version, learner });
      await walk.visit('en/part/list.html', 'en/part/talk.html');
      assert.equal(lms.status(learner), 'incomplete', 'to open them is not enough');
      const press = (name) => walk.inPage((wanted) => {
        const shown = Array.from(document.querySelectorAll('.conversation-step')).find((one) => !one.hidden);
        const choice = Array.from(shown.querySelectorAll('.conversation-choice')).find((one) => /Take your time/.test(one.textContent));
        choice.querySelector(wanted).click();
      }, name);
      await until('the talk', () => walk.inPage(() => Boolean(document.querySelector('.conversation.is-live'))));
      for (let number = 0; number < 2; number += 1) {
        await press('.conversation-say');
        await press('[data-action="next"]');
      }
      assert.equal(lms.status(learner), 'incomplete', 'the list was not seen yet');
      await walk.leave();
      // The talk counts over several sittings, as an opened page does.
      await walk.launch(`deeds-${version}`, { version, learner });
      await walk.visit('en/part/list.html');
      await walk.inPage(() => { document.querySelector('.checklist').scrollIntoView(); });
      await until('the completion', () => lms.status(learner) === 'completed');
    });

    await walkingIn('with the rule `done` opening every page is not enough', async (walk) => {
      const learner = lms.newLearner();
      await walk.launch(`done-${version}`, { version, learner });
      await walk.visit(...tenPages);
      assert.equal(lms.status(learner), 'incomplete');
      await walk.press('done');
      assert.equal(lms.status(learner), 'completed');
    });

    await walkingIn('a page that is only for some readers is not recorded; its section is the place', async (walk) => {
      const learner = lms.newLearner();
      await walk.launch(`small-${version}`, { version, learner });
      await walk.visit('en/part/three.html');
      const before = await walk.said();
      await walk.visit('en/treatment/index.html', 'en/treatment/rest.html');
      const after = await walk.said();
      assert.equal(after[names.state], before[names.state]);
      assert.equal(after[names.place], codeOf(small[version], 'en/index.html'));
    });

    await walkingIn('"Save and close" ends the session once; reading goes on without it', async (walk) => {
      const learner = lms.newLearner();
      await walk.launch(`small-${version}`, { version, learner });
      await walk.visit('en/part/three.html');
      await walk.press('exit');
      assert.match(await walk.line(), /You can close this window/);
      await walk.visit('en/part/four.html');
      await walk.hide();
      assert.equal((await walk.calls('terminate')).length, 1);
      assert.equal((await walk.calls()).at(-1).call, 'terminate');
      await walk.leave();
      assert.equal(lms.learners.get(learner).commits.filter(({ reason }) => reason === 'terminate').length, 1);
    });

    await walkingIn('what was said is saved when the window is hidden', async (walk) => {
      const learner = lms.newLearner();
      await walk.launch(`small-${version}`, { version, learner, beacon: 'no' });
      await walk.visit('en/part/seven.html');
      await walk.hide();
      assert.equal(lms.stored(learner)[names.place], codeOf(small[version], 'en/part/seven.html'));
      const commits = (await walk.calls('commit')).length;
      await walk.hide();
      assert.equal((await walk.calls('commit')).length, commits, 'nothing new, nothing saved');
    });

    await walkingIn('a page that the browser keeps for "back" saves, and its session goes on', async (walk) => {
      const learner = lms.newLearner();
      await walk.launch(`small-${version}`, { version, learner });
      await walk.visit('en/part/seven.html');
      await walk.putAside();
      assert.equal(lms.stored(learner)[names.place], codeOf(small[version], 'en/part/seven.html'));
      assert.deepEqual(await walk.calls('terminate'), []);
      await walk.visit('en/part/eight.html');
      await walk.press('exit');
      assert.equal(lms.stored(learner)[names.place], codeOf(small[version], 'en/part/eight.html'));
      assert.equal((await walk.calls('initialize')).length, 1);
    });

    await walkingIn('1.2 suspends until it is completed, 2004 always', async (walk) => {
      await walk.launch(`small-${version}`, { version, learner: lms.newLearner() });
      assert.equal((await walk.said())[names.exit], 'suspend');
      await walk.press('done');
      assert.equal((await walk.said())[names.exit], version === '1.2' ? '' : 'suspend');
    });

    await walkingIn('a bookmark on a page that is gone leads to the start page', async (walk) => {
      const learner = lms.newLearner({ [names.status]: 'incomplete', [names.place]: codeOf(small[version], 'en/part/three.html') });
      await walk.launch(`next-${version}`, { version, learner });
      await walk.visit('en/part/five.html');
      assert.equal((await walk.said())[names.place], codeOf(next[version], 'en/part/five.html'));
    });

    await walkingIn('garbage in the saved state is ignored', async (walk) => {
      const good = codeOf(small[version], 'en/part/five.html');
      const garbage = ['3;4;' + good, '1;4;' + good, 'hello', '2;4', '{"visited":[1,2]}', `2;99;${good}`, '2;4;' + 'A'.repeat(251), '<script>', '%%%'];
      for (const state of garbage) {
        const learner = lms.newLearner({ [names.status]: 'incomplete', [names.state]: state, [names.place]: '../../nowhere' });
        await walk.launch(`small-${version}`, { version, learner });
        await walk.shown('en/index.html');
        assert.equal((await walk.said())[names.state], `2;4;${codeOf(small[version], 'en/index.html')}`, state);
      }
      const learner = lms.newLearner({ [names.status]: 'incomplete', [names.state]: `2;4;${good}AB` });
      await walk.launch(`small-${version}`, { version, learner });
      await walk.shown('en/index.html');
      assert.ok((await walk.said())[names.state].includes(good), 'what stands before a cut is still good');
    });

    await walkingIn('a system that refuses or fails does not stop the reader', async (walk) => {
      for (const [fail, line] of [['initialize', /did not answer/], ['set', /did not save/], ['commit', /did not save/], ['throw', /did not answer/]]) {
        await walk.launch(`small-${version}`, { version, learner: lms.newLearner(), fail });
        assert.match(await walk.line(), line, fail);
        await walk.visit('en/part/three.html', 'en/part/four.html');
        if (fail !== 'initialize' && fail !== 'throw') await walk.press('done');
        assert.ok((await walk.inPage(() => document.body.textContent)).includes('Words of page four'));
        assert.deepEqual(await walk.violations(), [], fail);
        if (fail === 'initialize') assert.equal((await walk.calls()).length, 1, 'nothing is said to a system that did not begin');
      }
    });

    await walkingIn('a status that was not saved is offered again', async (walk) => {
      const learner = lms.newLearner();
      await walk.launch(`small-${version}`, { version, learner, fail: 'commit-once' });
      await walk.shown('en/index.html');
      await walk.press('done');
      assert.equal(lms.status(learner), 'incomplete');
      assert.match(await walk.line(), /did not save/);
      await walk.hide();
      assert.equal(lms.status(learner), 'completed');
      assert.match(await walk.line(), /Recorded as completed/);
    });
  }

  await walking('turning pages commits at most every ten seconds', async (walk) => {
    await walk.hurry(10);
    await walk.launch('small-1.2', { version: '1.2', learner: lms.newLearner() });
    await walk.visit(...neutralPages);
    await until('the second commit', async () => (await walk.calls('commit')).length > 1);
    assertRare(await walk.calls('commit'));
    // The time that was told, with the second commit, is the time between them: whole seconds, and not a second more or less.
    const calls = await walk.calls();
    const [first, second] = calls.filter(({ call }) => call === 'commit');
    const told = calls.slice(0, calls.indexOf(second)).filter(({ given }) => given[0] === 'cmi.core.session_time').at(-1);
    const [hours, minutes, seconds] = told.given[1].split(':').map(Number);
    const difference = hours * 3600 + minutes * 60 + seconds - (second.at - first.at) / 1000;
    assert.ok(difference > -2 && difference < 5, `${told.given[1]} for ${second.at - first.at} ms`);
  });
}, { names: mainBrowserNames });
