// The version of the whole guidance. Pages do not contain it, because they would then change with every word
// of another page; assets/version.js does. Without script a page still has its own version.
(function (tailorbird) {
  'use strict';
  tailorbird.register('guidance-version', function (row) {
    if (!window.tailorbirdVersion) return;
    row.querySelector('dd').textContent = window.tailorbirdVersion;
    row.hidden = false;
  });
}(window.tailorbird));
