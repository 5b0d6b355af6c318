// Search without a server; 30-search-start.js asks for this script. The index is one more classic script, loaded at
// the first search: a page opened from disk cannot fetch anything. It groups the forms of a word, so "adjusting" finds
// "adjustment"; beginnings find Dutch compounds, and one wrong letter is forgiven. What is searched stays in the input
// field: it is not stored and not in the address.
(function (tailorbird) {
  'use strict';
  var index = null;
  var waiting = null;
  var most = 12;

  function fold(text) {
    return text.toLowerCase().normalize('NFKD').replace(/[\u0300-\u036f]/g, '').replace(/\u0153/g, 'oe')
      .replace(/\u00e6/g, 'ae').replace(/\u00df/g, 'ss');
  }
  function wordsOf(query) {
    return fold(query).split(/[^a-z0-9]+/).filter(function (word) { return word.length > 1; });
  }

  // "adjust 6ed 6ing|agree" -> [["adjust", "adjusted", "adjusting"], ["agree"]]
  function unpackForms(text) {
    return text.split('|').map(function (group) {
      var before = '';
      return group.split(' ').map(function (form, position) {
        before = position === 0 ? form : before.slice(0, Number(form[0])) + form.slice(1);
        return before;
      });
    });
  }
  function unpackPages(text) {
    return text.split('|').map(function (group) {
      var page = 0;
      return group.split(' ').map(function (entry) {
        var inTitle = entry.slice(-1) === '!';
        page += parseInt(inTitle ? entry.slice(0, -1) : entry, 36);
        return { page: page, weight: inTitle ? 3 : 1 };
      });
    });
  }
  tailorbird.searchData = function (data) {
    index = {
      pages: data.pages,
      titles: data.pages.map(function (page) { return wordsOf(page[1]); }),
      forms: data.words ? unpackForms(data.words) : [],
      where: unpackPages(data.where)
    };
    if (waiting) waiting();
  };

  // Whether the words differ by one letter: changed, added, left out, or two swapped.
  function oneApart(a, b) {
    if (Math.abs(a.length - b.length) > 1) return false;
    var start = 0;
    while (start < a.length && a[start] === b[start]) start += 1;
    var end = 0;
    while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
    var restA = a.slice(start, a.length - end);
    var restB = b.slice(start, b.length - end);
    if (restA.length <= 1 && restB.length <= 1) return true;
    return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
  }
  function sharedLength(a, b) {
    var length = 0;
    while (length < a.length && a[length] === b[length]) length += 1;
    return length;
  }
  // How well a form answers a word: 0 not at all.
  function likeness(word, form) {
    if (form === word) return 8;
    if (word.length >= 3 && form.slice(0, word.length) === word) return 4;
    var shared = sharedLength(word, form);
    if (shared >= 4 && word.length - shared <= 3 && form.length - shared <= 3) return 3;
    if (word.length >= 4 && oneApart(word, form)) return 2;
    return 0;
  }
  function bestOf(word, forms) {
    return forms.reduce(function (best, form) { return Math.max(best, likeness(word, form)); }, 0);
  }
  function scores(word) {
    var found = {};
    index.forms.forEach(function (forms, group) {
      var best = bestOf(word, forms);
      if (!best) return;
      index.where[group].forEach(function (entry) {
        found[entry.page] = Math.max(found[entry.page] || 0, best * entry.weight);
      });
    });
    index.titles.forEach(function (title, page) {
      found[page] = Math.max(found[page] || 0, 3 * bestOf(word, title));
      if (!found[page]) delete found[page];
    });
    return found;
  }
  // The pages that answer most of the words, the best first. Not always all: words that stand on nearly every page are
  // not in the index.
  function search(query) {
    var found = {};
    wordsOf(query).map(scores).forEach(function (set) {
      Object.keys(set).forEach(function (page) {
        var entry = found[page] || (found[page] = { page: index.pages[page], order: Number(page), words: 0, score: 0 });
        entry.words += 1;
        entry.score += set[page];
      });
    });
    var entries = Object.keys(found).map(function (page) { return found[page]; });
    var words = entries.reduce(function (most, entry) { return Math.max(most, entry.words); }, 0);
    return entries.filter(function (entry) { return entry.words === words; })
      .sort(function (a, b) { return b.score - a.score || a.order - b.order; });
  }

  function load(root, then) {
    if (index) {
      then();
      return;
    }
    waiting = then;
    if (load.started) return;
    load.started = true;
    var script = document.createElement('script');
    script.src = root.getAttribute('data-index');
    document.head.appendChild(script);
  }

  tailorbird.register('search', function (root) {
    var input = root.querySelector('input');
    var list = root.querySelector('.search-results');
    var status = root.querySelector('.search-status');

    function result(entry) {
      var item = document.createElement('li');
      var link = document.createElement('a');
      link.href = tailorbird.situation.link(root.getAttribute('data-language-root') + entry.page[0]);
      link.textContent = entry.page[1];
      item.appendChild(link);
      if (entry.page[2]) {
        var place = document.createElement('span');
        place.className = 'search-place';
        place.textContent = entry.page[2];
        item.appendChild(place);
      }
      return item;
    }
    function show() {
      while (list.firstChild) list.removeChild(list.firstChild);
      status.textContent = '';
      if (!wordsOf(input.value).length) return;
      load(root, function () {
        var found = search(input.value);
        while (list.firstChild) list.removeChild(list.firstChild);
        found.slice(0, most).forEach(function (entry) { list.appendChild(result(entry)); });
        status.textContent = tailorbird.own(root, found.length ? 'found' : 'nothing', { n: found.length });
      });
    }
    input.addEventListener('input', show);
    root.addEventListener('submit', show);
    root.addEventListener('keydown', function (event) {
      if (event.key !== 'Escape') return;
      input.value = '';
      show();
    });
    show();  // what was typed before this script came
  });
}(window.tailorbird));
