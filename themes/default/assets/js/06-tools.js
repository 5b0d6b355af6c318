// Helpers that several components share.
(function (tailorbird) {
  'use strict';

  // Words of a component in the page's language: <span hidden data-word="progress">{done} of {all}</span>.
  tailorbird.own = function (root, name, values) {
    var element = root.querySelector('[data-word="' + name + '"]');
    var text = element ? element.textContent : '';
    Object.keys(values || {}).forEach(function (key) { text = text.split('{' + key + '}').join(String(values[key])); });
    return text;
  };

  // Offers `text` as a download with a neutral name. The file is made on this device; nothing is sent.
  tailorbird.download = function (name, type, text) {
    var address = URL.createObjectURL(new Blob([text], { type: type }));
    var link = document.createElement('a');
    link.href = address;
    link.download = name;
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
    window.setTimeout(function () { URL.revokeObjectURL(address); }, 10000);
  };

  // Downloads are made by a separate script (components/plan-files.js), which is loaded when the first one is
  // requested.
  tailorbird.withFiles = function (root, act) {
    function done() { act(tailorbird.files); }
    if (tailorbird.files) { done(); return; }
    var script = document.createElement('script');
    script.src = root.dataset.files;
    script.onload = done;
    document.head.append(script);
  };

  // Prints one component alone: the print style sheet hides everything that is not marked.
  tailorbird.printOnly = function (element) {
    document.documentElement.classList.add('printing-one');
    element.classList.add('is-printed');
    function done() {
      document.documentElement.classList.remove('printing-one');
      element.classList.remove('is-printed');
      window.removeEventListener('afterprint', done);
    }
    window.addEventListener('afterprint', done);
    window.print();
  };

  // Calls `action` when a button with data-action="name" inside `root` is pressed.
  tailorbird.on = function (root, name, action) {
    Array.prototype.forEach.call(root.querySelectorAll('[data-action="' + name + '"]'), function (button) {
      button.addEventListener('click', action);
    });
  };

  // The visible text of an element, without hidden variants.
  tailorbird.visibleText = function (element) {
    var copy = element.cloneNode(true);
    Array.prototype.forEach.call(copy.querySelectorAll('[hidden], .is-off, .when-label'), function (part) {
      part.parentNode.removeChild(part);
    });
    return copy.textContent.replace(/\s+/g, ' ').trim();
  };

  // A local date as 2026-11-02, and back. Days are counted in local time, so that no zone shifts them.
  tailorbird.dates = {
    parse: function (text) {
      var parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
      if (!parts) return null;
      var date = new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]), 12);
      return date.getMonth() === Number(parts[2]) - 1 ? date : null;
    },
    plus: function (date, days) {
      return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, 12);
    },
    iso: function (date) {
      function two(number) { return (number < 10 ? '0' : '') + number; }
      return date.getFullYear() + '-' + two(date.getMonth() + 1) + '-' + two(date.getDate());
    },
    // "2 March"
    brief: function (date) {
      try {
        return date.toLocaleDateString(document.documentElement.lang, { day: 'numeric', month: 'long' });
      } catch (unknownLanguage) {
        return tailorbird.dates.iso(date);
      }
    },
    inWords: function (date) {
      try {
        return date.toLocaleDateString(document.documentElement.lang, { weekday: 'short', day: 'numeric',
          month: 'long', year: 'numeric' });
      } catch (unknownLanguage) {
        return tailorbird.dates.iso(date);
      }
    }
  };
}(window.tailorbird));
