/* The reader's situation. Passages with data-when="audience=manager,hr;phase=plan" ("!" before it negates it) are shown or hidden
   by what the reader chose. The choice is kept in memory and in the fragment of the address, after the place on the
   page: "#heading&job-type=desk&phase=plan". It is added to links to other pages. */
(function (tailorbird) {
  'use strict';
  // dimension -> its values in this bundle.
  var declared = window.tailorbirdDimensions || {};
  var chosen = {};
  var listeners = [];
  // link -> its href in the page, without the choice.
  var written = new WeakMap();

  function isDeclared(dimension, value) {
    return Object.prototype.hasOwnProperty.call(declared, dimension) && declared[dimension].indexOf(value) >= 0;
  }

  /* "#plan&job-type=desk" -> { anchor: "plan", choice: { "job-type": "desk" } }. Undeclared dimensions and values are dropped. */
  function parse(hash) {
    var result = { anchor: '', choice: {} };
    hash.replace(/^#/, '').split('&').forEach(function (piece, index) {
      var at = piece.indexOf('=');
      if (at < 0) {
        if (index === 0) result.anchor = piece;
      } else if (isDeclared(piece.slice(0, at), piece.slice(at + 1))) {
        result.choice[piece.slice(0, at)] = piece.slice(at + 1);
      }
    });
    return result;
  }

  function fragment(anchor) {
    var pieces = Object.keys(declared).filter(function (dimension) { return chosen[dimension]; })
      .map(function (dimension) { return dimension + '=' + chosen[dimension]; });
    if (anchor) pieces.unshift(anchor);
    return pieces.length ? '#' + pieces.join('&') : '';
  }

  /* 1: holds; 0: fails; undefined: the reader has not chosen yet. */
  function decide(code) {
    var negated = code.charAt(0) === '!';
    var verdict = 1;
    (negated ? code.slice(1) : code).split(';').forEach(function (atom) {
      var at = atom.indexOf('=');
      var choice = chosen[atom.slice(0, at)];
      if (!choice) verdict = verdict === 0 ? 0 : undefined;
      else if (atom.slice(at + 1).split(',').indexOf(choice) < 0) verdict = 0;
    });
    return negated && verdict !== undefined ? 1 - verdict : verdict;
  }

  /* The class marks what this script hid: elements that another script hides stay hidden when the situation fits again. */
  function hide(element, off) {
    if (off === element.classList.contains('is-off')) return;
    element.classList.toggle('is-off', off);
    element.hidden = off;
  }

  /* Shows and hides passages. Returns the number of hidden passages in the text. */
  function apply() {
    var hidden = 0;
    document.querySelectorAll('[data-when]').forEach(function (element) {
      var verdict = decide(element.getAttribute('data-when'));
      hide(element, verdict === 0);
      element.classList.toggle('is-on', verdict === 1);
      if (verdict === 0 && element.closest('article')) hidden += 1;
    });
    document.querySelectorAll('[data-page-when]').forEach(function (element) {
      var other = decide(element.getAttribute('data-page-when')) === 0;
      if (!element.dataset.text) element.dataset.text = element.textContent;
      if (other) element.textContent = element.dataset.text + ' \u2013 ' + tailorbird.sentence('situation-other');
      else if (element.textContent !== element.dataset.text) element.textContent = element.dataset.text;
    });
    return hidden;
  }

  /* In sandboxed frames history throws; then the address is replaced, or the choice is kept in memory only. */
  function writeAddress() {
    var wanted = fragment(parse(location.hash).anchor);
    if (wanted === location.hash || (!wanted && !location.hash)) return;
    try {
      history.replaceState(history.state, '', wanted || location.pathname + location.search);
    } catch (refused) {
      tailorbird.guarded(function () { location.replace(wanted || '#'); });
    }
  }

  function isToAnotherPage(href) {
    return !/^([a-z][a-z0-9+.-]*:|\/\/|#)/i.test(href);
  }

  function writeLinks() {
    document.querySelectorAll('a[href]').forEach(function (link) {
      if (!written.has(link)) written.set(link, link.getAttribute('href'));
      var href = written.get(link);
      if (!isToAnotherPage(href) || link.hasAttribute('download')) return;
      link.setAttribute('href', tailorbird.situation.link(href));
    });
  }

  function goTo(anchor) {
    var target = anchor && document.getElementById(decodeURIComponent(anchor));
    if (!target) return;
    if (target.closest('.is-off')) choose({});
    if (!target.hasAttribute('tabindex')) target.setAttribute('tabindex', '-1');
    target.focus({ preventScroll: true });
    target.scrollIntoView();
  }

  function update(say) {
    var hidden = apply();
    var narrowed = Object.keys(chosen).length > 0;
    var text = narrowed ? tailorbird.sentence(hidden === 1 ? 'situation-narrowed-one' : 'situation-narrowed', { hidden: hidden })
      : tailorbird.sentence('situation-all');
    listeners.forEach(function (listener) {
      tailorbird.guarded(function () { listener({ narrowed: narrowed, hidden: hidden, text: text }); });
    });
    writeLinks();
    if (say) tailorbird.announce(text);
  }

  /* Replaces the whole choice: { dimension: value }. Unknown dimensions and values are ignored. */
  function choose(choice) {
    chosen = {};
    Object.keys(choice).forEach(function (dimension) {
      if (isDeclared(dimension, choice[dimension])) chosen[dimension] = choice[dimension];
    });
    update(true);
    writeAddress();
  }

  tailorbird.situation = {
    chosen: function () { return Object.assign({}, chosen); },
    choose: choose,
    decide: decide,
    /* The address of a page of this bundle with the choice added. */
    link: function (href) {
      var at = href.indexOf('#');
      return (at < 0 ? href : href.slice(0, at)) + fragment(at < 0 ? '' : href.slice(at + 1));
    },
    onChange: function (listener) { listeners.push(listener); },
    /* Applies the choice again, after a script has added passages or links. */
    refresh: function () { update(false); }
  };

  tailorbird.register('situation', function (form) {
    var details = form.querySelector('details');
    var shown = form.querySelector('[data-situation-shown]');
    var state = form.querySelector('[data-situation-state]');
    var all = form.querySelector('[data-show-all]');
    /* The choice in the words of the form, for its summary. */
    function inWords() {
      var labels = Array.prototype.filter.call(form.querySelectorAll('input:checked'), function (input) { return input.value; })
        .map(function (input) { return input.parentNode.textContent.trim(); });
      return labels.length ? labels.join(', ') : tailorbird.own(form, 'everything');
    }
    function show(now) {
      form.querySelectorAll('input[type="radio"]').forEach(function (input) {
        input.checked = (chosen[input.name] || '') === input.value;
      });
      shown.textContent = inWords();
      state.textContent = now.narrowed ? now.text : '';
      state.parentNode.hidden = !now.narrowed;
    }
    form.addEventListener('change', function (event) {
      var choice = Object.assign({}, chosen);
      delete choice[event.target.name];
      if (event.target.value) choice[event.target.name] = event.target.value;
      choose(choice);
    });
    all.addEventListener('click', function () {
      choose({});
      var first = details.open ? form.querySelector('input:checked') : details.querySelector('summary');
      if (first) first.focus();
    });
    form.addEventListener('submit', function (event) { event.preventDefault(); });
    listeners.push(show);
    form.hidden = false;
    /* On a start page, a question with many answers, such as who the reader is, is open and large, and questions that
       depend on the answer wait for it. */
    var first = form.querySelector('fieldset');
    if (document.body.classList.contains('layout-start') && first && first.querySelectorAll('input').length > 4) {
      var asked = first.getAttribute('data-dimension');
      form.classList.add('is-large');
      document.querySelectorAll('.seam-all').forEach(function (step) { step.open = false; });
      var isFirst = true;
      listeners.push(function () {
        document.body.classList.toggle('is-asking', !chosen[asked]);
        if (isFirst) details.open = !chosen[asked];
        isFirst = false;
      });
    }
  });

  document.addEventListener('DOMContentLoaded', function () {
    var here = parse(location.hash);
    chosen = here.choice;
    update(false);
    if (location.hash.indexOf('&') > 0) goTo(here.anchor);
  });

  window.addEventListener('hashchange', function () {
    var here = parse(location.hash);
    if (location.hash.indexOf('=') > 0) {
      chosen = here.choice;
      update(true);
      goTo(here.anchor);
    } else {
      writeAddress();
    }
  });
})(window.tailorbird);
