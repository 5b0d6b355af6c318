// Plan: rows of weeks that the reader fills in; totals, what to look at again, print, and a file that the reader keeps.
// The plan stays in memory, or on this device when the reader asked for that.
(function (tailorbird) {
  'use strict';
  var fields = ['days', 'hours', 'tasks', 'adjustments', 'review'];
  var mostRows = 60;

  function hoursOf(text) {
    var number = Number(String(text).replace(',', '.'));
    return isFinite(number) && number >= 0 && number <= 80 ? number : null;
  }

  // A plan file as an object, or null: only what a plan can hold is taken.
  function readFile(text) {
    var plan = null;
    try { plan = JSON.parse(text); } catch (garbage) { return null; }
    if (!plan || plan.form !== 'tailorbird-plan' || plan.version !== 1 || !Array.isArray(plan.weeks)) return null;
    return plan.weeks.slice(0, mostRows).map(function (week) {
      var row = {};
      fields.forEach(function (field) {
        row[field] = week && typeof week[field] === 'string' ? week[field].slice(0, 500) : '';
      });
      return row;
    });
  }

  tailorbird.register('plan', function (root) {
    var name = 'plan.' + root.id;
    var body = root.querySelector('.plan-weeks');
    var blank = body.querySelector('.plan-week').cloneNode(true);
    var firstRows = body.querySelectorAll('.plan-week').length;
    var most = Number(root.getAttribute('data-most-hours-more')) || 0;

    function rows() { return Array.prototype.slice.call(body.querySelectorAll('.plan-week')); }
    function input(row, field) { return row.querySelector('[data-field="' + field + '"]'); }
    function values() {
      return rows().map(function (row) {
        var week = {};
        fields.forEach(function (field) { week[field] = input(row, field).value; });
        return week;
      });
    }
    function number(row, index) {
      row.querySelector('.plan-number').textContent = tailorbird.own(root, 'week', { n: index + 1 });
      fields.forEach(function (field) {
        var label = tailorbird.own(root, 'label-' + field, { n: index + 1 });
        input(row, field).setAttribute('aria-label', label);
      });
    }
    function addRow() {
      if (rows().length >= mostRows) return null;
      var row = blank.cloneNode(true);
      fields.forEach(function (field) { input(row, field).value = ''; });
      body.appendChild(row);
      number(row, rows().length - 1);
      return row;
    }
    function fill(weeks) {
      while (rows().length > Math.max(1, weeks.length)) body.removeChild(body.lastElementChild);
      while (rows().length < weeks.length) addRow();
      rows().forEach(function (row, index) {
        fields.forEach(function (field) { input(row, field).value = weeks[index] ? weeks[index][field] : ''; });
        number(row, index);
      });
    }

    // What is worth a second look. It informs; it never blocks.
    function remarks(weeks) {
      var found = [];
      var before = null;
      weeks.forEach(function (week, index) {
        if (week.hours === '') return;
        var hours = hoursOf(week.hours);
        var say = function (word, more) {
          found.push(tailorbird.own(root, word, { n: index + 1, more: more, most: most }));
        };
        if (hours === null) {
          say('remark-number', 0);
          return;
        }
        if (most && before !== null && hours - before > most) say('remark-step', Math.round((hours - before) * 10) / 10);
        before = hours;
      });
      if (before !== null && !weeks.some(function (week) { return week.review; })) {
        found.push(tailorbird.own(root, 'remark-review'));
      }
      return found;
    }
    function show() {
      var weeks = values();
      var total = weeks.reduce(function (sum, week) { return sum + (hoursOf(week.hours) || 0); }, 0);
      var words = total ? tailorbird.own(root, 'total', { hours: Math.round(total * 10) / 10 }) : '';
      root.querySelector('.plan-total').textContent = words;
      var list = root.querySelector('.plan-remarks');
      while (list.firstChild) list.removeChild(list.firstChild);
      remarks(weeks).forEach(function (text) {
        var item = document.createElement('li');
        item.textContent = text;
        list.appendChild(item);
      });
    }
    function changed() {
      tailorbird.store.set(name, values());
      show();
    }
    function restore() {
      var kept = tailorbird.store.get(name);
      fill(Array.isArray(kept) ? kept : new Array(firstRows).fill(null));
      show();
    }
    function load(file) {
      var reader = new FileReader();
      reader.onload = function () {
        var weeks = readFile(String(reader.result));
        if (weeks) {
          fill(weeks);
          changed();
        }
        tailorbird.announce(tailorbird.own(root, weeks ? 'loaded' : 'not-loaded'));
      };
      reader.onerror = function () { tailorbird.announce(tailorbird.own(root, 'not-loaded')); };
      if (file.size > 200000) tailorbird.announce(tailorbird.own(root, 'not-loaded'));
      else reader.readAsText(file);
    }

    body.addEventListener('input', changed);
    tailorbird.on(root, 'add', function () {
      var row = addRow();
      if (row) input(row, 'days').focus();
      changed();
    });
    tailorbird.on(root, 'remove', function () {
      if (rows().length > 1) body.removeChild(body.lastElementChild);
      changed();
    });
    tailorbird.on(root, 'print', function () { tailorbird.printOnly(root); });
    tailorbird.on(root, 'save', function () {
      tailorbird.download('plan.json', 'application/json',
        JSON.stringify({ form: 'tailorbird-plan', version: 1, weeks: values() }, null, 2) + '\n');
    });
    root.querySelector('[data-action="load"]').addEventListener('change', function (event) {
      if (event.target.files.length) load(event.target.files[0]);
      event.target.value = '';
    });
    tailorbird.store.onClear(restore);
    restore();
  });
}(window.tailorbird));
