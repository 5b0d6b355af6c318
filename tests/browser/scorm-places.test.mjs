// Where learning systems put their API, and what they forbid: the course finds the one and bears the other.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { browserNames, launch } from './support/browsers.mjs';
import { smallPackages } from './support/lms-packages.mjs';
import { Lms } from './support/lms-server.mjs';
import { Walk, until } from './support/lms-walk.mjs';

const small = smallPackages();
const axe = readFileSync(fileURLToPath(new URL('node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8');

for (const name of browserNames) {
  test(`SCORM in all kinds of windows in ${name}`, async (t) => {
    const lms = await new Lms().start();
    const browser = await launch(name);
    t.after(async () => {
      await browser.close();
      lms.stop();
    });
    const walking = (title, body) => t.test(title, async () => {
      const page = await browser.newPage();
      try {
        await page.setViewport({ width: 1280, height: 900 });
        const walk = new Walk(lms, page);
        await body(walk, page);
        assert.deepEqual(walk.errors, []);
      } finally {
        lms.headers = {};
        await page.close();
      }
    });

    for (const version of ['1.2', '2004']) {
      lms.courses.set(version, small[version]);

      for (const scenario of ['grandparent', 'behind-another-origin', 'frame-called-api', 'opener', 'opener-of-parent', 'sandbox-same-origin', 'late']) {
        await walking(`SCORM ${version}: API ${scenario}`, async (walk) => {
          const learner = lms.newLearner();
          await walk.launch(version, { version, scenario, learner });
          assert.match(await walk.line(), /hears/);
          await walk.shown('en/index.html');
          await walk.press('done');
          assert.equal(lms.status(learner), 'completed');
          assert.deepEqual(await walk.violations(), []);
          assert.equal((await walk.calls('initialize')).length, 1);
          if (walk.player !== walk.page) await walk.player.close();
        });
      }

      await walking(`SCORM ${version}: pages that were read before a late API are not lost`, async (walk) => {
        const learner = lms.newLearner();
        await walk.page.goto(lms.address(version, { version, scenario: 'late', learner }));
        walk.shell = await until('the course', () => walk.page.frames().find((frame) => frame.url().endsWith(`/${version}/index.html`)));
        await until('its first page', () => walk.shell.evaluate(() => {
          const seen = document.getElementById('lms-content').contentDocument;
          return seen && seen.readyState === 'complete' && seen.location.pathname.endsWith('en/index.html');
        }));
        await walk.visit('en/part/three.html');
        await until('the session', () => walk.line());
        assert.match(await walk.line(), /hears/);
        await walk.hide();
        const stored = lms.stored(learner);
        assert.equal(stored['cmi.suspend_data'].length, '2;4;'.length + 2 * 4);
      });

      await walking(`SCORM ${version}: no API, or one that a sandbox hides: nothing is recorded, everything can be read`, async (walk, page) => {
        await walk.launch(version, { version, scenario: 'none', learner: lms.newLearner() });
        assert.match(await walk.line(), /No learning system was found/);
        assert.equal(await walk.isOffered('done'), false);
        assert.equal(await walk.isOffered('exit'), false);
        await walk.visit('en/part/three.html');

        await walk.launch(version, { version, scenario: 'sandbox', learner: lms.newLearner() });
        assert.match(await walk.line(), /No learning system was found/);
        const content = await until('the page', () => walk.content());
        assert.ok((await content.evaluate(() => document.body.textContent)).includes('Welcome'));
      });

      await walking(`SCORM ${version}: a browser that refuses to store anything changes nothing`, async (walk, page) => {
        await page.evaluateOnNewDocument(() => {
          const refuse = { configurable: true, get() { throw new DOMException('no storage here', 'SecurityError'); } };
          for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, name, refuse);
          Object.defineProperty(document, 'cookie', refuse);
        });
        const learner = lms.newLearner();
        await walk.launch(version, { version, learner });
        await walk.visit('en/part/three.html');
        assert.match(await walk.line(), /hears/);
        assert.equal(await walk.content().evaluate(() => { try { return window.localStorage; } catch (refused) { return refused.name; } }), 'SecurityError');
        await walk.press('done');
        await walk.press('exit');
        assert.match(await walk.line(), /The session is closed/);
        assert.equal(lms.status(learner), 'completed');
        assert.deepEqual(await walk.violations(), []);
      });

      await walking(`SCORM ${version}: a policy against unload is not broken, and nothing is lost by it`, async (walk, page) => {
        const complaints = [];
        page.on('console', (message) => { if (/unload/i.test(message.text())) complaints.push(message.text()); });
        lms.headers = { 'permissions-policy': 'unload=()' };
        const learner = lms.newLearner();
        await walk.launch(version, { version, learner });
        await walk.visit('en/part/three.html', 'en/part/four.html');
        await walk.leave();
        assert.deepEqual(complaints, []);
        assert.equal(lms.learners.get(learner).commits.at(-1).reason, 'terminate');
        assert.ok(lms.stored(learner)['cmi.suspend_data'].length > '2;4;'.length);
      });
    }

    await walking('the session page shown inside itself does not begin a second session', async (walk) => {
      await walk.launch('1.2', { version: '1.2', learner: lms.newLearner() });
      await walk.shown('en/index.html');
      await walk.visit('index.html');
      await walk.shown('en/index.html');
      assert.equal((await walk.calls('initialize')).length, 1);
      assert.deepEqual(await walk.violations(), []);
    });

    await walking('links out of the guidance open outside of the frame', async (walk) => {
      await walk.launch('1.2', { version: '1.2', learner: lms.newLearner() });
      await walk.shown('en/index.html');
      const targets = await walk.content().evaluate(() => ['https:', 'mailto:', 'http:'].map((protocol) => {
        const link = Array.from(document.querySelectorAll('main a')).find((one) => one.protocol === protocol);
        link.addEventListener('click', (event) => event.preventDefault());
        link.click();
        return link.target;
      }));
      assert.deepEqual(targets, ['_blank', '_parent', '']);
    });

    for (const width of [320, 600, 1280]) {
      await walking(`nothing has to be scrolled sideways in a frame of ${width} pixels`, async (walk, page) => {
        await page.setViewport({ width, height: 400 });
        await page.goto(`${lms.origin}/courses/1.2/index.html`);
        await until('a line', () => page.evaluate(() => document.getElementById('lms-line').textContent), 15);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
        const height = await page.evaluate(() => document.getElementById('lms-content').getBoundingClientRect().height);
        assert.ok(height >= 190, `the guidance has only ${height} pixels`);
      });
    }

    await walking('on a phone the bar leaves the screen to the guidance, and its words stay in their buttons', async (walk, page) => {
      await page.setViewport({ width: 320, height: 640 });
      await walk.launch('1.2', { version: '1.2', learner: lms.newLearner() });
      await page.evaluate(() => Object.assign(document.querySelector('iframe'), { width: 320, height: 640 }));
      const seen = await walk.shell.evaluate(() => {
        const buttons = Array.from(document.querySelectorAll('button'));
        return {
          bar: document.querySelector('footer').offsetHeight,
          rows: new Set(buttons.map((button) => button.offsetTop)).size,
          low: buttons.filter((button) => button.offsetHeight < 36).length,
          full: buttons.filter((button) => button.scrollWidth > button.clientWidth).length,
        };
      });
      assert.ok(seen.bar <= 124, `the bar has ${seen.bar} pixels`);
      assert.deepEqual({ ...seen, bar: 0 }, { bar: 0, rows: 1, low: 0, full: 0 });
    });

    // Firefox can be driven neither with a colour scheme nor with script off.
    if (name === 'firefox') return;
    for (const colours of ['light', 'dark']) {
      await walking(`axe finds nothing in the session page (${colours})`, async (walk, page) => {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: colours }]);
        await walk.launch('1.2', { version: '1.2', learner: lms.newLearner() });
        await walk.shell.evaluate(axe);
        const found = await walk.shell.evaluate(() => window.axe.run(document, { iframes: false,
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
        assert.deepEqual(found.violations.map((one) => `${one.id}: ${one.nodes[0].html}`), []);
        assert.ok(found.passes.length > 10);
      });
    }

    await walking('without script there is a link to the start page', async (walk, page) => {
      await page.setJavaScriptEnabled(false);
      await page.goto(`${lms.origin}/courses/1.2/index.html`);
      await page.setJavaScriptEnabled(true);
      const seen = await page.evaluate(() => ({
        link: document.querySelector('noscript').textContent.includes('en/index.html') || !!document.querySelector('noscript a'),
        buttons: Array.from(document.querySelectorAll('button')).filter((button) => !button.hidden).length,
        frame: document.getElementById('lms-content').contentDocument.body.textContent.includes('Welcome'),
      }));
      assert.deepEqual(seen, { link: true, buttons: 0, frame: true });
    });
  });
}
