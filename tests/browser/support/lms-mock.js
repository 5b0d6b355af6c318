// A learning system that is as strict as the strictest: it refuses what Moodle's data model refuses, stores what Moodle
// stores (mod/scorm/datamodels/scorm_12.js and scorm_13.js, StoreData), and writes down every call. Runs in a page;
// tests/browser/support/lms-server.mjs keeps what is committed.
(() => {
  'use strict';
  const bytes = (text) => new TextEncoder().encode(text).length;
  const plainLine = (most) => (value) => bytes(value) <= most && /^[\x20-\x7e]*$/.test(value);
  const oneOf = (...words) => (value) => words.includes(value);
  const matches = (pattern) => (value) => pattern.test(value);

  // Times in seconds, from and to the form of each version.
  const clock = {
    seconds: (text) => text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0),
    text: (seconds) => [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':'),
  };
  const duration = {
    seconds: (text) => {
      const [, hours, minutes, seconds] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(text);
      return Number(hours || 0) * 3600 + Number(minutes || 0) * 60 + Number(seconds || 0);
    },
    text: (seconds) => `PT${Math.floor(seconds / 3600)}H${Math.floor(seconds / 60) % 60}M${seconds % 60}S`,
  };

  // Elements that may be written, and their values. Whatever is not here is refused: no score, no interactions.
  const models = {
    '1.2': {
      calls: { LMSInitialize: 'initialize', LMSFinish: 'terminate', LMSGetValue: 'get', LMSSetValue: 'set', LMSCommit: 'commit',
        LMSGetLastError: 'error', LMSGetErrorString: 'text', LMSGetDiagnostic: 'text' },
      status: 'cmi.core.lesson_status',
      exit: 'cmi.core.exit',
      writable: {
        'cmi.core.lesson_status': oneOf('passed', 'completed', 'failed', 'incomplete', 'browsed'),
        'cmi.core.lesson_location': plainLine(255),
        'cmi.core.exit': oneOf('time-out', 'suspend', 'logout', ''),
        'cmi.core.session_time': matches(/^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/),
        'cmi.suspend_data': plainLine(4096),
      },
      times: clock,
      session: 'cmi.core.session_time',
      total: 'cmi.core.total_time',
      fixed: (mode) => ({ 'cmi.core.lesson_mode': mode, 'cmi.core.credit': 'credit', 'cmi.core.student_id': 's1' }),
      unset: 'not attempted',
    },
    '2004': {
      calls: { Initialize: 'initialize', Terminate: 'terminate', GetValue: 'get', SetValue: 'set', Commit: 'commit',
        GetLastError: 'error', GetErrorString: 'text', GetDiagnostic: 'text' },
      status: 'cmi.completion_status',
      exit: 'cmi.exit',
      writable: {
        'cmi.completion_status': oneOf('completed', 'incomplete', 'not attempted', 'unknown'),
        'cmi.location': plainLine(1000),
        'cmi.exit': oneOf('time-out', 'suspend', 'logout', 'normal', ''),
        'cmi.session_time': matches(/^P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/),
        'cmi.suspend_data': plainLine(64000),
      },
      times: duration,
      session: 'cmi.session_time',
      total: 'cmi.total_time',
      fixed: (mode) => ({ 'cmi.mode': mode, 'cmi.credit': 'credit', 'cmi.learner_id': 's1' }),
      unset: 'unknown',
    },
  };

  // settings: version, stored (values of the last session), mode, fail (which calls fail), save(values): whether it was
  // kept. Returns { api, calls, violations, failing }: `failing.commit` makes commits fail from then on.
  window.strictLms = (settings) => {
    const model = models[settings.version];
    const values = Object.assign({}, settings.stored);
    const fixed = model.fixed(settings.mode);
    const calls = [];
    const violations = [];
    const failing = { commit: settings.fail === 'commit' };
    let state = 'new';
    let commits = 0;

    // The session's time is not a value of its own: it is added up when the session ends.
    const save = (reason) => {
      const kept = Object.assign({}, values);
      const spent = kept[model.session];
      delete kept[model.session];
      if (reason === 'terminate') {
        const before = kept[model.total] ? model.times.seconds(kept[model.total]) : 0;
        kept[model.total] = model.times.text(before + (spent ? model.times.seconds(spent) : 0));
      }
      return settings.save(kept, reason);
    };

    const refuse = (why) => {
      violations.push(why);
      return 'false';
    };
    const actions = {
      initialize: (argument) => {
        if (argument !== '') return refuse('Initialize without ""');
        if (state !== 'new') return refuse(`Initialize while ${state}`);
        if (settings.fail === 'initialize') return 'false';
        state = 'running';
        return 'true';
      },
      terminate: (argument) => {
        if (argument !== '') return refuse('Terminate without ""');
        if (state !== 'running') return refuse(`Terminate while ${state}`);
        state = 'terminated';
        // Moodle: a course of SCORM 1.2 that says no status has completed, in every mode.
        if (settings.version === '1.2' && !values[model.status]) values[model.status] = 'completed';
        return String(!failing.commit && save('terminate'));
      },
      get: (element) => {
        if (state !== 'running') return refuse(`GetValue(${element}) while ${state}`);
        if (element in fixed) return fixed[element];
        if (!(element in model.writable)) return refuse(`GetValue(${element}): unknown`) && '';
        return values[element] || (element === model.status ? model.unset : '');
      },
      set: (element, value) => {
        if (state !== 'running') return refuse(`SetValue(${element}) while ${state}`);
        if (settings.mode === 'review') return refuse(`SetValue(${element}) in mode review`);
        if (typeof value !== 'string') return refuse(`SetValue(${element}): no text`);
        if (!(element in model.writable)) return refuse(`SetValue(${element}): unknown or not to be written`);
        if (!model.writable[element](value)) return refuse(`SetValue(${element}, ${value}): refused`);
        if (settings.fail === 'set') return 'false';
        values[element] = value;
        return 'true';
      },
      commit: (argument) => {
        if (argument !== '') return refuse('Commit without ""');
        if (state !== 'running') return refuse(`Commit while ${state}`);
        if (settings.mode === 'review') return refuse('Commit in mode review');
        commits += 1;
        if (failing.commit || (settings.fail === 'commit-once' && commits === 2)) return 'false';
        return String(save('commit'));
      },
      error: () => '0',
      text: () => '',
    };
    const api = {};
    Object.keys(model.calls).forEach((name) => {
      api[name] = (...given) => {
        const result = settings.fail === 'throw' ? 'throws' : actions[model.calls[name]](...given);
        calls.push({ call: model.calls[name], given, result, at: Date.now() });
        if (result === 'throws') throw new Error('the learning system is in trouble');
        return result;
      };
    });
    return { api, calls, violations, failing };
  };
})();
