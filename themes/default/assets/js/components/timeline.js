// Timeline: dates counted from a first day of absence, which is only kept in memory and is gone with the page.
(function (tailorbird) {
  'use strict';

  // The days of an item by its attributes: a day or the end of a week, and its repetitions.
  function daysOf(item) {
    var first = Number(item.getAttribute('data-day'));
    var every = Number(item.getAttribute('data-every-days')) || 0;
    var until = Number(item.getAttribute('data-until-days')) || first;
    var days = [first];
    while (every && days[days.length - 1] + every <= until) days.push(days[days.length - 1] + every);
    return days;
  }

  function eventsOf(root, start) {
    var events = [];
    Array.prototype.forEach.call(root.querySelectorAll('.timeline-item'), function (item, index) {
      if (item.closest('.is-off')) return;
      daysOf(item).forEach(function (day) {
        // The title is neutral, since calendars are shared and many people may see it. It contains the week, so that
        // calendars do not merge two entries; another first day makes separate entries.
        events.push({ uid: root.id + '-' + index + '-' + day + '-' + tailorbird.dates.iso(start), date: tailorbird.dates.iso(tailorbird.dates.plus(start, day)),
          title: tailorbird.own(root, 'event') + ' ' + Math.max(1, Math.ceil(day / 7)), words: tailorbird.own(root, 'do') });
      });
    });
    return events;
  }

  tailorbird.register('timeline', function (root) {
    var input = root.querySelector('input[type="date"]');
    function show() {
      var start = tailorbird.dates.parse(input.value);
      Array.prototype.forEach.call(root.querySelectorAll('.timeline-item'), function (item) {
        var place = item.querySelector('.timeline-date');
        place.textContent = '';
        if (!start) return;
        var today = tailorbird.dates.parse(tailorbird.dates.iso(new Date()));
        var dates = daysOf(item).map(function (day) { return tailorbird.dates.plus(start, day); });
        var coming = dates.filter(function (date) { return date >= today; });
        place.textContent = tailorbird.dates.inWords(coming[0] || dates[dates.length - 1]);
        item.classList.toggle('is-past', coming.length === 0);
      });
      Array.prototype.forEach.call(root.querySelectorAll('[data-action="calendar"]'), function (button) {
        button.disabled = !start;
      });
      if (start) tailorbird.announce(tailorbird.own(root, 'shown'));
    }
    input.addEventListener('change', show);
    tailorbird.on(root, 'calendar', function () {
      var start = tailorbird.dates.parse(input.value);
      if (!start) return;
      tailorbird.withFiles(root, function (files) {
        tailorbird.download('dates.ics', files.calendar.type, files.calendarOf('Timeline', eventsOf(root, start)));
      });
    });
    tailorbird.on(root, 'print', function () { tailorbird.printOnly(root); });
    tailorbird.store.onClear(function () {
      input.value = '';
      show();
    });
    show();
  });
}(window.tailorbird));
