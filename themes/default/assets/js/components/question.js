// Question: a self-check. The explanation is shown after an answer, or at once without a script. Nothing is stored.
(function (tailorbird) {
  'use strict';
  tailorbird.register('question', function (root) {
    var explanation = root.querySelector('.question-explanation');
    var verdict = root.querySelector('.question-verdict');
    var answers = Array.prototype.slice.call(root.querySelectorAll('.question-answer'));
    explanation.hidden = true;
    // The browser may have restored the ticks of an earlier visit.
    answers.forEach(function (answer) { answer.querySelector('input').checked = false; });
    tailorbird.on(root, 'check', function () {
      var right = answers.every(function (answer) {
        return answer.querySelector('input').checked === (answer.getAttribute('data-right') === 'true');
      });
      answers.forEach(function (answer) { answer.classList.add('is-checked'); });
      verdict.textContent = tailorbird.own(root, right ? 'right' : 'not-quite');
      explanation.hidden = false;
    });
    root.addEventListener('change', function () {
      answers.forEach(function (answer) { answer.classList.remove('is-checked'); });
      verdict.textContent = '';
    });
    root.classList.add('is-live');
  });
}(window.tailorbird));
