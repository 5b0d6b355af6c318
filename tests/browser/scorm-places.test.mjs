// Where learning systems put their API, and what they forbid: the course finds the one and bears the other.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { smallPackages } from './support/lms-packages.mjs';
import { walksInEachBrowser } from './support/lms-tests.mjs';
import { until } from './support/lms-walk.mjs';

const small = smallPackages();
const axe = readFileSync(fileURLToPath(new URL('node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8');

walksInEachBrowser('SCORM in all kinds of windows', async ({ name, lms, walking }) => {
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
        assert.equal((await walk.calls('initialize')).length, 1);
        if (walk.player !== walk.page) await walk.player.close();
      });
    }

    await walking(`SCORM ${version}: pages that were read before a late API are not lost`, async (walk) => {
      const learner = lms.newLearner();
      await walk.open(version, { version, scenario: 'late', learner });
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

    await walking(`SCORM ${version}: no API, or one that a sandbox hides: nothing is recorded, everything can be read`, async (walk) => {
      await walk.hurry(10);
      await walk.launch(version, { version, scenario: 'none', learner: lms.newLearner() });
      assert.match(await walk.line(), /No learning system was found/);
      assert.equal(await walk.isOffered('done'), false);
      assert.equal(await walk.isOffered('exit'), false);
      await walk.visit('en/part/three.html');

      await walk.launch(version, { version, scenario: 'sandbox', learner: lms.newLearner() });
      assert.match(await walk.line(), /No learning system was found/);
      assert.ok((await walk.inPage(() => document.body.textContent)).includes('Welcome'));
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
      assert.equal(await walk.inPage(() => { try { return window.localStorage; } catch (refused) { return refused.name; } }), 'SecurityError');
      await walk.press('done');
      await walk.press('exit');
      assert.match(await walk.line(), /The session is closed/);
      assert.equal(lms.status(learner), 'completed');
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
    await walk.visit('en/part/three.html');
    await walk.shell.evaluate(() => {
      document.getElementById('lms-content').contentWindow.location.href = new URL('index.html', window.location.href).href;
    });
    await walk.shown('en/index.html');
    assert.equal((await walk.calls('initialize')).length, 1);
  });

  await walking('links out of the guidance open outside of the frame', async (walk) => {
    await walk.launch('1.2', { version: '1.2', learner: lms.newLearner() });
    await walk.shown('en/index.html');
    const targets = await walk.inPage(() => ['https:', 'mailto:', 'http:'].map((protocol) => {
      const link = Array.from(document.querySelectorAll('main a')).find((one) => one.protocol === protocol);
      link.addEventListener('click', (event) => event.preventDefault());
      link.click();
      return link.target;
    }));
    assert.deepEqual(targets, ['_blank', '_parent', '']);
  });

  await walking('nothing has to be scrolled sideways in a frame of 320, 600 or 1280 pixels', async (walk, page) => {
    await walk.hurry(10);
    await page.goto(`${lms.origin}/courses/1.2/index.html`);
    await until('a line', () => page.evaluate(() => document.getElementById('lms-line').textContent));
    for (const width of [320, 600, 1280]) {
      await page.setViewport({ width, height: 400 });
      const seen = await page.evaluate(() => ({ width: window.innerWidth,
        isWider: document.documentElement.scrollWidth > document.documentElement.clientWidth,
        height: document.getElementById('lms-content').getBoundingClientRect().height }));
      assert.equal(seen.width, width);
      assert.equal(seen.isWider, false);
      assert.ok(seen.height >= 190, `the guidance has only ${seen.height} pixels`);
    }
  });

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
