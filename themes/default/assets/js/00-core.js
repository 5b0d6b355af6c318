/* Tailorbird: what all scripts of the theme share. Pages are complete without any of them.
   ES2017, classic scripts, no requests, nothing stored. Manual: docs/theme-authors/scripts.md */
(function () {
  'use strict';
  var root = document.documentElement;
  var words = window.tailorbirdWords || {};
  var components = [];
  var live = null;
  var pending = 0;
  var ready = false;

  root.classList.add('has-script');
  // What was chosen on the page before is in the address: do not flash the rest for a moment.
  if (location.hash.indexOf('=') > 0) root.classList.add('is-choosing');

  function guarded(work) {
    try {
      return work();
    } catch (error) {
      if (window.console) window.console.error(error);
      return undefined;
    }
  }

  function start(component) {
    document.querySelectorAll('[data-component~="' + component.name + '"]').forEach(function (element) {
      guarded(function () { component.enhance(element, window.tailorbird); });
    });
  }

  /* Calls enhance(element, tailorbird) for each element with data-component="name", once the page is read. One
     component that fails does not stop the others. */
  function register(name, enhance) {
    var component = { name: name, enhance: enhance };
    if (ready) start(component);
    else components.push(component);
  }

  /* The theme's sentence `script-<key>`, with {name} filled in. */
  function sentence(key, values) {
    var text = words[key] || '';
    Object.keys(values || {}).forEach(function (name) {
      text = text.split('{' + name + '}').join(String(values[name]));
    });
    return text;
  }

  /* Says `text` to those who listen to the page. Emptied first, so that the same text is said twice. */
  function announce(text) {
    if (!live) return;
    live.textContent = '';
    window.clearTimeout(pending);
    pending = window.setTimeout(function () { live.textContent = text; }, 60);
  }

  function addLiveRegion() {
    live = document.createElement('div');
    live.className = 'sr';
    live.setAttribute('role', 'status');
    live.setAttribute('aria-live', 'polite');
    document.body.appendChild(live);
  }

  /* On a narrow screen the text comes first: what has data-narrow is closed at the start, and from then on as the
     reader leaves it. On a wide one it is open, and so again when the screen is turned. */
  function closeOnNarrow() {
    var wide = window.matchMedia('(min-width: 62em)');
    function set() {
      document.querySelectorAll('details[data-narrow]').forEach(function (details) { details.open = wide.matches; });
    }
    set();
    if (wide.addEventListener) wide.addEventListener('change', set);
  }

  /* A field shows as much text as it has room for; on paper all of it stands in its place. */
  function writeOut(field) {
    var text = document.createElement('div');
    var date = field.type === 'date' && window.tailorbird.dates.parse(field.value);
    text.className = 'print-text';
    text.textContent = date ? window.tailorbird.dates.inWords(date) : field.value;
    field.parentNode.insertBefore(text, field.nextSibling);
  }

  /* When this is put on paper, for which situation, and of which version the page is. */
  function printLine() {
    var shown = document.querySelector('[data-situation-shown]');
    var version = Array.prototype.filter.call(document.querySelectorAll('.page-version'), function (one) { return one.offsetParent; })[0];
    return sentence(shown ? 'printed-for' : 'printed', { date: window.tailorbird.dates.inWords(new Date()), shown: shown ? shown.textContent : '' }) +
      (version ? ' ' + version.textContent + '.' : '');
  }

  /* Of each sheet, as it may lie among others: whose it is, which page, and the day. */
  function sheetName() {
    return [document.querySelector('.foot-line p'), document.querySelector('h1')].filter(Boolean).map(function (one) { return one.textContent.replace(/\s+/g, ' ').trim(); })
      .concat(window.tailorbird.dates.inWords(new Date())).join(' \u00b7 ');
  }

  /* On paper everything is open, what was written is whole, an empty date is a place to write, a line says when this
     was printed and for which situation, and a line that only leads down the page is left out. */
  function openForPrint() {
    var opened = [];
    function clean() {
      document.querySelectorAll('.print-text').forEach(function (text) { text.parentNode.removeChild(text); });
    }
    window.addEventListener('beforeprint', function () {
      clean();
      root.style.setProperty('--sheet-name', JSON.stringify(sheetName()));
      document.querySelectorAll('article textarea, article input[type="text"], article input[type="date"]').forEach(function (field) {
        if (field.value) writeOut(field);
      });
      document.querySelectorAll('.print-line').forEach(function (line) { line.textContent = printLine(); });
      opened = Array.prototype.slice.call(document.querySelectorAll('details:not([open])'));
      opened.forEach(function (details) { details.open = true; });
      document.querySelectorAll('.prose p > a[href^="#"]').forEach(function (link) {
        link.parentNode.classList.toggle('is-way', link.parentNode.textContent.trim() === link.textContent.trim());
      });
      document.querySelectorAll('input[type="date"]').forEach(function (input) {
        input.classList.toggle('is-empty', !input.value);
      });
    });
    window.addEventListener('afterprint', function () {
      clean();
      opened.forEach(function (details) { details.open = false; });
      opened = [];
    });
  }

  window.tailorbird = { register: register, sentence: sentence, announce: announce, guarded: guarded, printLine: printLine };

  document.addEventListener('DOMContentLoaded', function () {
    ready = true;
    guarded(addLiveRegion);
    guarded(closeOnNarrow);
    guarded(openForPrint);
    components.forEach(start);
    root.classList.remove('is-choosing');
  });
})();
