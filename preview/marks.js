/* Conditions in the page of a preview (tailor/page_marks.cpp writes them): colours by condition, a chip with the condition
   in words, what is left out. Everything is added to the frame after it was read; the bundle knows nothing of it. */
(function () {
  'use strict';

  /* The same condition has the same colour everywhere. */
  function hue(text) {
    var sum = 7;
    for (var at = 0; at < text.length; at += 1) sum = (sum * 31 + text.charCodeAt(at)) % 100003;
    return (sum * 137) % 360;
  }

  function words(mark) { return mark.getAttribute('data-tb-when').replace(/`/g, ''); }

  /* The element that a mark colours: itself, or for a part of a component what holds it. */
  function coloured(mark) {
    return mark.classList.contains('tb-part') ? (mark.closest('li, tr, dd, section, details, figure, div:not(.tb-mark)') || mark) : mark;
  }

  function place(mark, chip) {
    var cell = mark.matches('tr, thead, tbody') ? mark.querySelector('td, th') : mark;
    (cell || mark).insertBefore(chip, (cell || mark).firstChild);
  }

  var states = { 'shown': 'shown', 'left-out': 'left out', 'choice': 'the reader’s choice' };

  function describe(mark) {
    return { when: words(mark), state: states[mark.getAttribute('data-tb')], at: mark.getAttribute('data-tb-at') };
  }

  /* The mark, and the conditions that it inherits, innermost first. */
  function chain(mark) {
    var all = [describe(mark)];
    for (var up = mark.parentElement && mark.parentElement.closest('[data-tb]'); up; up = up.parentElement.closest('[data-tb]')) all.push(describe(up));
    return all;
  }

  function prepare(document, inspect) {
    document.querySelectorAll('[data-tb]').forEach(function (mark) {
      var target = coloured(mark);
      target.classList.add('tb-hue');
      target.style.setProperty('--tb-hue', hue(words(mark)));
      if (mark !== target && mark.getAttribute('data-tb') === 'left-out') target.classList.add('tb-part-left-out');
      if (mark.parentElement && mark.parentElement.closest('[data-tb]')) target.parentElement.classList.add('tb-inherited-hue');
      var chip = document.createElement('button');
      chip.type = 'button';
      chip.className = 'tb-chip';
      chip.style.setProperty('--tb-hue', hue(words(mark)));
      chip.textContent = (mark.getAttribute('data-tb') === 'left-out' ? '\u2715 ' : mark.getAttribute('data-tb') === 'choice' ? '? ' : '') + words(mark);
      chip.addEventListener('click', function (event) {
        event.preventDefault();
        event.stopPropagation();
        inspect(chain(mark));
      });
      place(mark, chip);
    });
  }

  function show(document, switches) {
    ['colour', 'condition', 'left-out'].forEach(function (name) {
      document.documentElement.classList.toggle('tb-show-' + name, switches.indexOf(name) >= 0);
    });
  }

  window.previewMarks = { prepare: prepare, show: show };
})();
