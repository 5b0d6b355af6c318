/* A page beside its translation, text beside text; what is open is marked. */
(function () {
  'use strict';
  var element = window.previewElements.element;

  /* What a row's state means to whoever reads it; the first of these that a page has are told above it. */
  var states = {
    'stale': { word: 'changed', why: 'The source has changed since it was translated', open: true },
    'missing': { word: 'new', why: 'Not translated yet', open: true },
    'gone': { word: 'gone', why: 'Its source no longer exists', open: true },
    'left-out': { word: 'left out', why: 'The translation leaves it out' },
    'own': { word: 'only here', why: 'Only the translation has it' },
    'current': { word: 'current', why: '' }
  };
  var pages = {
    'current': 'The translation is made from the current text.',
    'stale': 'The source has changed since it was translated.',
    'unmarked': 'Nobody has said from which text it was made: compare the two, then run `tailorbird translate mark`.',
    'draft': 'The translation is a draft.',
    'missing': 'This page is not translated.'
  };

  function languageName(code) {
    try { return new Intl.DisplayNames(['en'], { type: 'language' }).of(code); } catch (unknown) { return code; }
  }

  function text(side, language, place) {
    var cell = element('td');
    if (!side) return cell;
    var words = element('p');
    words.lang = language;
    words.dir = 'auto';
    side.pieces.forEach(function (piece) {
      var part = element('span', piece.text || piece.code, piece.code ? 'code' : '');
      if (piece.code) part.title = piece.kind;
      words.appendChild(part);
    });
    cell.append(words, place(side.at));
    return cell;
  }

  function row(one, answer, place) {
    var made = element('tr', '', 'row-' + one.state);
    var head = element('th');
    head.scope = 'row';
    var word = element('span', states[one.state].word, 'row-state');
    word.title = states[one.state].why;
    head.append(word, element('span', one.about, 'about'));
    if (one.readers) head.appendChild(element('span', 'for ' + one.readers, 'about'));
    made.append(head, text(one.source, answer.source.language, place), text(one.translation, answer.translation.language, place));
    return made;
  }

  function count(rows, state) { return rows.filter(function (one) { return one.state === state; }).length; }

  /* "2 changed, 1 new, 4 left out" */
  function summary(answer) {
    var counts = Object.keys(states).filter(function (state) { return state !== 'current' && count(answer.rows, state); })
      .map(function (state) { return count(answer.rows, state) + ' ' + states[state].word; });
    var told = pages[answer.state] + (answer.changesKnown ? '' : ' Which of its texts have changed is not known.');
    if (!answer.sameStructure) told += ' The two do not have the same passages for the same readers.';
    return told + (counts.length ? ' ' + answer.rows.length + ' texts: ' + counts.join(', ') + '.' : '');
  }

  /* Fills `box`; `place(at)` makes a link to a file and line; `openOnly`: only rows that somebody must look at. */
  function show(box, answer, place, openOnly) {
    box.textContent = '';
    if (answer.failure) { box.appendChild(element('p', answer.failure, 'severity error')); return; }
    var rows = answer.rows.filter(function (one) { return !openOnly || states[one.state].open; });
    box.appendChild(element('p', summary(answer)));
    if (!rows.length) { box.appendChild(element('p', 'Nothing to translate.', 'why')); return; }
    var table = element('table', '', 'translation');
    var head = element('tr');
    [['', 'State'], [languageName(answer.source.language), ''], [languageName(answer.translation.language), '']].forEach(function (name) {
      var cell = element('th', name[0]);
      cell.scope = 'col';
      if (name[1]) cell.appendChild(element('span', name[1], 'sr'));
      head.appendChild(cell);
    });
    var body = element('tbody');
    rows.forEach(function (one) { body.appendChild(row(one, answer, place)); });
    table.append(element('thead'), body);
    table.firstChild.appendChild(head);
    table.prepend(element('caption', answer.source.file + ' and ' + answer.translation.file, 'sr'));
    box.appendChild(table);
  }

  window.previewTranslation = { show: show, languageName: languageName };
})();
