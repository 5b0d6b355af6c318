// Each component does what it promises on screen, and has a form without script and on paper: the table of component
// and medium has no hole.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after, before, describe } from 'node:test';
import { fileUrl, siteBundles } from './support/bundles.mjs';
import { componentNames, everyComponent } from './support/components-project.mjs';
import { inEachBrowser } from './support/each-browser.mjs';
import { enter, hears, offeredFile, talkThrough } from './support/readers.mjs';

// Where a component is on the page, and the words that a reader of paper must find.
const table = {
  'key-points': { at: '.key-points li', paper: ['The key is patience.'] },
  'next-step': { at: '.next-step a', paper: ['Make the next appointment'] },
  'say-dont': { at: '.say-dont .dont li', paper: ['I am glad you told me.', 'It could be worse.'] },
  checklist: { at: '.checklist-item label', paper: ['Find a quiet room.', 'Ask who may call.', 'Notes'] },
  steps: { at: '.steps li', paper: ['Read the plan.', 'Send the invitation.'] },
  faq: { at: '.faq summary', paper: ['May I call during leave?', 'Yes, if you agreed on it.'] },
  conversation: { at: '.conversation-choice', paper: ['Tests start on Monday.', 'Take all the time you need.', 'It leaves her alone.',
    'Works less well', 'Work comes too early.', 'She can breathe.', 'What will you tell the others?', 'It is her news.', 'Listen first.'] },
  plan: { at: '.plan-week', paper: ['Week 1', 'Week 3', 'Review date', 'Answering mail', 'A quiet spot', 'If it is too heavy, we go back one step.', 'Agreed on'] },
  timeline: { at: '.timeline-item', paper: ['Week 6', 'Review of the problem', 'until week 26'] },
  events: { at: '.events tbody tr', paper: ['Week 2', 'Read together.'] },
  'qr-code': { at: '.qr-code svg', paper: ['https://inn.example/back'] },
  contacts: { at: '.contacts .person', paper: ['Robin Vale', '+31 00 000 0101'] },
  responsibilities: { at: '.responsibilities tbody tr', paper: ['Write the plan', 'Manager', 'leads'] },
  video: { at: '.media[data-component="video"] .media-transcript', paper: ['The first talk', 'You have ten minutes.', 'Two people at a table.'] },
  audio: { at: '.media[data-component="audio"] .media-transcript', paper: ['Shall we walk a little?', 'Steps on gravel.'] },
  question: { at: '.question-answer', paper: ['The diagnosis', 'The agreed day', 'Agreements belong in the file.'] },
  quote: { at: '.quote blockquote', paper: ['I did not know what to say.', 'Team leader, home care'] },
  figure: { at: '.figure .drawing', paper: ['A quiet place is enough.'] },
  sources: { at: '.all-sources li', paper: ['What employer actions: a Delphi study'] },
  glossary: { at: '.glossary dt', paper: ['A change to tasks or hours.'] },
  callout: { at: '.callout-tip', paper: ['Drink something together.'] },
  term: { at: 'a.term', paper: ['We talk about an adjustment'] },
};

async function isOnScreen(page, selector) {
  const element = await page.$(selector);
  assert.ok(element, `${selector} is not on the page`);
  return page.evaluate((one) => one.getClientRects().length > 0 && getComputedStyle(one).visibility === 'visible', element);
}

async function paperText(page, folder) {
  const file = path.join(folder, 'paper.pdf');
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }) + execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' });
}
const hasWords = (text, words) => words.split(' ').every((word) => text.includes(word)) &&
  text.replace(/\s+/g, ' ').includes(words.split(' ').slice(0, 2).join(' '));

test('the table below names every component that the program knows', () => {
  assert.deepEqual(Object.keys(table).sort(), componentNames().sort());
});

inEachBrowser((open) => {
  describe('component and medium', () => {
    let folder = null;
    const paper = {};
    before(() => { folder = mkdtempSync(path.join(os.tmpdir(), 'tailorbird-paper-')); });
    after(() => rmSync(folder, { recursive: true, force: true }));

    for (const scripts of [true, false]) {
      const how = scripts ? 'with script' : 'without script';
      test(`a page is printed ${how}`, () => open({ scripts }, async (page) => {
        await page.goto(fileUrl(everyComponent('en')));
        for (const [name, { at }] of Object.entries(table)) assert.ok(await isOnScreen(page, at), `${name} does not show ${how}`);
        paper[how] = await paperText(page, folder);
      }));
      for (const [name, { paper: words }] of Object.entries(table)) {
        test(`${name} is whole on paper, ${how}`, () => {
          for (const sentence of words) assert.ok(hasWords(paper[how], sentence), `not on paper: ${sentence}`);
        });
      }
    }
    test('paper has no buttons, no search, no menu, and the addresses of outside links', () => {
      for (const word of ['Save as text', 'Start again', 'Open a saved plan', 'Clear everything', 'Showing:']) {
        assert.ok(!paper['with script'].includes(word), word);
      }
      assert.match(paper['with script'], /https:\/\/doi\.org/);
    });
    test('a choice of the reader prints as it shows', () => open({}, async (page) => {
      await page.goto(`${fileUrl(everyComponent('en'))}#phase=plan`);
      const text = await paperText(page, folder);
      assert.ok(!text.includes('Look back at the first week.'));
      assert.ok(text.includes('Ask who may call.'));
    }));
  });
}, ['chrome']);

inEachBrowser((open, browserName) => {
  const onPage = (body) => () => open({}, async (page, watch) => {
    await page.goto(fileUrl(everyComponent('en')));
    await body(page);
    assert.deepEqual(watch.errors, []);
  });

  test('a checklist says how far one is, and saves ticks and notes as text', onPage(async (page) => {
    await page.evaluate(() => document.querySelectorAll('.checklist-item input')[1].click());
    await enter(page, '.checklist-notes textarea', 'Bring water.');
    assert.equal(await page.$eval('.checklist-progress', (one) => one.textContent), '1 of 3 done');
    const file = await offeredFile(page, '.checklist [data-action="save"]');
    assert.equal(file.name, 'checklist.txt');
    assert.equal(file.text, 'Prepare the talk\n\n\nBefore\n[ ] Find a quiet room.\n\nDuring\n[x] Ask who may call.\n[ ] Look back at the first week.\n\nBring water.\n');
  }));

  test('a conversation leads from every answer to the end, with what each is worth, and can be taken back', onPage(async (page) => {
    const walked = await page.evaluate(talkThrough);
    assert.deepEqual(walked.problems, []);
    assert.deepEqual({ answers: walked.answers, given: walked.given }, { answers: 4, given: 4 });
    assert.match(await page.$eval('.conversation-end', (one) => one.innerText), /Listen first\.[^]*: Nothing, until you decide\./);
  }));

  test('the focus follows the conversation', onPage(async (page) => {
    await page.evaluate(() => document.querySelector('.conversation-choice.is-better .conversation-say').click());
    assert.deepEqual(await page.evaluate(() => [document.activeElement.className, document.activeElement.getAttribute('aria-label')]),
      ['conversation-answer', 'Works better. The other person may feel: heard']);
    await page.evaluate(() => document.querySelector('.conversation-choice.is-better [data-action="next"]').click());
    assert.equal(await page.evaluate(() => document.activeElement.id), 'news-2');
  }));

  test('who speaks is drawn, and looks as an answer makes them feel', onPage(async (page) => {
    const mouths = () => page.$$eval('.conversation-step:not([hidden]) .portrait', (all) => all.filter((one) => one.getClientRects().length)
      .map((one) => [...one.querySelectorAll('[class^="face-"]')].filter((face) => getComputedStyle(face).display !== 'none').map((face) => face.getAttribute('class')).join()));
    assert.deepEqual(await mouths(), ['face-calm']);
    await page.evaluate(() => document.querySelector('.conversation-choice.is-worse .conversation-say').click());
    assert.deepEqual(await mouths(), ['face-calm', 'face-low']);
  }));

  test('choices stand in another order in other runs, and nothing of it is kept', onPage(async (page) => {
    const seen = await page.evaluate(() => {
      const orders = new Set();
      for (let run = 0; run < 40; run += 1) {
        document.querySelector('.conversation [data-action="restart"]').click();
        orders.add([...document.querySelector('.conversation-choices').children].map((one) => one.className).join());
      }
      return { orders: orders.size, kept: JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie, location.hash]) };
    });
    assert.ok(seen.orders > 1);
    assert.doesNotMatch(seen.kept, /news|choice|order|seed/);
  }));

  test('a plan adds up hours and points at a large step, at what is no number, and at a missing review date', onPage(async (page) => {
    const remarks = () => page.$$eval('.plan-remarks li', (all) => all.map((one) => one.textContent));
    await enter(page, '.plan-week:nth-child(1) [data-field="hours"]', '8');
    await enter(page, '.plan-week:nth-child(2) [data-field="hours"]', '14,5');
    assert.equal(await page.$eval('.plan-total', (one) => one.textContent), 'All weeks together: 22.5 hours');
    assert.match((await remarks())[0], /^Week 2: 6\.5 hours more than before\..*warns above 4/);
    assert.match((await remarks())[1], /^No review date yet/);
    await enter(page, '.plan-week:nth-child(1) [data-field="review"]', '2026-03-02');
    await enter(page, '.plan-week:nth-child(2) [data-field="hours"]', 'ten');
    assert.deepEqual(await remarks(), ['Week 2: write the hours as a number.']);
    await enter(page, '.plan-week:nth-child(2) [data-field="hours"]', '12');
    assert.deepEqual(await remarks(), []);
    await page.evaluate(() => document.querySelector('.plan [data-action="add"]').click());
    assert.equal(await page.$$eval('.plan-week', (all) => all.length), 4);
    assert.equal(await page.evaluate(() => document.activeElement.closest('.plan-days').getAttribute('aria-label')), 'Days, Week 4');
  }));

  test('a plan has room to write in, on a phone and on a desk', onPage(async (page) => {
    for (const width of [320, 768, 1024, 1280]) {
      await page.setViewport({ width, height: 900 });
      const tight = await page.$$eval('.plan-week input, .plan-week textarea', (all) => all
        .filter((one) => one.getClientRects().length > 0 && one.clientWidth < (one.matches('textarea') ? 180 : one.type === 'date' ? 120 : 80))
        .map((one) => `${one.dataset.field}: ${one.clientWidth} px`));
      assert.deepEqual(tight, [], `${width} px wide`);
    }
  }));

  test('no word of a timeline is broken on a phone', onPage(async (page) => {
    await page.setViewport({ width: 320, height: 640 });
    const narrow = await page.$$eval('.timeline-item td', (all) => all.filter((one) => one.clientWidth < 180).length);
    assert.equal(narrow, 0);
  }));

  describe('a plan file', () => {
    let folder = null;
    before(() => { folder = mkdtempSync(path.join(os.tmpdir(), 'tailorbird-plan-')); });
    after(() => rmSync(folder, { recursive: true, force: true }));
    const load = async (page, text) => {
      const file = path.join(folder, 'plan.json');
      writeFileSync(file, text);
      await (await page.$('.plan input[type="file"]')).uploadFile(file);
    };
    test('comes back as it was saved', onPage(async (page) => {
      await enter(page, '.plan-week:nth-child(2) [data-field="tasks"]', 'Answer "mail" <b>');
      await enter(page, '.plan-week:nth-child(3) [data-field="review"]', '2026-03-02');
      const saved = await offeredFile(page, '.plan [data-action="save"]');
      assert.equal(saved.name, 'plan.json');
      await page.evaluate(() => document.querySelector('[data-action="clear"]').click());
      await load(page, saved.text);
      await hears(page, 'The plan is filled in.');
      assert.equal(await page.$eval('.plan-week:nth-child(2) [data-field="tasks"]', (one) => one.value), 'Answer "mail" <b>');
      assert.equal(await page.$eval('.plan-week:nth-child(3) [data-field="review"]', (one) => one.value), '2026-03-02');
    }));
    for (const [what, text] of [['garbage', '\u0000\u0001 not a plan'], ['another file', '{"form":"other","version":1,"weeks":[]}'],
      ['a later version', '{"form":"tailorbird-plan","version":2,"weeks":[]}'], ['something much too large', `"${'x'.repeat(300000)}"`]]) {
      test(`is refused and changes nothing when it is ${what}`, onPage(async (page) => {
        await enter(page, '.plan-week:nth-child(1) [data-field="days"]', 'Monday');
        await load(page, text);
        await hears(page, 'This file is not a plan');
        assert.equal(await page.$eval('.plan-week:nth-child(1) [data-field="days"]', (one) => one.value), 'Monday');
      }));
    }
    test('with odd values gives a plan without them', onPage(async (page) => {
      await load(page, JSON.stringify({ form: 'tailorbird-plan', version: 1, weeks: [{ hours: 8, tasks: { a: 1 }, days: 'Tuesday' }, null] }));
      await hears(page, 'The plan is filled in.');
      assert.deepEqual(await page.$$eval('.plan-week [data-field="days"], .plan-week [data-field="hours"], .plan-week [data-field="tasks"]', (all) => all.map((one) => one.value)),
        ['Tuesday', '', '', '', '', '']);
    }));
  });

  test('a timeline counts from the first day, and its calendar file has neutral titles', onPage(async (page) => {
    const dates = () => page.$$eval('.timeline-date', (all) => all.map((one) => one.textContent));
    assert.deepEqual(await dates(), ['', '', '']);
    assert.equal(await page.$eval('.timeline [data-action="calendar"]', (one) => one.disabled), true);
    await enter(page, '.timeline input', '2024-01-01');
    const shown = await dates();
    assert.match(shown[0], /\b1 January 2024|January 1, 2024/);
    assert.match(shown[1], /\b12 February 2024|February 12, 2024/);
    const { name, type, text } = await offeredFile(page, '.timeline [data-action="calendar"]');
    assert.equal(name, 'dates.ics');
    assert.match(type, /^text\/calendar/);
    const values = (key, from = text) => from.split('\r\n').filter((line) => line.startsWith(key)).map((line) => line.slice(key.length));
    assert.deepEqual(values('SUMMARY:'), [1, 6, 14, 20, 26].map((week) => `Review\\, week ${week}`));
    assert.deepEqual(values('DTSTART;VALUE=DATE:'), ['20240101', '20240212', '20240408', '20240520', '20240701']);
    assert.doesNotMatch(text, /problem|notice|Inn|LOCATION/i);
    await enter(page, '.timeline input', '2024-01-08');
    const later = await offeredFile(page, '.timeline [data-action="calendar"]');
    assert.deepEqual(values('UID:', later.text).filter((one) => values('UID:').includes(one)), [], 'another first day has the same entries');
    assert.ok(text.startsWith('BEGIN:VCALENDAR\r\n') && text.endsWith('END:VCALENDAR\r\n'));
  }));

  test('a question tells right from wrong, and why', onPage(async (page) => {
    const check = () => page.evaluate(() => document.querySelector('[data-action="check"]').click());
    assert.equal(await page.$eval('.question-explanation', (one) => one.getClientRects().length), 0);
    await page.evaluate(() => document.querySelectorAll('.question-answer input')[0].click());
    await check();
    assert.match(await page.$eval('.question-verdict', (one) => one.textContent), /^Not quite/);
    assert.ok(await isOnScreen(page, '.question-explanation'));
    await page.evaluate(() => document.querySelectorAll('.question-answer input').forEach((one) => one.click()));
    await check();
    assert.equal(await page.$eval('.question-verdict', (one) => one.textContent), 'That is right.');
  }));

  test('a clip has captions on file://, and its words beside it', onPage(async (page) => {
    for (const [media, cues] of [['video', ['You have ten minutes.', 'Find a quiet place.']], ['audio', ['Shall we walk a little?']]]) {
      const track = await page.$eval(`.media ${media}`, (one) => ({ cues: [...one.textTracks[0].cues].map((cue) => cue.text),
        mode: one.textTracks[0].mode, language: one.textTracks[0].language, autoplay: one.autoplay }));
      assert.deepEqual(track, { cues, mode: 'showing', language: 'en', autoplay: false });
    }
  }));

  test('a question of the faq opens and closes', onPage(async (page) => {
    const isOpen = () => page.$eval('.faq details', (one) => one.open);
    assert.equal(await isOpen(), false);
    await page.focus('.faq summary');
    await page.keyboard.press('Enter');
    assert.equal(await isOpen(), true);
    await page.keyboard.press('Enter');
    assert.equal(await isOpen(), false);
  }));

  test('people can be called and written to, and a term leads to its meaning', onPage(async (page) => {
    const links = await page.$$eval('.contacts .person a', (all) => all.map((one) => one.getAttribute('href')));
    assert.deepEqual(links, ['tel:+31000000101', 'mailto:robin@inn.example']);
    await page.click('a.term');
    assert.match(await page.evaluate(() => document.querySelector(':target, #tb-term-adjustment').parentElement.textContent), /A change to tasks or hours/);
  }));

  test('every practice talk of the content can be walked to its end by every answer', () => open({}, async (page) => {
    const talks = siteBundles().filter(({ profile, bundle }) => profile === 'generic' && bundle === 'everyone')
      .flatMap(({ pages }) => pages).filter((file) => (browserName === 'chrome' ? /practice\/(?!index)/ : /en\/.*practice\/(?!index)/).test(file));
    assert.ok(talks.length >= 8);
    for (const file of talks) {
      await page.goto(fileUrl(file));
      const walked = await page.evaluate(talkThrough);
      assert.deepEqual(walked.problems, [], file);
      assert.equal(walked.given, walked.answers, file);
    }
  }));
});
