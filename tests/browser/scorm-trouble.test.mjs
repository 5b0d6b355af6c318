// Sessions as they go in real life: two windows, a reader who was signed out, popups, servers that forbid frames or
// write into pages.
import assert from 'node:assert/strict';
import { configOf, smallPackages } from './support/lms-packages.mjs';
import { walksInEachBrowser } from './support/lms-tests.mjs';
import { elements, until } from './support/lms-walk.mjs';

const small = smallPackages();
const codeOf = (folder, wanted) => configOf(folder).pages.find((page) => page.path === wanted).code;

walksInEachBrowser('SCORM in real life', async ({ lms, walking, tab }) => {
  for (const version of ['1.2', '2004']) {
    const names = elements[version];
    lms.courses.set(version, small[version]);

    await walking(`SCORM ${version}: a second window begins no session, says so, and overwrites nothing`, async (walk) => {
      const learner = lms.newLearner();
      await walk.launch(version, { version, learner });
      await walk.visit('en/part/three.html');
      await tab(async (second) => {
        await second.launch(version, { version, learner });
        assert.match(await second.line(), /already open in another window/);
        assert.equal(await second.isOffered('done'), false);
        await second.visit('en/part/nine.html');
        await second.hide();
        assert.deepEqual(await second.calls(), []);
      });
      await walk.press('exit');
      assert.equal(lms.stored(learner)[names.place], codeOf(small[version], 'en/part/three.html'));

      // When the first has ended its session, a new window begins one.
      await tab(async (third) => {
        await third.launch(version, { version, learner });
        assert.match(await third.line(), /hears/);
      });
    });

    await walking(`SCORM ${version}: a second window is told as well where the browser has no locks`, async (walk) => {
      const learner = lms.newLearner();
      const withoutLocks = (page) => page.evaluateOnNewDocument(() => Object.defineProperty(navigator, 'locks', { value: undefined }));
      await withoutLocks(walk.page);
      await walk.launch(version, { version, learner });
      await tab(async (second, page) => {
        await withoutLocks(page);
        await second.launch(version, { version, learner });
        assert.match(await second.line(), /already open in another window/);
        assert.deepEqual(await second.calls(), []);
      });
    });

    await walking(`SCORM ${version}: of two windows opened in the same moment one has the session`, async (walk) => {
      await tab(async (second) => {
        await Promise.all([walk, second].map((one) => one.launch(version, { version, learner: lms.newLearner() })));
        const begun = (await Promise.all([walk, second].map((one) => one.calls('initialize')))).flat();
        assert.equal(begun.length, 1);
      });
    });

    await walking(`SCORM ${version}: a preview does not keep others out`, async (walk) => {
      await walk.launch(version, { version, mode: 'browse', learner: lms.newLearner() });
      await tab(async (second) => {
        await second.launch(version, { version, learner: lms.newLearner() });
        assert.match(await second.line(), /hears/);
      });
    });

    await walking(`SCORM ${version}: a reader who was signed out is told; what was read since is sent when the session is back`, async (walk, page) => {
      const learner = lms.newLearner();
      await walk.launch(version, { version, learner });
      await walk.visit('en/part/three.html');
      lms.isSignedOut = true;
      await page.evaluate(() => { window.lms.failing.commit = true; });
      await walk.visit('en/part/four.html');
      assert.match(await walk.line(), /You may have been signed out: open it again from the course/);
      assert.equal(await walk.isOffered('exit'), true);

      lms.isSignedOut = false;
      await page.evaluate(() => { window.lms.failing.commit = false; });
      await walk.visit('en/part/five.html');
      await walk.hide();
      assert.match(await walk.line(), /hears/);
      assert.equal(lms.stored(learner)[names.place], codeOf(small[version], 'en/part/five.html'));
      for (const seen of ['three', 'five']) assert.ok(lms.stored(learner)[names.state].includes(codeOf(small[version], `en/part/${seen}.html`)));
    });

    await walking(`SCORM ${version}: when saving fails twice the line names what to do, and reading goes on`, async (walk) => {
      const learner = lms.newLearner();
      await walk.launch(version, { version, learner });
      await walk.page.evaluate(() => { window.lms.failing.commit = true; });
      await walk.visit('en/part/three.html');
      await walk.press('done');
      assert.match(await walk.line(), /did not save/);
      await walk.hide();
      assert.match(await walk.line(), /open it again from the course/);
      await walk.visit('en/part/four.html');
      await walk.page.evaluate(() => { window.lms.failing.commit = false; });
      await walk.hide();
      assert.match(await walk.line(), /Recorded as completed/);
      assert.equal(lms.status(learner), 'completed');
    });

    await walking(`SCORM ${version}: the time is saved when the window is hidden, though nothing else is new`, async (walk) => {
      await walk.launch(version, { version, learner: lms.newLearner() });
      await walk.shown('en/index.html');
      await walk.shell.evaluate(() => {
        const now = Date.now;
        Date.now = () => now.call(Date) + 2000; // two seconds of reading
      });
      await walk.hide();
      const last = (await walk.calls()).slice(-2);
      assert.equal(last[1].call, 'commit');
      assert.match((await walk.said())[names.time], /[1-9]S?$/);
    });

    await walking(`SCORM ${version}: in a popup of 1280 × 500 the bar is in view, and "Save and close" closes it`, async (walk) => {
      for (const scenario of ['opener', 'opener-of-parent']) {
        await walk.launch(version, { version, scenario, learner: lms.newLearner() });
        await walk.player.setViewport({ width: 1280, height: 500 });
        await walk.shown('en/index.html');
        const seen = await walk.shell.evaluate(() => ({
          bar: document.querySelector('footer').getBoundingClientRect().bottom <= window.innerHeight,
          content: document.getElementById('lms-content').offsetHeight,
        }));
        assert.equal(seen.bar, true);
        assert.ok(seen.content >= 350, `${seen.content} pixels for the guidance`);
        walk.press('exit').catch(() => {}); // the window is gone before it answers
        await until('the popup to close', () => walk.player.isClosed());
        await until('the end of the session', async () => (await walk.calls('terminate')).length === 1);
      }
    });

    await walking(`SCORM ${version}: the API is found eight frames up`, async (walk) => {
      const learner = lms.newLearner();
      await walk.launch(version, { version, scenario: 'deep', learner });
      assert.match(await walk.line(), /hears/);
      assert.equal(lms.status(learner), 'incomplete');
    });

    await walking(`SCORM ${version}: a script that a system writes into the pages does not run, and breaks nothing`, async (walk) => {
      lms.injected = '<script>window.injected = true;</script>';
      const learner = lms.newLearner();
      await walk.launch(version, { version, learner });
      await walk.visit('en/part/three.html');
      await walk.press('done');
      assert.equal(lms.status(learner), 'completed');
      assert.equal(await walk.shell.evaluate(() => [window.injected, document.getElementById('lms-content').contentWindow.injected].filter(Boolean).length), 0);
      assert.ok((await walk.inPage(() => document.documentElement.outerHTML)).includes('window.injected'), 'it was there');
    });

    await walking(`SCORM ${version}: where the server forbids frames the pages are offered outside of one`, async (walk) => {
      lms.courseHeaders = { 'x-frame-options': 'DENY' };
      const learner = lms.newLearner();
      await walk.launch(version, { version, scenario: 'opener', learner });
      await until('the offer', () => walk.shell.evaluate(() => !document.getElementById('lms-blocked').hidden));
      const offer = await walk.shell.evaluate(() => ({ text: document.getElementById('lms-blocked').textContent,
        href: document.querySelector('#lms-blocked a').getAttribute('href') }));
      assert.match(offer.text, /does not let the guidance be shown/);
      assert.equal(offer.href, 'en/index.html');
      await walk.press('done');
      assert.equal(lms.status(learner), 'completed');
      await walk.player.close();
    });
  }
}, { ignored: /^Content-Security-Policy|X-Frame-Options/ });
