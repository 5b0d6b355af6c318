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
  // The address has choices from the page before: do not show other passages until they are applied.
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

  /* Calls enhance(element, tailorbird) for each element with data-component="name", once the page is parsed. An error
     in one component does not stop the others. */
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

  /* Makes screen readers say `text`. The live region is emptied first, so that they repeat an equal text. */
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

  /* On a narrow screen, elements with data-narrow are closed at first, so that the text comes first; later they stay as
     the reader leaves them. On a wide screen, also after the device is turned, they are open. */
  function closeOnNarrow() {
    var wide = window.matchMedia('(min-width: 62em)');
    function set() {
      document.querySelectorAll('details[data-narrow]').forEach(function (details) { details.open = wide.matches; });
    }
    set();
    if (wide.addEventListener) wide.addEventListener('change', set);
  }

  /* On paper, the whole text of a field replaces it, since a field may show only a part. */
  function writeOut(field) {
    var text = document.createElement('div');
    var date = field.type === 'date' && window.tailorbird.dates.parse(field.value);
    text.className = 'print-text';
    text.textContent = date ? window.tailorbird.dates.inWords(date) : field.value;
    field.parentNode.insertBefore(text, field.nextSibling);
  }

  /* The line on paper: the day of printing, the reader's situation, and the version of the page. */
  function printLine() {
    var shown = document.querySelector('[data-situation-shown]');
    var version = Array.prototype.filter.call(document.querySelectorAll('.page-version'), function (one) { return one.offsetParent; })[0];
    return sentence(shown ? 'printed-for' : 'printed', { date: window.tailorbird.dates.inWords(new Date()), shown: shown ? shown.textContent : '' }) +
      (version ? ' ' + version.textContent + '.' : '');
  }

  /* The foot of each sheet, which may lie among others: the organisation, the page, and the day. */
  function sheetName() {
    return [document.querySelector('.foot-line p'), document.querySelector('h1')].filter(Boolean).map(function (one) { return one.textContent.replace(/\s+/g, ' ').trim(); })
      .concat(window.tailorbird.dates.inWords(new Date())).join(' \u00b7 ');
  }

  /* On paper everything is open, texts of fields are complete, an empty date is a blank to fill in, a line says when and
     for which situation it was printed, and a line with nothing but links within the page is left out. */
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
