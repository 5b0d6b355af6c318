// Shows the version of the whole guidance. It is in assets/version.js and not in pages, because pages would then
// change with every word of another page. Without a script a page still shows its own version.
(function (tailorbird) {
  'use strict';
  tailorbird.register('guidance-version', function (row) {
    if (!window.tailorbirdVersion) return;
    row.querySelector('dd').textContent = window.tailorbirdVersion;
    row.hidden = false;
  });
}(window.tailorbird));
