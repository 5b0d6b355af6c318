// Tests on this host what the pages need, and shows the results in the table. Makes no requests to other hosts and
// removes what it writes into storage.
(function () {
  'use strict';
  var words = document.querySelector('[data-words]');
  var summary = document.getElementById('summary');
  var open = 0;
  var bad = 0;

  // good: true, false, or null when the result is only information.
  function show(name, text, good) {
    var cell = document.querySelector('[data-probe="' + name + '"] td');
    cell.textContent = text;
    cell.className = good === null ? '' : good ? 'good' : 'bad';
    if (good === false) bad += 1;
  }
  function yesNo(name, yes, matters) {
    show(name, words.getAttribute(yes ? 'data-yes' : 'data-no'), matters ? yes : null);
  }
  function store(name) {
    try {
      var key = 'tailorbird.probe';
      window[name].setItem(key, '1');
      var kept = window[name].getItem(key) === '1';
      window[name].removeItem(key);
      return kept;
    } catch (refused) { return false; }
  }
  // For results that come later: waits for `ask` to answer, or shows "not known" after three seconds.
  function later(name, matters, ask) {
    var done = false;
    open += 1;
    function answer(good) {
      if (done) return;
      done = true;
      if (good === undefined) show(name, words.getAttribute('data-unknown'), null);
      else yesNo(name, good, matters);
      open -= 1;
      finish();
    }
    window.setTimeout(function () { answer(undefined); }, 3000);
    ask(answer);
  }
  function finish() {
    if (open > 0) return;
    summary.textContent = summary.getAttribute(bad === 0 ? 'data-good' : 'data-bad');
    summary.className = bad === 0 ? 'good' : 'bad';
  }

  show('address', window.location.protocol + '//' + window.location.host, null);
  yesNo('style', window.getComputedStyle(document.getElementById('style-probe')).width === '7px', true);
  var inline = document.createElement('script');
  inline.textContent = 'window.tailorbirdInline = true;';
  document.head.appendChild(inline);
  yesNo('inline', window.tailorbirdInline !== true, true);
  yesNo('tab', store('sessionStorage'), false);
  yesNo('kept', store('localStorage'), false);
  yesNo('frame', window.parent !== window, false);
  later('picture', true, function (answer) {
    var picture = document.getElementById('picture-probe');
    if (picture.complete) { answer(picture.naturalWidth > 0); return; }
    picture.addEventListener('load', function () { answer(true); });
    picture.addEventListener('error', function () { answer(false); });
  });
  // Browsers refuse caption files from disk; there the pages work without them.
  later('captions', window.location.protocol !== 'file:', function (answer) {
    var element = document.querySelector('#captions-probe track');
    element.track.mode = 'hidden';
    if (element.readyState === 2) { answer(true); return; }
    if (element.readyState === 3) { answer(false); return; }
    element.addEventListener('load', function () { answer(true); });
    element.addEventListener('error', function () { answer(false); });
  });
}());
