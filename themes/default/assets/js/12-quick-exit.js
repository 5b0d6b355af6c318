// "Leave this page", for those who read where somebody may look over their shoulder: the page is blank at once, what
// was entered and chosen is forgotten, and a neutral page takes its place, so that "back" does not lead here. Escape
// three times does the same. Without script it is a link. Nothing can clear the browser's history, and what the reader
// asked to keep on this device stays: the button does not say that it deletes.
(function (tailorbird) {
  'use strict';
  var presses = 3;
  var within = 2000;  // milliseconds between two presses

  function leave(address) {
    document.documentElement.classList.add('is-leaving');
    document.title = '\u2026';
    tailorbird.guarded(tailorbird.store.forget);
    tailorbird.guarded(function () { tailorbird.situation.choose({}); });
    window.location.replace(address);
  }

  tailorbird.register('quick-exit', function (link) {
    var pressed = 0;
    var last = 0;
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
