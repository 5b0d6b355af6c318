// When the reader chooses who they are, their own part moves to the front of each row, as in bundles whose readers all
// have one role. It moves in the document, not only visually, so that screen readers read it in the same order.
(function (tailorbird) {
  'use strict';
  tailorbird.register('responsibilities', function (matrix) {
    var lists = Array.prototype.map.call(matrix.querySelectorAll('.roles'), function (list) {
      return { list: list, cells: Array.prototype.slice.call(list.children) };
    });
    function isOwn(cell) {
      var when = cell.getAttribute('data-own');
      return when ? tailorbird.situation.decide(when) === 1 : cell.classList.contains('is-own');
    }
    function place(cell, on, list) {
      cell.classList.toggle('is-own', on);
      list.appendChild(cell);
    }
    function arrange() {
      lists.forEach(function (one) {
        var own = one.cells.filter(isOwn);
        own.forEach(function (cell) { place(cell, true, one.list); });
        one.cells.forEach(function (cell) { if (own.indexOf(cell) < 0) place(cell, false, one.list); });
      });
    }
    tailorbird.situation.onChange(arrange);
  });
}(window.tailorbird));
