// The plan's files for days on which dates go wrong, as other programs read them: a first day that is a Sunday, 29
// February, the days on which clocks change, the turn of the year; long texts, umlauts, commas and emoji.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { dist, fileUrl } from './support/bundles.mjs';
import { inEachBrowser } from './support/each-browser.mjs';
import { enter, offeredFile } from './support/readers.mjs';

let folder = null;
before(() => { folder = mkdtempSync(path.join(os.tmpdir(), 'tailorbird-dates-')); });
after(() => rmSync(folder, { recursive: true, force: true }));

const long = 'Größe prüfen, „leicht“; dann Pause \u{1f642} '.repeat(8).slice(0, 298).trim();
// The first day, what the first two weeks are called, and the days on which the plan is looked at.
const starts = [
  { what: 'a Sunday', start: '2026-03-01', weeks: ['1. März', '2. März \u2013 8. März'], reviews: ['2026-03-01', '2026-03-08'] },
  { what: '29 February', start: '2028-02-29', weeks: ['29. Februar \u2013 5. März', '6. März \u2013 12. März'], reviews: ['2028-02-29', '2028-03-10'] },
  { what: 'the week in which summer time begins', start: '2026-03-23', weeks: ['23. März \u2013 29. März', '30. März \u2013 5. April'], reviews: ['2026-03-29', '2026-03-30'] },
  { what: 'the week in which summer time ends', start: '2026-10-19', weeks: ['19. Oktober \u2013 25. Oktober', '26. Oktober \u2013 1. November'], reviews: ['2026-10-25', '2026-10-26'] },
  { what: 'week 53, over the new year', start: '2026-12-28', weeks: ['28. Dezember \u2013 3. Januar', '4. Januar \u2013 10. Januar'], reviews: ['2026-12-31', '2027-01-01'] },
];
// What a calendar program finds: the day, whether it is a whole day, the title, what to do, and the octets of the longest line.
const calendarReader = `
import icalendar, json, sys
raw = open(sys.argv[1], 'rb').read()
calendar = icalendar.Calendar.from_ical(raw)
events = [[e.decoded('dtstart').isoformat(), type(e.decoded('dtstart')).__name__, str(e['summary']), str(e['description']), str(e['uid'])] for e in calendar.walk('VEVENT')]
print(json.dumps({'events': events, 'errors': [e.errors for e in calendar.walk('VEVENT') if e.errors], 'longest': max(len(l) for l in raw.split(b'\\r\\n'))}))`;
const tableReader = "import csv, json, sys\nprint(json.dumps(list(csv.reader(open(sys.argv[1], encoding='utf-8-sig', newline=''), delimiter=';'))))";
const read = (program, file) => JSON.parse(execFileSync('/usr/bin/python3', ['-c', program, file], { encoding: 'utf8' }));
const wordsOf = (file, part) => execFileSync('unzip', ['-p', file, part], { encoding: 'utf8' }).replace(/<[^>]+>/g, ' ').replace(/&amp;/g, '&');

inEachBrowser((open) => {
  for (const zone of ['Europe/Berlin', 'America/Los_Angeles']) {
    for (const { what, start, weeks, reviews } of starts) {
      test(`${what}, in ${zone}: calendar, table, documents and the file to load again have the same days`, () => open({}, async (page) => {
        await page.emulateTimezone(zone);
        await page.goto(fileUrl(path.join(dist, 'holmberg/managers/site/de/manager/plan/write-the-plan.html')));
        await enter(page, '[data-plan="start"]', start);
        for (const [index, review] of reviews.entries()) {
          await enter(page, `.plan-week:nth-child(${index + 1}) [data-field="review"]`, review);
          await enter(page, `.plan-week:nth-child(${index + 1}) [data-field="tasks"]`, long);
        }
        const kept = async (button) => {
          const offered = await offeredFile(page, `.plan [data-action="${button}"]`);
          const file = path.join(folder, offered.name);
          writeFileSync(file, Buffer.from(offered.bytes));
          return { ...offered, file };
        };
        const { events, errors, longest } = read(calendarReader, (await kept('calendar')).file);
        assert.deepEqual(events.map(([day, kind]) => [day, kind]), reviews.map((day) => [day, 'date']));
        assert.deepEqual(events.map(([, , title]) => title), ['Gespräch über den Arbeitsplan, Woche 1', 'Gespräch über den Arbeitsplan, Woche 2']);
        assert.ok(events.every(([, , , words]) => words.endsWith('was ist der nächste Schritt?')));
        assert.equal(new Set(events.map((one) => one[4])).size, 2);
        assert.deepEqual(errors, []);
        assert.ok(longest <= 75, `a line of ${longest} octets`);

        const rows = read(tableReader, (await kept('table')).file).slice(1, 3);
        assert.deepEqual(rows.map((row) => row[0]), weeks.map((days, index) => `${index + 1} (${days})`));
        assert.deepEqual(rows.map((row) => [row[3], row[4]]), reviews.map((day) => [day, long]));

        const plan = JSON.parse((await kept('save')).text);
        assert.equal(plan.start, start);
        assert.deepEqual(plan.weeks.slice(0, 2).map((week) => [week.review, week.tasks]), reviews.map((day) => [day, long]));

        for (const [button, part] of [['word', 'word/document.xml'], ['odt', 'content.xml']]) {
          const words = wordsOf((await kept(button)).file, part);
          for (const said of [...weeks, long]) assert.ok(words.includes(said), `${said} is not in ${button}: ${words}`);
          for (const day of reviews) {
            const date = new Date(`${day}T12:00Z`);
            const said = new Intl.DateTimeFormat('de', { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(date);
            assert.ok(words.includes(said), `${said} is not in ${button}`);
          }
        }
      }));
    }
  }
}, ['chrome']);
