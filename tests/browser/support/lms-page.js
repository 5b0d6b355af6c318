// The page of a learning system: puts an API where the scenario wants it and opens the course there. What it knows
// comes from the address: system, version, mode, fail, scenario, learner, course, beacon.
(() => {
  'use strict';
  const given = new URLSearchParams(location.search);
  const version = given.get('version');
  const names = { '1.2': 'API', '2004': 'API_1484_11' };

  // As Moodle does: a request that is waited for; in a page that is going away, one that is not.
  const save = (values, reason) => {
    const body = JSON.stringify({ values, reason });
    const address = `/commit/${given.get('learner')}`;
    try {
      const request = new XMLHttpRequest();
      request.open('POST', address, false);
      request.send(body);
      return request.status === 200;
    } catch (goingAway) {
      return given.get('beacon') === 'yes' && navigator.sendBeacon(address, body);
    }
  };
  const stored = () => {
    const request = new XMLHttpRequest();
    request.open('GET', `/stored/${given.get('learner')}?version=${version}`, false);
    request.send();
    return JSON.parse(request.responseText);
  };

  // scorm-again keeps values by itself; its calls are written down on their way in.
  const again = () => {
    const settings = { autocommit: false, logLevel: 5, lmsCommitUrl: `/commit-again/${given.get('learner')}`,
      dataCommitFormat: 'flattened', mastery_override: false };
    const api = version === '1.2' ? new window.Scorm12API(settings) : new window.Scorm2004API(settings);
    const mode = version === '1.2' ? 'cmi.core.lesson_mode' : 'cmi.mode';
    api.loadFromFlattenedJSON({ ...stored(), [mode]: given.get('mode') }, '');
    const calls = [];
    const kinds = { initialize: ['LMSInitialize', 'Initialize'], terminate: ['LMSFinish', 'Terminate'],
      get: ['LMSGetValue', 'GetValue'], set: ['LMSSetValue', 'SetValue'], commit: ['LMSCommit', 'Commit'] };
    Object.keys(kinds).forEach((call) => {
      const name = kinds[call][version === '1.2' ? 0 : 1];
      const real = api[name].bind(api);
      api[name] = (...values) => {
        const result = real(...values);
        calls.push({ call, given: values, result: String(result), at: Date.now() });
        return result;
      };
    });
    return { api, calls, violations: [] };
  };
  const strict = () => window.strictLms({ version, stored: stored(), mode: given.get('mode'), fail: given.get('fail'), save });

  const offer = () => {
    window.lms = given.get('system') === 'again' ? again() : strict();
    window[names[version]] = window.lms.api;
  };
  const show = (address, attributes) => {
    const frame = document.createElement('iframe');
    Object.assign(frame, { width: 900, height: 600, src: address });
    Object.keys(attributes || {}).forEach((name) => frame.setAttribute(name, attributes[name]));
    document.body.appendChild(frame);
  };
  const course = `${location.origin}/courses/${given.get('course')}/index.html`;
  const around = (origin, address) => `${origin}/lms/frame?src=${encodeURIComponent(address)}`;
  const scenarios = {
    parent: () => { offer(); show(course); },
    grandparent: () => { offer(); show(around(location.origin, course)); },
    'behind-another-origin': () => { offer(); show(around(given.get('other'), course)); },
    'frame-called-api': () => { offer(); show(`${around(location.origin, course)}&named=${names[version]}`); },
    opener: () => { offer(); document.body.onclick = () => window.open(course, 'player', 'width=900,height=600'); },
    'opener-of-parent': () => {
      offer();
      document.body.onclick = () => window.open(around(location.origin, course), 'player', 'width=900,height=600');
    },
    deep: () => {
      offer();
      show([1, 2, 3, 4, 5, 6, 7].reduce((address) => around(location.origin, address), course));
    },
    late: () => { show(course); window.setTimeout(offer, 1200); },
    none: () => show(course),
    sandbox: () => { offer(); show(course, { sandbox: 'allow-scripts' }); },
    'sandbox-same-origin': () => { offer(); show(course, { sandbox: 'allow-scripts allow-same-origin' }); },
  };
  scenarios[given.get('scenario')]();
})();
