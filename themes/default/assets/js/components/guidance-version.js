// The version of the whole guide, which a page does not hold itself: it would change with each word of another page.
// assets/version.js says it; without script a page still has its own.
(function (tailorbird) {
  'use strict';
  tailorbird.register('guidance-version', function (row) {
    if (!window.tailorbirdVersion) return;
    row.querySelector('dd').textContent = window.tailorbirdVersion;
    row.hidden = false;
  });
}(window.tailorbird));
