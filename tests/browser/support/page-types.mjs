// One page of each type, from the edition in which the reader has most to choose: everyone, everywhere, three languages.
import path from 'node:path';
import { dist } from './bundles.mjs';
import { everyComponent } from './components-project.mjs';

export const languages = ['en', 'nl', 'fr'];
export const everyone = path.join(dist, 'generic/everyone/site');
const types = {
  start: 'index.html',
  section: 'manager/index.html',
  text: 'manager/return/late-effects.html',
  checklist: 'manager/disclosure/contact-agreement.html',
  conversation: 'manager/practice/corridor.html',
  plan: 'manager/plan/write-the-plan.html',
  timeline: 'shared/dates.html',
  faq: 'manager/faq.html',
  question: 'manager/prepare/ten-minutes.html',
  contacts: 'shared/find-help.html',
  responsibilities: 'shared/who-does-what.html',
  glossary: 'shared/glossary.html',
  sources: 'shared/sources.html',
  accessibility: 'shared/accessibility.html',
  adjustments: 'shared/adjustments.html',
  statement: 'accessibility-statement.html',
  easy: 'easy/told.html',
};

export const pageOf = (type, language = 'en') => path.join(everyone, language, types[type]);

// Every type with its file; `every` is the page of the components project, with video, audio, figure and quote.
export function pageTypes(language) {
  return [...Object.keys(types).map((type) => ({ type, file: pageOf(type, language) })),
    { type: 'every', file: everyComponent(language) }];
}
