// Shows the search field. The search itself is a separate script, loaded when a reader is about to search,
// because few readers search and pages are lighter without it.
(function (tailorbird) {
  'use strict';
  tailorbird.register('search-start', function (root) {
    var asked = false;
    function start() {
      if (asked) return;
      asked = true;
      var script = document.createElement('script');
      script.src = root.getAttribute('data-script');
      document.head.appendChild(script);
    }
    root.hidden = false;
    root.addEventListener('focusin', start);
    root.addEventListener('input', start);
    root.addEventListener('submit', function (event) {
      event.preventDefault();
      start();
    });
  });
}(window.tailorbird));
