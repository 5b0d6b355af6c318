// Tables in running text become cards on phones, like those of components: each cell shows the header of its
// column. Rows that are displayed as blocks need roles, or screen readers no longer recognise a table.
(function () {
  'use strict';
  var roles = { TABLE: 'table', THEAD: 'rowgroup', TBODY: 'rowgroup', TR: 'row', TD: 'cell' };

  function keepRoles(table) {
    Array.prototype.forEach.call(table.querySelectorAll('thead, tbody, tr, td, th'), function (one) {
      one.setAttribute('role', roles[one.tagName] || (one.closest('thead') ? 'columnheader' : 'rowheader'));
    });
    table.setAttribute('role', 'table');
  }
  function becomeCards(table) {
    var labels = Array.prototype.map.call(table.querySelectorAll('thead th'), function (th) { return th.textContent.trim(); });
    if (labels.length < 2) return;
    Array.prototype.forEach.call(table.querySelectorAll('tbody tr'), function (row) {
      Array.prototype.forEach.call(row.cells, function (cell, index) {
        if (index > 0 && labels[index]) cell.setAttribute('data-label', labels[index]);
        if (!cell.textContent.trim()) cell.classList.add('is-blank');
      });
    });
    table.classList.add('stacked', 'is-plain');
  }

  document.addEventListener('DOMContentLoaded', function () {
    Array.prototype.forEach.call(document.querySelectorAll('main table'), function (table) {
      if (!table.className) becomeCards(table);
      if (table.classList.contains('stacked')) keepRoles(table);
    });
  });
}());
