// Checklist: ticks and notes. Kept like all drafts (05-store.js), on the device only when the reader asks.
(function (tailorbird) {
  'use strict';

  function boxes(root) { return Array.prototype.slice.call(root.querySelectorAll('.checklist-item input')); }

  tailorbird.register('checklist', function (root) {
    var name = 'checklist.' + root.id;
    var notes = root.querySelector('textarea');
    var progress = root.querySelector('.checklist-progress');

    function showProgress() {
      var shown = boxes(root).filter(function (box) { return !box.closest('.is-off'); });
      var done = shown.filter(function (box) { return box.checked; }).length;
      progress.textContent = tailorbird.own(root, 'progress', { done: done, all: shown.length });
    }
    function remember() {
      tailorbird.store.set(name, {
        ticks: boxes(root).map(function (box) { return box.checked; }),
        notes: notes.value
      });
      showProgress();
    }
    function restore() {
      var kept = tailorbird.store.get(name) || { ticks: [], notes: '' };
      boxes(root).forEach(function (box, index) { box.checked = kept.ticks[index] === true; });
      notes.value = kept.notes || '';
      showProgress();
    }
    function asText() {
      var lines = [tailorbird.visibleText(root.querySelector('.component-title')), ''];
      Array.prototype.forEach.call(root.querySelectorAll('.checklist-group-title, .checklist-item'), function (part) {
        if (part.closest('.is-off')) return;
        var box = part.querySelector('input');
        var text = tailorbird.visibleText(part);
        lines.push(box ? (box.checked ? '[x] ' : '[ ] ') + text : '\n' + text);
      });
      if (notes.value) lines.push('', notes.value);
      return lines.join('\n') + '\n';
    }

    root.addEventListener('change', remember);
    notes.addEventListener('input', remember);
    tailorbird.on(root, 'print', function () { tailorbird.printOnly(root); });
    tailorbird.on(root, 'save', function () { tailorbird.download('checklist.txt', 'text/plain;charset=utf-8', asText()); });
    tailorbird.store.onClear(restore);
    tailorbird.situation.onChange(showProgress);
    restore();
  });
}(window.tailorbird));
