/* A learning system for the preview: the APIs of SCORM 1.2 and 2004 in memory. It shows each call, and what would be stored. */
(function () {
  'use strict';
  /* What differs between the two versions: the prefix of the calls, and names and first values of what is stored. */
  var versions = {
    scorm12: { global: 'API', prefix: 'LMS', last: 'Finish', place: 'cmi.core.lesson_location', exit: 'cmi.core.exit', entry: 'cmi.core.entry', none: '',
      first: { 'cmi.core.lesson_mode': 'normal', 'cmi.core.credit': 'credit', 'cmi.core.student_id': 'preview', 'cmi.core.student_name': 'Preview',
        'cmi.core.lesson_status': 'not attempted', 'cmi.core.total_time': '0000:00:00.00' } },
    scorm2004: { global: 'API_1484_11', prefix: '', last: 'Terminate', place: 'cmi.location', exit: 'cmi.exit', entry: 'cmi.entry', none: 'ab-initio',
      first: { 'cmi.mode': 'normal', 'cmi.credit': 'credit', 'cmi.learner_id': 'preview', 'cmi.learner_name': 'Preview',
        'cmi.completion_status': 'unknown', 'cmi.success_status': 'unknown', 'cmi.total_time': 'PT0S' } }
  };
  var stored = {};     // after the last commit
  var sent = {};       // in this session
  var calls = [];
  var open = false;
  var changed = function () {};

  function note(name, detail) {
    calls.push({ name: name, detail: detail });
    changed();
  }

  function keep() { Object.keys(sent).forEach(function (key) { stored[key] = sent[key]; }); }

  function valueOf(version, key) {
    if (key === version.entry) return stored[version.exit] === 'suspend' ? 'resume' : version.none;
    var value = sent[key] !== undefined ? sent[key] : stored[key] !== undefined ? stored[key] : version.first[key];
    return value === undefined ? '' : value;
  }

  function finish(version) {
    if (!open) return 'false';
    keep();
    // SCORM 2004 begins anew after a session that does not suspend: place and data are not kept (RTE, cmi.exit).
    if (version === versions.scorm2004 && sent[version.exit] !== 'suspend') { delete stored[version.place]; delete stored['cmi.suspend_data']; }
    open = false;
    note(version.last, '');
    return 'true';
  }

  function api(version) {
    var made = {};
    made[version.prefix + 'Initialize'] = function () { open = true; sent = {}; note('Initialize', ''); return 'true'; };
    made[version.prefix + version.last] = function () { return finish(version); };
    made[version.prefix + 'GetValue'] = function (key) { return valueOf(version, key); };
    made[version.prefix + 'SetValue'] = function (key, value) { sent[key] = String(value); note('SetValue', key + ' = ' + value); return 'true'; };
    made[version.prefix + 'Commit'] = function () { keep(); note('Commit', ''); return 'true'; };
    made[version.prefix + 'GetLastError'] = function () { return '0'; };
    made[version.prefix + 'GetErrorString'] = made[version.prefix + 'GetDiagnostic'] = function () { return ''; };
    return made;
  }

  /* `format`: scorm12 or scorm2004. `listener` is called after each call. */
  function start(format, listener) {
    stop();
    changed = listener;
    calls = [];
    window[versions[format].global] = api(versions[format]);
  }

  function stop() {
    Object.keys(versions).forEach(function (name) { delete window[versions[name].global]; });
    changed = function () {};
  }

  function forget() { stored = {}; sent = {}; calls = []; open = false; }

  window.previewLearning = { start: start, stop: stop, forget: forget, calls: function () { return calls; }, stored: function () { return stored; } };
})();
