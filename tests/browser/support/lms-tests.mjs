// Tests in a learning system: for each browser one test with a browser and a system of its own, and in it one for each
// walk. A walk has a tab and patience, and must leave neither an error in a script nor a call that the
// strict system refuses.
import assert from 'node:assert/strict';
import test from 'node:test';
import { browserNames, launch } from './browsers.mjs';
import { Lms } from './lms-server.mjs';
import { Walk } from './lms-walk.mjs';

const patience = 600_000; // of a walk, on a machine that does other things as well

// `define({ name, lms, browser, walking, tab, t })` awaits its walks. `walking(title, body(walk, page))` is a test;
// `tab(body(walk, page))` one more window in it. `ignored`: errors of scripts that are meant. `names`: of the browsers.
export function walksInEachBrowser(title, define, { ignored = /^$/, names = browserNames } = {}) {
  for (const name of names) {
    test(`${title} in ${name}`, async (t) => {
      const lms = await new Lms().start();
      t.after(() => lms.stop());
      const browser = await launch(name);
      t.after(() => browser.close());

      const tab = async (body) => {
        const page = await browser.newPage();
        try {
          page.setDefaultTimeout(patience / 3);
          await page.setViewport({ width: 1280, height: 900 });
          const walk = new Walk(lms, page);
          await body(walk, page);
          assert.deepEqual(walk.errors.filter((one) => !ignored.test(one)), [], 'errors in scripts');
          assert.deepEqual(await walk.violations(), [], 'refused by the learning system');
        } finally {
          await page.close();
        }
      };
      const walking = (what, body) => t.test(what, { timeout: patience }, async () => {
        try {
          await tab(body);
        } finally {
          lms.forgetTrouble();
        }
      });
      await define({ name, lms, browser, walking, tab, t });
    });
  }
}
