// "Leave this page", for those who read where somebody may look over their shoulder: the page is blank at
// once, what was entered and chosen is forgotten, and a neutral page takes its place, so that "back" does not
// lead here. Escape three times does the same. Without script it is a link. Nothing can clear the browser's
// history: pages that were open before remain there, with the reader's choice in their addresses, and are
// replaced too when "back" leads to one. What the reader asked to keep on this device stays: the button does
// not say that it deletes.
(function (tailorbird) {
  'use strict';
  var presses = 3;
  // Milliseconds between two presses.
  var within = 2000;
  // In the memory of the tab, until the guidance is opened anew: the reader has left.
  var mark = 'tailorbird.1.left';
  // A page that Firefox keeps alive for "back" does not see what other pages have put there since. A message to it makes
  // the browser drop it, and load it again when it is asked for.
  var channel;

  function hasLeft() {
    return tailorbird.store.tab(function (storage) { return storage.getItem(mark); });
  }

  function leave(address) {
    document.documentElement.classList.add('is-leaving');
    document.title = '\u2026';
    tailorbird.guarded(tailorbird.store.forget);
    tailorbird.guarded(function () { tailorbird.situation.choose({}); });
    tailorbird.store.tab(function (storage) { storage.setItem(mark, 1); });
    if (channel) channel.postMessage(1);
    window.location.replace(address);
  }

  tailorbird.register('quick-exit', function (link) {
    var pressed = 0;
    var last = 0;
    // 2: from the history. In Firefox the newer API gives no answer until the page has loaded.
    if ((performance.navigation || {}).type === 2 && hasLeft()) return leave(link.href);
    tailorbird.store.tab(function (storage) { storage.removeItem(mark); });
    if (window.BroadcastChannel) tailorbird.guarded(function () { channel = new BroadcastChannel(mark); });
    window.addEventListener('pageshow', function (event) {
      if (event.persisted && hasLeft()) leave(link.href);
    });
    link.querySelector('.exit-keys').hidden = false;
    link.addEventListener('click', function (event) {
      // A new tab is what was asked for.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
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
