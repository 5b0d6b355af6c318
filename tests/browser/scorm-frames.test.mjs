// The frames that learning systems give: beside Moodle's contents list (650), as the page is folded (768), without the
// list (867), on a phone (367), and the popup (1280 × 500). Nothing leaves the window, whatever is open, and there is
// text to read on the first screen.
import assert from 'node:assert/strict';
import test from 'node:test';
import { browserNames, launch } from './support/browsers.mjs';
import { realPackages } from './support/lms-packages.mjs';
import { Lms } from './support/lms-server.mjs';
import { Walk, until } from './support/lms-walk.mjs';

const course = realPackages('meander', 'managers')['1.2'];
const frames = [[367, 640], [650, 666], [768, 666], [867, 666], [1280, 500]];

// What lies outside of the window sideways, of everything that can be seen.
function outside() {
  const width = document.documentElement.clientWidth;
  const found = Array.from(document.querySelectorAll('body *')).filter((element) => {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0 || element.closest('[hidden], svg')) return false;
    const style = getComputedStyle(element);
    if (style.visibility === 'hidden' || style.clipPath !== 'none' || style.clip !== 'auto') return false;
    if (element.closest('.table-scroll, pre, table')) return false; // scrolls by itself
    return box.right > width + 1 || box.left < -1;
  });
  return [document.documentElement.scrollWidth > width ? 'the page scrolls sideways' : '',
    ...found.slice(0, 3).map((element) => `${element.tagName.toLowerCase()}.${element.className}`)].filter(Boolean);
}

// Opens each panel in turn and says what leaves the window then.
async function panels(content) {
  const count = await content.evaluate(() => {
    window.panels = Array.from(document.querySelectorAll('header button[aria-expanded], nav button[aria-expanded], button[aria-controls], header summary'))
      .filter((one) => one.getClientRects().length > 0);
    return window.panels.length;
  });
  const found = [];
  for (let index = 0; index < count; index += 1) {
    await content.evaluate((at) => window.panels[at].click(), index);
    await new Promise((resolve) => { setTimeout(resolve, 120); });
    const name = await content.evaluate((at) => window.panels[at].textContent.trim(), index);
    found.push(...(await content.evaluate(outside)).map((one) => `with "${name}" open: ${one}`));
    await content.evaluate((at) => window.panels[at].click(), index);
  }
  return { count, found };
}

for (const name of browserNames) {
  test(`frames of learning systems in ${name}`, async (t) => {
    const lms = await new Lms().start();
    lms.courses.set('managers', course);
    const browser = await launch(name);
    t.after(async () => {
      await browser.close();
      lms.stop();
    });
    for (const [width, height] of frames) {
      await t.test(`${width} × ${height}`, async () => {
        const page = await browser.newPage();
        try {
          await page.setViewport({ width: 1400, height: 1000 });
          const walk = await new Walk(lms, page).launch('managers', { learner: lms.newLearner() });
          await page.evaluate((w, h) => Object.assign(document.querySelector('iframe'), { width: w, height: h }), width, height);
          for (const path of ['en/index.html', 'en/manager/treatment/index.html', 'en/manager/plan/index.html']) {
            await walk.visit(path);
            const content = await until('the page', () => walk.content());
            const text = await content.evaluate(() => {
              const top = document.querySelector('main h1').getBoundingClientRect().top;
              return { top, window: window.innerHeight };
            });
            assert.ok(text.top < text.window - 40, `${path}: the title is at ${text.top} of ${text.window} pixels`);
            assert.deepEqual(await content.evaluate(outside), [], path);
            const { count, found } = await panels(content);
            assert.ok(count > 0, 'there are panels to open');
            assert.deepEqual(found, [], path);
          }
          const bar = await walk.shell.evaluate(() => document.querySelector('footer').getBoundingClientRect());
          assert.ok(bar.bottom <= height && bar.height < height / 4, `the bar has ${bar.height} of ${height} pixels`);
        } finally {
          await page.close();
        }
      });
    }
  });
}
