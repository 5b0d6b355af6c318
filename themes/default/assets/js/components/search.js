// Search without a server, loaded by 30-search-start.js. The index is another classic script, loaded at the
// first search, because a page opened from disk cannot fetch anything. It groups the forms of a word, so
// "adjusting" finds "adjustment"; beginnings and endings of words find compounds, typing errors are tolerated,
// and synonyms find each other. Words on few pages weigh most. The query stays in the input field: it is
// neither stored nor added to the address.
(function (tailorbird) {
  'use strict';
  var index = null;
  var waiting = null;
  var most = 10;
  var smallWords = [];  // that hold a question together and say little about its subject

  // Browsers from before 2020 lack Unicode property escapes; there `plain`, with the alphabets of Europe, is used.
  function signs(classes, plain) {
    try { return new RegExp(classes, 'gu'); } catch (unknown) { return plain; }
  }
  var marks = signs('[\\p{M}\\p{Cf}]', /[\u00ad\u0300-\u036f\u200b-\u200f]/g);
  var runs = signs('[\\p{L}\\p{N}]+', /[0-9A-Za-z\u00c0-\u1fff]+/g);

  function fold(text) {
    return text.toLowerCase().normalize('NFKD').replace(marks, '').replace(/\u0153/g, 'oe')
      .replace(/\u00e6/g, 'ae').replace(/\u00df/g, 'ss').replace(/\u03c2/g, '\u03c3');
  }
  // Text in scripts without spaces between words is searched in overlapping pairs of characters, as it is indexed.
  var unspaced = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{3ffff}]+/gu;
  function pairsOf(run) {
    var signs = Array.from(run);
    return signs.length < 2 ? signs : signs.slice(1).map(function (sign, place) { return signs[place] + sign; });
  }
  function wordsOf(query) {
    var words = [];
    (fold(query).match(runs) || []).forEach(function (word) {
      words = words.concat.apply(words, (word.match(unspaced) || []).map(pairsOf));
      words = words.concat(word.split(unspaced).filter(function (part) { return Array.from(part).length > 1; }));
    });
    return words;
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
  // "0I3B" -> [{ page: 0, weight: 9 }, { page: 3, weight: 2 }]
  function unpackPages(text) {
    return text.split('|').map(function (group) {
      var page = 0;
      return (group.match(/[0-9a-z]+[A-I]/g) || []).map(function (entry) {
        page += parseInt(entry.slice(0, -1), 36);
        return { page: page, weight: entry.charCodeAt(entry.length - 1) - 64 };
      });
    });
  }
  tailorbird.searchData = function (data) {
    index = {
      pages: data.pages,
      forms: data.words ? unpackForms(data.words) : [],
      where: unpackPages(data.where),
      same: data.same ? data.same.split('|').map(function (group) { return group.split(' '); }) : []
    };
    if (waiting) waiting();
  };

  // Whether the words differ by one letter that is changed, added or left out, or by two that are swapped.
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
  // Whether the words differ by a typing error; long words by one in each half.
  function nearly(a, b) {
    if (a.length < 4 || b.length < 4) return false;
    if (oneApart(a, b)) return true;
    if (a.length < 9 || Math.abs(a.length - b.length) > 2) return false;
    for (var shift = -1; shift <= 1; shift += 1) {
      var half = Math.floor(a.length / 2);
      if (oneApart(a.slice(0, half), b.slice(0, half + shift)) && oneApart(a.slice(half), b.slice(half + shift))) return true;
    }
    return false;
  }
  // How well a form matches a word: from 1, the word itself, to 0, not at all.
  function likeness(word, form) {
    if (form === word) return 1;
    if (word.length >= 3 && form.slice(0, word.length) === word) return 0.4 + 0.5 * word.length / form.length;
    if (form.length >= 5 && word.slice(0, form.length) === form) return 0.3 + 0.4 * form.length / word.length;
    if (word.length >= 5 && form.length > word.length && form.indexOf(word) > 0) return 0.5;
    if (form.length >= 5 && word.length > form.length && word.slice(-form.length) === form) return 0.4;
    if (nearly(word, form)) return 0.5;
    return 0;
  }
  function groupsLike(word) {
    var found = [];
    index.forms.forEach(function (forms, group) {
      var best = forms.reduce(function (high, form) { return Math.max(high, likeness(word, form)); }, 0);
      if (best) found.push({ group: group, likeness: best });
    });
    var exact = found.some(function (one) { return one.likeness === 1; });
    // When a word is spelled correctly, similar words are not meant.
    return exact ? found.filter(function (one) { return one.likeness > 0.6; }) : found;
  }
  function others(word) {
    var found = [];
    index.same.forEach(function (group) {
      if (group.indexOf(word) < 0) return;
      group.forEach(function (other) { if (other !== word && found.indexOf(other) < 0) found.push(other); });
    });
    return found;
  }
  function rarity(group) {
    var pages = index.where[group].length;
    return Math.log(1 + (index.pages.length - pages + 0.5) / (pages + 0.5));
  }
  // The score of each page for a word, { page: score }, and the highest possible score.
  function scores(word) {
    var found = {};
    function add(groups, factor) {
      groups.forEach(function (one) {
        var worth = rarity(one.group) * one.likeness * factor;
        index.where[one.group].forEach(function (entry) {
          found[entry.page] = Math.max(found[entry.page] || 0, worth * entry.weight);
        });
      });
    }
    add(groupsLike(word), 1);
    others(word).forEach(function (other) {
      add(groupsLike(other).filter(function (one) { return one.likeness === 1; }), 0.7);
    });
    return found;
  }
  // The pages that match the query, the best first. Pages that do not fit the reader's situation are left out.
  function search(query) {
    var words = wordsOf(query).filter(function (word, place, all) { return all.indexOf(word) === place; });
    var found = {};
    var worth = 0;
    words.forEach(function (word) {
      var set = scores(word);
      var share = smallWords.indexOf(word) < 0 ? 1 : 0.1;
      worth += share;
      Object.keys(set).forEach(function (page) {
        var entry = found[page] || (found[page] = { page: index.pages[page], order: Number(page), words: 0, score: 0 });
        entry.words += share;
        entry.score += share * set[page];
      });
    });
    var entries = Object.keys(found).map(function (page) { return found[page]; }).filter(function (entry) {
      var fits = entry.page[4] ? tailorbird.situation.decide(entry.page[4]) : undefined;
      entry.score *= (0.5 + 0.5 * entry.words / worth) * (fits === 1 ? 1.2 : 1);
      return fits !== 0;
    });
    var best = entries.reduce(function (high, entry) { return Math.max(high, entry.score); }, 0);
    return entries.filter(function (entry) { return entry.score >= best / 10; })
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

  // Appends `text` to `element`, with the words of the query marked.
  function addMarked(element, text, words) {
    text.split(/([A-Za-z0-9\u00c0-\u024f]+)/).forEach(function (piece, place) {
      var folded = place % 2 ? fold(piece) : '';
      var isMeant = folded.length > 2 && words.some(function (word) { return word.length > 2 && likeness(word, folded) > 0.6; });
      if (!isMeant) {
        element.appendChild(document.createTextNode(piece));
        return;
      }
      var mark = document.createElement('mark');
      mark.textContent = piece;
      element.appendChild(mark);
    });
  }

  tailorbird.register('search', function (root) {
    var input = root.querySelector('input');
    var list = root.querySelector('.search-results');
    var status = root.querySelector('.search-status');

    smallWords = wordsOf(tailorbird.own(root, 'small-words'));

    function part(name, className, text, words) {
      var element = document.createElement(name);
      if (className) element.className = className;
      addMarked(element, text, words);
      return element;
    }
    function result(entry, words) {
      var item = document.createElement('li');
      var link = part('a', '', entry.page[1], words);
      link.href = tailorbird.situation.link(root.getAttribute('data-language-root') + entry.page[0]);
      item.appendChild(link);
      if (entry.page[2]) item.appendChild(part('span', 'search-place', entry.page[2], []));
      if (entry.page[3]) item.appendChild(part('span', 'search-snippet', entry.page[3], words));
      return item;
    }
    function show() {
      while (list.firstChild) list.removeChild(list.firstChild);
      status.textContent = '';
      if (!wordsOf(input.value).length) return;
      load(root, function () {
        var words = wordsOf(input.value);
        var all = search(input.value);
        var found = all.slice(0, most);
        while (list.firstChild) list.removeChild(list.firstChild);
        found.forEach(function (entry) { list.appendChild(result(entry, words)); });
        status.textContent = tailorbird.own(root, found.length ? 'found' : 'nothing', { n: all.length > most ? most + ' / ' + all.length : all.length });
      });
    }
    function links() { return Array.prototype.slice.call(list.querySelectorAll('a')); }
    // Arrow keys move through the field and the results, Enter follows the first result, Escape returns to the field and
    // empties it.
    function move(event, by) {
      var stops = [input].concat(links());
      var at = stops.indexOf(document.activeElement);
      if (at < 0 || stops.length < 2) return;
      event.preventDefault();
      stops[(at + by + stops.length) % stops.length].focus();
    }
    input.addEventListener('input', show);
    root.addEventListener('submit', function () {
      var first = links()[0];
      if (first && document.activeElement === input) first.click();
      else show();
    });
    root.addEventListener('keydown', function (event) {
      if (event.key === 'ArrowDown') move(event, 1);
      if (event.key === 'ArrowUp') move(event, -1);
      if (event.key !== 'Escape') return;
      if (document.activeElement !== input) {
        input.focus();
        return;
      }
      input.value = '';
      show();
    });
    show();  // what was typed before this script came
  });
}(window.tailorbird));
