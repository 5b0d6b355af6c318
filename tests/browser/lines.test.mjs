// Text that is easy on the eye: 19 pixels or more on wide screens, and lines of at most 75 characters.
import assert from 'node:assert/strict';
import test from 'node:test';
import { fileUrl } from './support/bundles.mjs';
import { inEachBrowser } from './support/each-browser.mjs';
import { languages, pageOf } from './support/page-types.mjs';

// The longest line of running text, in characters, and the smallest size of it.
function measure() {
  let longest = { length: 0 };
  let smallest = Infinity;
  for (const paragraph of document.querySelectorAll('article.prose > p, article.prose > ul > li, article.prose > div.when > p')) {
    if (!paragraph.checkVisibility() || paragraph.matches('.lead, .small, .when-label')) continue;
    smallest = Math.min(smallest, parseFloat(getComputedStyle(paragraph).fontSize));
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const lines = new Map();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const word of node.data.matchAll(/\S+\s*/g)) {
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].trimEnd().length);
        const top = Math.round(range.getClientRects()[0]?.bottom ?? 0);
        lines.set(top, (lines.get(top) ?? '') + word[0]);
      }
    }
    for (const line of lines.values()) if (line.trim().length > longest.length) longest = { length: line.trim().length, line };
  }
  return { longest, smallest };
}

inEachBrowser((open) => {
  test('on wide screens running text has 19 pixels or more, and no line has more than 75 characters', () => open({}, async (page) => {
    let seen = 0;
    for (const width of [1024, 1600]) {
      await page.setViewport({ width, height: 900 });
      for (const language of languages) {
        for (const type of ['text', 'checklist', 'faq', 'adjustments', 'question']) {
          await page.goto(fileUrl(pageOf(type, language)));
          const { longest, smallest } = await page.evaluate(measure);
          if (longest.length > 0) seen += 1;
          assert.ok(longest.length <= 75, `${language} ${type}, ${width}: ${longest.length} characters: ${longest.line}`);
          assert.ok(smallest >= 19, `${language} ${type}, ${width}: ${smallest} px`);
        }
      }
    }
    assert.ok(seen >= 20, `${seen} pages have running text`);
  }));
}, ['chrome']);
