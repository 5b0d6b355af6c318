// Code and tables that are wider than the page can be pushed aside with the keyboard too.
document.addEventListener('DOMContentLoaded', function () {
  'use strict';
  document.querySelectorAll('pre, .prose table').forEach(function (wide) {
    if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
  });
});
