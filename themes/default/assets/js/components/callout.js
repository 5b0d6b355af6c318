// The callout at the head of a page says whom to call in danger. On a phone it is collapsed to its first
// paragraph, so that what to do first fits on the first screen too. Without a script, on wide screens and on
// paper it is shown in full.
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
