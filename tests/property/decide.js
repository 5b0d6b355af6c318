// node decide.js THEME_SCRIPT DIMENSIONS QUESTIONS: what the theme's script decides, a line for each question.
//   DIMENSIONS  {"audience": ["manager", "employee"]}
//   QUESTIONS   lines of a condition as in data-when, a tab, and a choice as JSON
// Answers: 1 holds, 0 fails, undefined not chosen yet.
'use strict';
const fs = require('fs');
const vm = require('vm');

const [script, dimensions, questions] = process.argv.slice(2).map((path) => fs.readFileSync(path, 'utf8'));
const nothing = () => undefined;
const page = { querySelectorAll: () => [], addEventListener: nothing, getElementById: () => null };
const tailorbird = { register: nothing, announce: nothing, sentence: () => '', guarded: (work) => work() };
const window = { tailorbird, tailorbirdDimensions: JSON.parse(dimensions), addEventListener: nothing };
const place = { hash: '', pathname: '', search: '', replace: nothing };
vm.runInNewContext(script, { window, document: page, location: place, history: { replaceState: nothing } });

for (const line of questions.split('\n').filter(Boolean)) {
  const [code, choice] = line.split('\t');
  tailorbird.situation.choose(JSON.parse(choice));
  console.log(String(tailorbird.situation.decide(code)));
}
