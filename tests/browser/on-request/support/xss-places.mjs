// Where the words of payloads go: each place of Markdown and of YAML that takes an author's words. A place says
// which lines hold one payload.

const inside = (before, after, line) => (payload, number) => [before, line(payload, number), after].flat();
const box = (attributes, ...lines) => (payload) => [`::: {${attributes(payload)}}`, ...lines, ':::'];
export const quoted = (payload) => JSON.stringify(payload);

export const markdown = {
  paragraph: (p) => [p],
  heading: (p, n) => [`## ${p} {#h${n}}`, '', 'Words.'],
  item: (p) => [`- ${p}`],
  quote: (p) => [`> ${p}`],
  emphasis: (p) => [`**${p}**`],
  cell: (p) => ['| a |', '|---|', `| ${p} |`],
  'address of a link': (p) => [`[words](${p})`],
  'address in angles': (p) => [`[words](<${p}>)`],
  'title of a link': (p) => [`[words](first.md "${p}")`],
  'words of a link': (p) => [`[${p}](first.md)`],
  'text of a picture': (p) => [`![${p}](../../media/dot.png)`],
  'title of a picture': (p) => [`![a](../../media/dot.png "${p}")`],
  'address of a picture': (p) => [`![a](${p})`],
  autolink: (p) => [`<${p}>`],
  label: (p, n) => [`[words][w${n}]`, '', `[w${n}]: ${p}`],
  footnote: (p, n) => [`Words[^${n}].`, '', `[^${n}]: ${p}`],
  class: (p) => [`[words]{.${p}}`],
  language: (p) => [`[words]{lang="${p}"}`],
  code: (p) => [`\`${p}\``],
  'block of code': inside('```', '```', (p) => p),
  'kind of code': (p) => [`\`\`\`${p}`, 'words', '```'],
  id: (p) => [`## Words {#${p}}`, '', 'Words.'],
  variable: (p) => [`{{< var ${p} >}}`],
  include: (p) => [`{{< include ${p} >}}`],
  'title of a box': box((p) => `.callout type="note" title="${p}"`, 'Words.'),
  'who is quoted': box((p) => `.quote who="${p}"`, 'Words.'),
  'title of contacts': box((p) => `.contacts roles="oh" title="${p}"`),
  'file of a clip': box((p) => `.audio src="${p}" title="Words"`, '- 0:00-0:02 Words.'),
  'title of a list': (p, n) => [`::: {.checklist #c${n} title="${p}"}`, '- [ ] Words.', ':::'],
  'item of a list': (p, n) => [`::: {.checklist #d${n} title="Words"}`, `- [ ] ${p}`, ':::'],
  question: (p) => ['::: faq', `### ${p}`, 'Words.', ':::'],
  answer: (p) => ['::: {.question title="Words?"}', `- [ ] ${p}`, '- [x] Right.', '', '::: explanation', p, ':::', ':::'],
  'what to say': (p) => ['::: say-dont', '::: say', `- ${p}`, ':::', '::: dont', '- Words.', ':::', ':::'],
  'talk to practise': (p, n) => [`::: {.conversation #v${n} title="${p}"}`, 'Words.', '', `::: {.step #v${n}-1}`, '> Words.', '', '::: {.choice rate="better"}', p, '', p, ':::', ':::', ':::'],
  step: (p) => ['::: steps', `1. ${p}`, ':::'],
  date: (p, n) => [`::: {.timeline #l${n} title="${p}"}`, `- ${p} {day=0}`, ':::'],
  'plan to fill in': (p, n) => [`::: {.plan #p${n} title="${p}" weeks=2 most-hours-more=4}`, '::: tasks', `- ${p}`, ':::', '::: step-back', p, ':::', ':::'],
  'next step': (p) => ['::: next-step', p, ':::'],
  'key point': (p) => ['::: key-points', `- ${p}`, ':::'],
  tip: (p) => ['> [!TIP]', `> ${p}`],
  condition: (p) => [`::: {.only phase="${p}"}`, 'Words.', ':::'],
  comment: (p) => [`<!-- ${p} -->`],
  caption: (p) => ['::: figure', '![Words](../../media/dot.png)', '', p, ':::'],
};

// Rows of YAML: the file, the lines above all of them, those that each row has, and one line for each payload's place.
// Where several lines of a row hold a payload, each may be refused alone.
export const rows = [
  { name: 'contact', file: 'profiles/inn.yaml', above: ['contacts:', '  oh: {name: Robin, phone: "+31 00 000 0101"}'], fixed: (n) => [`  r${n}:`, '    phone: "+31 00 000 0101"'],
    places: Object.fromEntries(['name', 'role', 'hours', 'note', 'email', 'url'].map((key) => [key, (p) => `    ${key}: ${quoted(p)}`])) },
  { name: 'link', file: 'profiles/inn.yaml', above: ['links:', '  home: {label: Home, url: "https://inn.example/"}'], fixed: (n) => [`  k${n}:`, '    url: https://inn.example/'], places: { label: (p) => `    label: ${quoted(p)}` } },
  { name: 'link', file: 'profiles/inn.yaml', above: [], fixed: () => [], places: { url: (p, n) => `  a${n}: {label: Words, url: ${quoted(p)}}` } },
  { name: 'variable', file: 'profiles/inn.yaml', above: ['variables:', '  none: Words'], fixed: () => [], places: { value: (p, n) => `  v${n}: ${quoted(p)}` } },
  { name: 'role', file: 'content/site.yaml', above: ['roles:', '  oh: {en: Physician}'], fixed: () => [], places: { label: (p, n) => `  r${n}: {en: ${quoted(p)}}` } },
  { name: 'glossary', file: 'content/glossary.yaml', above: [], fixed: (n) => [`t${n}:`], places: { term: (p) => `  term: {en: ${quoted(p)}}`, meaning: (p) => `  meaning: {en: ${quoted(p)}}` } },
  { name: 'source', file: 'content/sources.yaml', above: [], fixed: (n) => [`S${n}:`], places: { title: (p) => `  title: ${quoted(p)}`, by: (p) => `  by: ${quoted(p)}`, url: (p) => `  url: ${quoted(p)}` } },
  { name: 'responsibility', file: 'content/responsibilities.yaml', above: ['rows:'], fixed: (n) => [`  - id: w${n}`, '    roles: {oh: A}'], places: { task: (p) => `    task: {en: ${quoted(p)}}` } },
  { name: 'search', file: 'content/site.yaml', above: ['search:', '  call: {en: call phone}'], fixed: () => [], places: { words: (p, n) => `  s${n}: {en: ${quoted(`words ${p}`)}}` } },
];
