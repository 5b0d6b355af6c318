/* Small pieces of the preview's own page. */
(function () {
  'use strict';

  function element(name, text, className) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  /* "content/en/plan.md:12:3", to open in an editor and to copy. `root`: the project's folder. */
  function place(root, at) {
    var made = element('p', '', 'place');
    var link = element('a', at);
    link.href = 'vscode://file/' + root.replace(/^\//, '').replace(/\/$/, '') + '/' + at;
    var copy = element('button', 'Copy');
    copy.type = 'button';
    copy.addEventListener('click', function () {
      navigator.clipboard.writeText(at).then(function () { copy.textContent = 'Copied'; });
    });
    made.append(link, ' ', copy);
    return made;
  }

  /* A table of [name, value]. */
  function rows(list) {
    if (!list.length) return element('p', 'Nothing yet', 'why');
    var table = element('table');
    list.forEach(function (cells) {
      var row = element('tr');
      row.append(element('th', cells[0]), element('td', cells[1]));
      row.firstChild.scope = 'row';
      table.appendChild(row);
    });
    return table;
  }

  window.previewElements = { element: element, place: place, rows: rows };
})();
