/* Two pages side by side: blocks of text that only one of them has are marked on both sides. */
(function () {
  'use strict';
  var kinds = 'p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, summary, figcaption, blockquote';

  /* The innermost blocks with words in them, in reading order. */
  function blocks(document) {
    var main = document.querySelector('main') || document.body;
    return Array.prototype.filter.call(main.querySelectorAll(kinds), function (block) {
      return block.getClientRects().length > 0 && !block.querySelector(kinds) && block.textContent.trim() !== '';
    }).map(function (block) { return { element: block, text: block.textContent.replace(/\s+/g, ' ').trim() }; });
  }

  /* Indices of blocks that both have, in order: the longest common subsequence. */
  function common(a, b) {
    var rows = a.length + 1, columns = b.length + 1, table = new Uint32Array(rows * columns), i, j;
    for (i = a.length - 1; i >= 0; i -= 1) {
      for (j = b.length - 1; j >= 0; j -= 1) {
        table[i * columns + j] = a[i].text === b[j].text ? table[(i + 1) * columns + j + 1] + 1
          : Math.max(table[(i + 1) * columns + j], table[i * columns + j + 1]);
      }
    }
    var inA = {}, inB = {};
    for (i = 0, j = 0; i < a.length && j < b.length;) {
      if (a[i].text === b[j].text) { inA[i] = true; inB[j] = true; i += 1; j += 1; }
      else if (table[(i + 1) * columns + j] >= table[i * columns + j + 1]) i += 1;
      else j += 1;
    }
    return { a: inA, b: inB };
  }

  function clear(document) {
    document.querySelectorAll('.tb-only-here').forEach(function (block) { block.classList.remove('tb-only-here'); });
  }

  function mark(list, kept) {
    var count = 0;
    list.forEach(function (block, index) {
      if (kept[index]) return;
      block.element.classList.add('tb-only-here');
      count += 1;
    });
    return count;
  }

  /* Marks both documents; {a, b, same}: how many blocks only one has, and how many both. */
  function compare(first, second) {
    clear(first);
    clear(second);
    var a = blocks(first), b = blocks(second), kept = common(a, b);
    return { a: mark(a, kept.a), b: mark(b, kept.b), same: Object.keys(kept.a).length };
  }

  /* Both scroll as one, by their share of the way. */
  function scrollTogether(from, to) {
    from.addEventListener('scroll', function () {
      if (from.previewScrolls) { from.previewScrolls = false; return; }
      var height = from.document.documentElement.scrollHeight - from.innerHeight;
      var other = to.document.documentElement.scrollHeight - to.innerHeight;
      to.previewScrolls = true;
      to.scrollTo({ top: height > 0 ? from.scrollY / height * other : 0, behavior: 'instant' });
    }, { passive: true });
  }

  window.previewCompare = { compare: compare, scrollTogether: scrollTogether };
})();
