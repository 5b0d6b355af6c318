// Reading tools: the size of the text, which is kept for this tab, and reading the page aloud with a voice of
// this device. Voices that send the text to a server are not used. Both start only when the reader asks.
(function (tailorbird) {
  'use strict';
  var sizes = ['', 'is-large', 'is-largest'];
  var page = document.documentElement;

  function sizeNow() { return Math.max(0, sizes.indexOf(tailorbird.store.get('reading.size') || '')); }
  function setSize(size) {
    sizes.slice(1).forEach(function (name) { page.classList.toggle(name, name === sizes[size]); });
  }
  setSize(sizeNow());

  // A voice for the page's language that works without a server.
  function localVoice() {
    var language = page.lang.toLowerCase();
    return window.speechSynthesis.getVoices().filter(function (voice) {
      return voice.localService && voice.lang.toLowerCase().replace('_', '-').split('-')[0] === language;
    })[0] || null;
  }
  // The texts to read aloud: visible headings, paragraphs and items, in order. They are short, since some browsers
  // stop in long ones.
  function texts() {
    return Array.prototype.filter.call(document.querySelectorAll('article h1, article h2, article h3, article p, article li, article dt, article dd, article blockquote'), function (one) {
      return one.getClientRects().length && !one.querySelector('p, li') && !one.closest('.tools, .kept-note, .page-line, .ways');
    }).map(tailorbird.visibleText).filter(Boolean);
  }
  function speak(button) {
    var speech = window.speechSynthesis;
    var voice = localVoice();
    function show(on) { button.setAttribute('aria-pressed', String(on)); }
    if (button.getAttribute('aria-pressed') === 'true' || !voice) {
      speech.cancel();
      return show(false);
    }
    speech.cancel();
    var all = texts();
    all.forEach(function (text, index) {
      var words = new window.SpeechSynthesisUtterance(text);
      words.voice = voice;
      words.lang = voice.lang;
      if (index === all.length - 1) words.onend = function () { show(false); };
      speech.speak(words);
    });
    return show(true);
  }

  tailorbird.register('reading', function (root) {
    var size = root.querySelector('[data-action="size"]');
    var aloud = root.querySelector('[data-action="aloud"]');
    function showSize() {
      setSize(sizeNow());
      size.setAttribute('aria-label', tailorbird.own(root, 'size', { n: sizeNow() + 1, count: sizes.length }));
    }
    size.addEventListener('click', function () {
      tailorbird.store.set('reading.size', sizes[(sizeNow() + 1) % sizes.length]);
      showSize();
    });
    tailorbird.store.onClear(showSize);
    showSize();
    if (!window.speechSynthesis || !window.SpeechSynthesisUtterance) return;
    function offer() { aloud.hidden = !localVoice(); }
    offer();
    if (window.speechSynthesis.addEventListener) window.speechSynthesis.addEventListener('voiceschanged', offer);
    aloud.addEventListener('click', function () { speak(aloud); });
    window.addEventListener('pagehide', function () { window.speechSynthesis.cancel(); });
  });
}(window.tailorbird));
