// On a wide screen the menu is one row. Entries that do not fit move into "More", beginning with the last;
// the current entry and the reader's own part stay visible. On a narrow screen, and without a script, all
// entries are in a list.
(function (tailorbird) {
  'use strict';
  tailorbird.register('menu', function (menu) {
    var wide = window.matchMedia('(min-width: 62em)');
    var row = menu.querySelector('ul');
    var more = row.querySelector('.menu-more');
    var details = more.querySelector('details');
    var rest = more.querySelector('ul');
    var entries = Array.prototype.slice.call(row.children, 0, -1);

    function fits() { return row.scrollWidth <= row.clientWidth; }
    function stays(entry) { return entry.classList.contains('is-on') || entry.querySelector('[aria-current]'); }
    function arrange() {
      entries.forEach(function (entry) { row.insertBefore(entry, more); });
      more.hidden = true;
      if (!wide.matches || fits()) return;
      more.hidden = false;
      for (var index = entries.length - 1; index >= 0 && !fits(); index -= 1) {
        if (!stays(entries[index])) rest.insertBefore(entries[index], rest.firstChild);
      }
    }
    function close(event) {
      if (!more.contains(event.relatedTarget || event.target)) details.open = false;
    }

    document.addEventListener('click', close);
    details.addEventListener('focusout', function (event) { if (event.relatedTarget) close(event); });
    details.addEventListener('keydown', function (event) {
      if (event.key !== 'Escape' || !details.open) return;
      details.open = false;
      details.querySelector('summary').focus();
    });
    tailorbird.situation.onChange(arrange);
    // The row may change with the size of the text, not only with that of the window.
    if (window.ResizeObserver) new window.ResizeObserver(arrange).observe(row);
    else window.addEventListener('resize', arrange);
    arrange();
  });
}(window.tailorbird));
