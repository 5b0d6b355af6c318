// "Leave this page", for those who read where somebody may look over their shoulder: the page is blank at once, what
// was entered and chosen is forgotten, and a neutral page takes its place, so that "back" does not lead here. Escape
// three times does the same. Without script it is a link. Nothing can clear the browser's history: pages that were open
// before stand there with the reader's choice in their addresses, and give way too when "back" leads to one. What the
// reader asked to keep on this device stays: the button does not say that it deletes.
(function (tailorbird) {
  'use strict';
  var presses = 3;
  var within = 2000;  // milliseconds between two presses

  var mark = 'tailorbird.1.left';  // in the tab's memory, which Firefox has for each file of a disk apart

  function remember(left) {
    tailorbird.guarded(function () {
      if (left) window.sessionStorage.setItem(mark, 'yes'); else window.sessionStorage.removeItem(mark);
    });
  }
  function hasLeft() {
    try { return window.sessionStorage.getItem(mark) === 'yes'; } catch (unavailable) { return false; }
  }
  // The old way to ask: Firefox has the new one's entry only when all has been loaded.
  function isFromHistory() {
    return window.performance.navigation.type === window.performance.navigation.TYPE_BACK_FORWARD;
  }

  function leave(address) {
    document.documentElement.classList.add('is-leaving');
    document.title = '\u2026';
    tailorbird.guarded(tailorbird.store.forget);
    tailorbird.guarded(function () { tailorbird.situation.choose({}); });
    remember(true);
    window.location.replace(address);
  }

  tailorbird.register('quick-exit', function (link) {
    var pressed = 0;
    var last = 0;
    if (isFromHistory() && hasLeft()) return leave(link.href);
    remember(false);
    window.addEventListener('pageshow', function (event) {
      if (event.persisted && hasLeft()) leave(link.href);
    });
    link.querySelector('.exit-keys').hidden = false;
    link.addEventListener('click', function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;  // a new tab is what was asked for
      event.preventDefault();
      leave(link.href);
    });
    document.addEventListener('keydown', function (event) {
      if (event.repeat) return;
      pressed = event.key !== 'Escape' ? 0 : event.timeStamp - last > within ? 1 : pressed + 1;
      if (!pressed) return;
      last = event.timeStamp;
      if (pressed === presses - 1) tailorbird.announce(tailorbird.sentence('exit-once-more'));
      if (pressed === presses) leave(link.href);
    });
  });
}(window.tailorbird));
