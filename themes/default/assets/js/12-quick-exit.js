// "Leave this page", for readers who do not want others to see what they read. The page goes blank at once,
// entries and choices are forgotten, and a neutral page replaces it, so that "back" does not lead here.
// Pressing Escape three times does the same. Without a script it is a link. A page cannot clear the browser's
// history: pages that were open before remain there, with the reader's choice in their addresses, and are
// replaced too when "back" leads to them. What the reader asked to keep on this device stays, since the
// button does not say that it deletes.
(function (tailorbird) {
  'use strict';
  var presses = 3;
  // The most milliseconds between two presses of Escape.
  var within = 2000;
  // The key in sessionStorage that says that the reader has left, until the guidance is opened anew.
  var mark = 'tailorbird.1.left';
  // A page that Firefox keeps in its back/forward cache does not see what other pages have stored since. A message to it
  // makes the browser drop it from the cache, so that it is loaded again.
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
    // Type 2: opened from the history. In Firefox the newer API has no entry until the page has loaded.
    if ((performance.navigation || {}).type === 2 && hasLeft()) return leave(link.href);
    tailorbird.store.tab(function (storage) { storage.removeItem(mark); });
    if (window.BroadcastChannel) tailorbird.guarded(function () { channel = new BroadcastChannel(mark); });
    window.addEventListener('pageshow', function (event) {
      if (event.persisted && hasLeft()) leave(link.href);
    });
    link.querySelector('.exit-keys').hidden = false;
    link.addEventListener('click', function (event) {
      // The reader asked for a new tab.
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
