// Plan: rows of weeks that the reader fills in, with dates, totals, warnings, undo, print, and downloads. The draft is
// kept for this tab, or on this device when the reader asks.
(function (tailorbird) {
  'use strict';
  var fields = ['days', 'hours', 'tasks', 'adjustments', 'review'];
  var mostRows = 60;
  var mostUndo = 30;
  // The hours of a full bar.
  var fullWeek = 40;

  function list(root, selector) { return Array.prototype.slice.call(root.querySelectorAll(selector)); }
  function hoursOf(text) {
    var number = Number(String(text).replace(',', '.'));
    return isFinite(number) && number >= 0 && number <= 80 ? number : null;
  }
  function textOf(value, most) { return typeof value === 'string' ? value.slice(0, most) : ''; }

  // The plan with only the known fields: { start, weeks: [{ days, hours, tasks, adjustments, review }] }.
  function cleaned(plan) {
    // Earlier versions stored only the weeks.
    if (Array.isArray(plan)) plan = { weeks: plan };
    if (!plan || !Array.isArray(plan.weeks)) return null;
    return { start: textOf(plan.start, 10), weeks: plan.weeks.slice(0, mostRows).map(function (week) {
      var row = {};
      fields.forEach(function (field) { row[field] = textOf(week && week[field], 2000); });
      return row;
    }) };
  }

  // The short names of the days, Monday first, in the page's language.
  function dayNames() {
    // 5 January 2026 is a Monday.
    return [5, 6, 7, 8, 9, 10, 11].map(function (day) {
      try {
        return new Date(2026, 0, day, 12).toLocaleDateString(document.documentElement.lang, { weekday: 'short' }).replace('.', '');
      } catch (unknownLanguage) { return String(day - 4); }
    });
  }

  // Adds seven buttons that write the names of the chosen days into `input`. They replace the field unless it contains
  // other words.
  function addDays(input, names, label) {
    var group = document.createElement('span');
    group.className = 'plan-days';
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', label);
    names.forEach(function (name) {
      var button = document.createElement('button');
      button.type = 'button';
      button.textContent = name;
      button.addEventListener('click', function () {
        button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
        input.value = list(group, '[aria-pressed="true"]').map(function (one) { return one.textContent; }).join(' ');
        input.dispatchEvent(new Event('input', { bubbles: true }));
      });
      group.appendChild(button);
    });
    input.parentNode.insertBefore(group, input);
    return group;
  }
  function showDays(row, names) {
    var input = row.querySelector('[data-field="days"]');
    var words = input.value.split(/\s+/).filter(Boolean);
    var plain = words.every(function (word) { return names.indexOf(word) >= 0; });
    var group = row.querySelector('.plan-days');
    group.hidden = !plain;
    input.classList.toggle('is-instead', plain);
    list(group, 'button').forEach(function (button) {
      button.setAttribute('aria-pressed', String(words.indexOf(button.textContent) >= 0));
    });
  }

  // Warnings about the plan. They never block anything.
  function remarks(root, weeks, most) {
    var found = [];
    var before = null;
    weeks.forEach(function (week, index) {
      if (week.hours === '') return;
      var hours = hoursOf(week.hours);
      function say(word, more) { found.push(tailorbird.own(root, word, { n: index + 1, more: more, most: most })); }
      if (hours === null) {
        say('remark-number', 0);
        return;
      }
      if (most && before !== null && hours - before > most) say('remark-step', Math.round((hours - before) * 10) / 10);
      before = hours;
    });
    if (before !== null && !weeks.some(function (week) { return week.review; })) found.push(tailorbird.own(root, 'remark-review'));
    return found;
  }

  tailorbird.register('plan', function (root) {
    var name = 'plan.' + root.id;
    var body = root.querySelector('.plan-weeks');
    var blank = body.querySelector('.plan-week').cloneNode(true);
    var firstRows = list(body, '.plan-week').length;
    var start = root.querySelector('[data-plan="start"]');
    var most = Number(root.getAttribute('data-most-hours-more')) || 0;
    var names = dayNames();
    // Earlier plans, for undo.
    var past = [];
    // The plan as shown.
    var current = null;

    function rows() { return list(body, '.plan-week'); }
    function input(row, field) { return row.querySelector('[data-field="' + field + '"]'); }
    function values() {
      return { start: start.value, weeks: rows().map(function (row) {
        var week = {};
        fields.forEach(function (field) { week[field] = input(row, field).value; });
        return week;
      }) };
    }
    function labelOf(row, field) {
      return input(row, field).closest('td').getAttribute('data-label') + ', ' + row.querySelector('.plan-number').textContent;
    }
    function number(row, index) {
      row.querySelector('.plan-number').textContent = tailorbird.own(root, 'week', { n: index + 1 });
      fields.forEach(function (field) {
        input(row, field).setAttribute('aria-label', labelOf(row, field));
        input(row, field).autocomplete = 'off';
      });
      if (!row.querySelector('.plan-days')) addDays(input(row, 'days'), names, labelOf(row, 'days'));
    }
    function addRow() {
      if (rows().length >= mostRows) return null;
      var row = blank.cloneNode(true);
      fields.forEach(function (field) { input(row, field).value = ''; });
      body.appendChild(row);
      number(row, rows().length - 1);
      return row;
    }
    function fill(plan) {
      start.value = plan.start;
      while (rows().length > Math.max(1, plan.weeks.length)) body.removeChild(body.lastElementChild);
      while (rows().length < plan.weeks.length) addRow();
      rows().forEach(function (row, index) {
        fields.forEach(function (field) { input(row, field).value = plan.weeks[index] ? plan.weeks[index][field] : ''; });
        number(row, index);
      });
    }
    function empty() { return cleaned({ start: '', weeks: new Array(firstRows).fill(null) }); }

    // The first and last day of each week, in words. Weeks are from Monday to Sunday, but the first begins on the first
    // day of the plan. Empty without a first day.
    function dates() {
      var first = tailorbird.dates.parse(start.value);
      return rows().map(function (row, index) {
        if (!first) return '';
        var monday = tailorbird.dates.plus(first, 7 * index - (first.getDay() + 6) % 7);
        var ends = [index ? monday : first, tailorbird.dates.plus(monday, 6)].map(tailorbird.dates.brief);
        return ends[0] === ends[1] ? ends[0] : ends.join(' \u2013 ');
      });
    }
    function showRow(row, week, dates) {
      var hours = hoursOf(week.hours);
      row.querySelector('.plan-dates').textContent = dates;
      row.querySelector('.plan-bar').classList.toggle('is-filled', !!hours);
      row.querySelector('.plan-bar span').style.width = Math.min(100, 100 * (hours || 0) / fullWeek) + '%';
      input(row, 'hours').setAttribute('aria-invalid', String(week.hours !== '' && hours === null));
      input(row, 'hours').setAttribute('aria-describedby', root.id + '-remarks');
      showDays(row, names);
    }
    function show() {
      var plan = values();
      var when = dates();
      rows().forEach(function (row, index) { showRow(row, plan.weeks[index], when[index]); });
      var total = plan.weeks.reduce(function (sum, week) { return sum + (hoursOf(week.hours) || 0); }, 0);
      root.querySelector('.plan-total').textContent = total ? tailorbird.own(root, 'total', { hours: Math.round(total * 10) / 10 }) : '';
      var notes = root.querySelector('.plan-remarks');
      while (notes.firstChild) notes.removeChild(notes.firstChild);
      remarks(root, plan.weeks, most).forEach(function (text) {
        notes.appendChild(document.createElement('li')).textContent = text;
      });
      root.querySelector('[data-action="undo"]').disabled = !past.length;
      root.querySelector('[data-action="calendar"]').disabled = !plan.weeks.some(function (week) { return week.review; });
      current = plan;
    }
    function changed() {
      tailorbird.store.set(name, values());
      show();
    }
    // Call it before a change that could lose entries.
    function remember(plan) { past = past.concat([plan]).slice(-mostUndo); }
    function restore() {
      fill(cleaned(tailorbird.store.get(name)) || empty());
      show();
    }
    function load(file) {
      tailorbird.withFiles(root, function (files) {
        files.read(file, function (read) {
          var plan = cleaned(read);
          if (plan) {
            remember(values());
            fill(plan);
            changed();
          }
          tailorbird.announce(tailorbird.own(root, plan ? 'loaded' : 'not-loaded'));
        });
      });
    }
    function focusOn(row) {
      var group = row.querySelector('.plan-days');
      (group.hidden ? input(row, 'days') : group.querySelector('button')).focus();
    }
    function grow(from) {
      remember(values());
      var row = addRow();
      if (!row) return;
      if (from) fields.forEach(function (field) { if (field !== 'review') input(row, field).value = from[field]; });
      changed();
      focusOn(row);
    }

    body.addEventListener('input', changed);
    start.addEventListener('input', changed);
    tailorbird.on(root, 'add', function () { grow(null); });
    tailorbird.on(root, 'copy', function () { grow(values().weeks.pop()); });
    tailorbird.on(root, 'remove', function () {
      if (rows().length < 2) return;
      remember(values());
      body.removeChild(body.lastElementChild);
      changed();
    });
    tailorbird.on(root, 'undo', function () {
      fill(past.pop());
      changed();
      tailorbird.announce(tailorbird.own(root, 'undone'));
    });
    tailorbird.on(root, 'print', function () { tailorbird.printOnly(root); });
    ['word', 'odt', 'table', 'calendar', 'save'].forEach(function (kind) {
      tailorbird.on(root, kind, function () {
        tailorbird.withFiles(root, function (files) {
          tailorbird.download(files[kind].name, files[kind].type, files[kind].make(root, values(), dates()));
        });
      });
    });
    root.querySelector('[data-action="load"]').addEventListener('change', function (event) {
      if (event.target.files.length) load(event.target.files[0]);
      event.target.value = '';
    });
    tailorbird.store.onClear(function () {
      if (JSON.stringify(current) !== JSON.stringify(empty())) remember(current);
      restore();
    });
    rows().forEach(number);
    restore();
  });
}(window.tailorbird));
