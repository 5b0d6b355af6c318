// A whole edition in one file: only the page in the address is shown, but the browser's own search finds words in the
// others. A button shows all pages, for reading on and for printing.
(function (tailorbird) {
  'use strict';
  var root = document.documentElement;
  var pages = [];
  var all = false;
  var shown = null;

  // The id in the fragment of the address, without the reader's choice.
  function target() {
    var anchor = location.hash.slice(1).split('&')[0];
    if (!anchor || anchor.indexOf('=') >= 0) return null;
    return document.getElementById(tailorbird.guarded(function () { return decodeURIComponent(anchor); }) || anchor);
  }

  function show(page) {
    shown = page;
    root.classList.toggle('is-single-page', !all);
    pages.forEach(function (other) {
      if (all || other === page) other.removeAttribute('hidden');
      else other.setAttribute('hidden', 'until-found');
    });
    document.querySelectorAll('.contents a, .path a').forEach(function (link) {
      var here = link.getAttribute('href').split('&')[0] === '#' + page.id;
      if (here) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    });
  }

  function follow() {
    var place = target();
    var page = place && place.closest('.page');
    if (!page) return;
    show(page);
    if (!place.hasAttribute('tabindex')) place.setAttribute('tabindex', '-1');
    place.focus({ preventScroll: true });
    if (place === page && !all) window.scrollTo(0, 0);
    else place.scrollIntoView();
  }

  // A link to the current place does not change the address, so no event follows.
  function followAgain(event) {
    var link = event.target.closest && event.target.closest('a[href^="#"]');
    if (link && link.getAttribute('href') === location.hash) follow();
  }

  tailorbird.register('single-search', function (form) {
    form.hidden = false;
    form.addEventListener('submit', function (event) { event.preventDefault(); });
    form.addEventListener('click', function (event) {
      if (!event.target.closest('a')) return;
      var input = form.querySelector('input');
      input.value = '';
      input.dispatchEvent(new Event('input'));
    });
  });

  tailorbird.register('single-all', function (button) {
    button.hidden = false;
    button.addEventListener('click', function () {
      all = !all;
      button.setAttribute('aria-pressed', String(all));
      show(shown);
      if (all) shown.scrollIntoView();
    });
  });

  document.addEventListener('DOMContentLoaded', function () {
    pages = Array.prototype.slice.call(document.querySelectorAll('main > .page'));
    if (!pages.length) return;
    pages.forEach(function (page) {
      page.addEventListener('beforematch', function () { show(page); });
    });
    show(pages[0]);
    follow();
    window.addEventListener('hashchange', follow);
    document.addEventListener('click', followAgain);
  });
}(window.tailorbird));
