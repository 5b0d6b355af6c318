// Conversation: one step at a time. The page contains the whole dialogue as numbered text; this script shows
// the current step, turns the answers into buttons, and explains why a choice is better, mixed or worse. The
// choices are shuffled in each run, so that their position reveals nothing. The drawn face shows how the other
// person may feel. Nothing is stored.
(function (tailorbird) {
  'use strict';

  function list(root, selector) { return Array.prototype.slice.call(root.querySelectorAll(selector)); }

  tailorbird.register('conversation', function (root) {
    var steps = list(root, '.conversation-step');
    var ending = root.querySelector('.conversation-end');
    var review = root.querySelector('.conversation-review');
    var said = [];
    var way = [];  // the steps before this one

    // A Fisher-Yates shuffle. The order is not stored.
    function shuffle(step) {
      var choices = list(step, '.conversation-choice');
      var parent = choices[0].parentNode;
      for (var left = choices.length; left > 0; left -= 1) {
        parent.appendChild(choices.splice(Math.floor(Math.random() * left), 1)[0]);
      }
    }
    function show(step) {
      steps.forEach(function (one) { one.hidden = one !== step; });
      ending.hidden = step !== null;
      if (!step) return;
      list(step, '.conversation-choice').forEach(reset);
      var place = tailorbird.own(root, 'of', { n: steps.indexOf(step) + 1, count: steps.length });
      step.querySelector('.conversation-number').textContent = place;
      step.setAttribute('aria-label', place);
      step.querySelector('[data-action="back"]').hidden = !way.length;
    }
    function reset(choice) {
      choice.classList.remove('is-chosen');
      choice.querySelector('.conversation-answer').hidden = true;
      choice.querySelector('.conversation-say').disabled = false;
    }
    // Shows the face beside the text about the effect of the answer as well.
    function addFace(choice, step) {
      var feels = choice.querySelector('.conversation-feels');
      var portrait = step.querySelector('.portrait');
      if (!feels || !portrait) return;
      var face = portrait.cloneNode(true);
      face.classList.add('is-' + feels.getAttribute('data-mood'));
      feels.insertBefore(face, feels.firstChild);
    }
    function after(choice, step) {
      var next = choice.getAttribute('data-next');
      if (next === 'end') return null;
      return steps.filter(function (one) { return one.id === next; })[0] || steps[steps.indexOf(step) + 1] || null;
    }
    function focus(element) {
      element.setAttribute('tabindex', '-1');
      element.focus();
    }
    function goOn(choice, step) {
      var next = after(choice, step);
      way.push({ step: step, said: said.length });
      show(next);
      if (!next) {
        showReview();
        root.dispatchEvent(new CustomEvent('tailorbird-talked', { bubbles: true }));
      }
      focus(next || ending);
    }
    function choose(choice, step) {
      list(step, '.conversation-choice').forEach(reset);
      choice.classList.add('is-chosen');
      choice.querySelector('.conversation-say').disabled = true;
      var answer = choice.querySelector('.conversation-answer');
      answer.hidden = false;
      answer.setAttribute('role', 'group');
      answer.setAttribute('aria-label', list(answer, '.conversation-rating, .conversation-feels').map(tailorbird.visibleText).join('. '));
      said.push({
        heard: tailorbird.visibleText(step.querySelector('.conversation-heard blockquote, .conversation-heard > div')),
        why: list(answer, ':scope > p:not([class])').map(tailorbird.visibleText).join(' '),
        words: tailorbird.visibleText(choice.querySelector('.conversation-say')),
        rating: tailorbird.visibleText(choice.querySelector('.conversation-rating'))
      });
      focus(answer);
    }
    // On paper the conversation is not printed, so each answer is printed with what the other person said and why
    // the answer works.
    function addPart(item, name, text) {
      var part = document.createElement('span');
      part.className = 'review-' + name;
      part.textContent = text;
      item.appendChild(part);
    }
    function showReview() {
      while (review.firstChild) review.removeChild(review.firstChild);
      said.forEach(function (one) {
        var item = document.createElement('li');
        addPart(item, 'heard', one.heard);
        item.appendChild(document.createTextNode(one.rating + ': ' + one.words));
        addPart(item, 'why', one.why);
        review.appendChild(item);
      });
    }
    function makeButton(choice, step) {
      var words = choice.querySelector('.conversation-words');
      var button = document.createElement('button');
      button.type = 'button';
      button.className = 'conversation-say';
      while (words.firstChild) button.appendChild(words.firstChild);
      words.parentNode.replaceChild(button, words);
      button.addEventListener('click', function () { choose(choice, step); });
      addFace(choice, step);
      choice.querySelector('[data-action="retry"]').addEventListener('click', function () {
        reset(choice);
        button.focus();
      });
      choice.querySelector('[data-action="next"]').addEventListener('click', function () { goOn(choice, step); });
    }
    function goBack() {
      var before = way.pop();
      said = said.slice(0, Math.max(0, before.said - 1));
      show(before.step);
      focus(before.step);
    }
    function start() {
      said = [];
      way = [];
      steps.forEach(shuffle);
      show(steps[0]);
    }

    steps.forEach(function (step) {
      list(step, '.conversation-choice').forEach(function (choice) { makeButton(choice, step); });
    });
    tailorbird.on(root, 'back', goBack);
    tailorbird.on(root, 'restart', function () {
      start();
      focus(steps[0]);
    });
    tailorbird.on(root, 'print', function () { tailorbird.printOnly(root); });
    root.classList.add('is-live');
    start();
  });
}(window.tailorbird));
