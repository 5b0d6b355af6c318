// Whom to call in danger stands at the head of a page. On a phone it is collapsed to its first paragraph,
// because what to do first must fit on the first screen too. Without script, on wide screens and on paper all
// of it shows.
(function (tailorbird) {
  'use strict';
  tailorbird.register('callout', function (box) {
    var line = box.querySelector('.callout-title + p');
    if (!line || !line.nextElementSibling || !box.parentNode.classList.contains('opening')) return;
    var button = document.createElement('button');
    button.type = 'button';
    button.className = 'callout-more';
    button.setAttribute('aria-label', tailorbird.sentence('more'));
    function fold(on) {
      box.classList.toggle('is-folded', on);
      button.setAttribute('aria-expanded', String(!on));
    }
    button.addEventListener('click', function () { fold(!box.classList.contains('is-folded')); });
    fold(true);
    line.insertAdjacentElement('afterend', button);
  });
}(window.tailorbird));
