// The frames that learning systems give: on a phone (367), beside Moodle's contents list (650), as the page is folded
// (768), without the list (867), and the popup (1280 × 500). Nothing leaves the window, whatever is open, and there is
// text to read on the first screen.
import assert from 'node:assert/strict';
import { realPackages } from './support/lms-packages.mjs';
import { walksInEachBrowser } from './support/lms-tests.mjs';

const course = realPackages('meander', 'managers')['1.2'];
const frames = [[367, 640], [650, 666], [768, 666], [867, 666], [1280, 500]];
const paths = ['en/index.html', 'en/manager/treatment/index.html', 'en/manager/plan/index.html'];

// Opens each panel in turn, the search with a question in it, and looks at each state of the page. Returns the names of
// the panels and what is wrong: what leaves the window sideways, and no text on the first screen when all is closed.
async function look() {
  const isSeen = (element) => {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) return false;
    const style = getComputedStyle(element);
    return style.visibility !== 'hidden' && style.clipPath === 'none' && style.clip === 'auto';
  };
  const scrollsByItself = (element) => {
    for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) {
      if (/auto|scroll|hidden/.test(getComputedStyle(one).overflowX)) return true;
    }
    return false;
  };
  const wrong = [];
  const outside = (state) => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) wrong.push(`${state}: the page scrolls sideways`);
    const found = Array.from(document.body.querySelectorAll('*')).filter((element) => {
      const box = element.getBoundingClientRect();
      return (box.right > width + 1 || box.left < -1) && isSeen(element) && !element.closest('svg') && !scrollsByItself(element);
    });
    wrong.push(...found.slice(0, 3).map((element) => `${state}: ${element.tagName.toLowerCase()}.${element.className}`));
  };
  const details = Array.from(document.querySelectorAll('.menu details, .situation details'));
  details.forEach((one) => { one.open = one.matches('.menu *') && !one.querySelector('summary').getClientRects().length; });
  window.scrollTo(0, 0);
  outside('closed');
  const text = Array.from(document.querySelectorAll('main p, main li')).filter(isSeen)
    .map((one) => one.getBoundingClientRect().top).filter((top) => top > 0 && top < window.innerHeight - 20);
  if (text.length === 0) wrong.push('no text on the first screen');

  const names = [];
  for (const panel of details.filter((one) => isSeen(one.querySelector('summary')))) {
    names.push(panel.querySelector('summary').textContent.trim());
    panel.open = true;
    outside(`"${names.at(-1)}" open`);
    panel.open = false;
  }
  const question = document.querySelector('.search input');
  question.focus();
  question.value = 'talk';
  question.dispatchEvent(new Event('input', { bubbles: true }));
  const end = Date.now() + 20_000;
  while (!document.querySelector('.search-results li') && Date.now() < end) await new Promise((resolve) => { setTimeout(resolve, 20); });
  const results = document.querySelector('.search-results li');
  if (results && isSeen(results)) names.push('search');
  outside('search open');
  question.value = '';
  question.dispatchEvent(new Event('input', { bubbles: true }));
  question.blur();
  return { names, wrong };
}

walksInEachBrowser('frames of learning systems', async ({ lms, walking }) => {
  lms.courses.set('managers', course);
  await walking('nothing leaves the window, and there is text on the first screen', async (walk, page) => {
    await page.setViewport({ width: 1400, height: 1000 });
    await walk.launch('managers', { learner: lms.newLearner() });
    for (const path of paths) {
      await walk.visit(path);
      for (const [width, height] of frames) {
        const state = `${path} at ${width} × ${height}`;
        await page.evaluate((w, h) => Object.assign(document.querySelector('iframe'), { width: w, height: h }), width, height);
        const bar = await walk.shell.evaluate(() => {
          const { bottom, height: ownHeight } = document.querySelector('footer').getBoundingClientRect();
          return { bottom, height: ownHeight };
        });
        assert.ok(bar.bottom <= height && bar.height < height / 4, `${state}: the bar has ${bar.height} pixels`);
        const { names, wrong } = await walk.inPage(look);
        assert.deepEqual(wrong, [], state);
        assert.equal(names.length, width < 1000 ? 3 : 2, `${state}: panels ${names.join(', ')}`); // the menu is open where it fits
      }
    }
  });
});
