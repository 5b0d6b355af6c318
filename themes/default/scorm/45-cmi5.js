// A learning record store (LRS) as cmi5 has it, behind the calls of a session. It hears three statements: initialized,
// completed, terminated; never one about a page. What it keeps besides is one document of this course: whether it was
// completed, and the place and the opened pages as far as the level of tracking has them (15-tracking.js). Calls are
// answered at once, as if all went well; what the LRS answers later, `answered` hears.
tailorbirdScorm.cmi5 = {
  stateName: 'tailorbird',
  categories: 'https://w3id.org/xapi/cmi5/context/categories/',
  verbs: 'http://adlnet.gov/expapi/verbs/',

  // The LRS that the address of this page names, or null.
  find: address => {
    const given = new URLSearchParams(address);
    const launch = {};
    ['endpoint', 'fetch', 'actor', 'registration', 'activityId'].forEach(name => { launch[name] = given.get(name); });
    launch.agent = tailorbirdScorm.attempt(() => JSON.parse(launch.actor));
    if (!launch.endpoint || !launch.fetch || !launch.agent || !launch.activityId) return null;
    return new tailorbirdScorm.Lrs(launch);
  },

  uuid: () => '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, digit =>
    (digit ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> digit / 4).toString(16))
};

// Listened for before the shell does, which says its last words then.
window.addEventListener('pagehide', () => { tailorbirdScorm.cmi5.isGoing = true; });

tailorbirdScorm.Lrs = class {
  constructor(launch) {
    this.launch = launch;
    this.answered = () => {};
    this.values = {}; // by name: status, place, state, time
    this.waiting = []; // statements that the LRS has not confirmed
    this.keptState = ''; // the document as the LRS has it
    this.isSending = this.isFailing = this.isNewlyCompleted = false;
  }

  // Everything that has to be known before the first statement.
  async prepare() {
    const answer = await (await fetch(this.launch.fetch, { method: 'POST' })).json();
    if (!answer['auth-token']) throw new Error(answer['error-text']);
    this.token = answer['auth-token'];
    const [data, kept] = await Promise.all([
      this.read('activities/state', this.ofState('LMS.LaunchData')),
      this.read('activities/state', this.ofState(tailorbirdScorm.cmi5.stateName)),
      // Asked for because cmi5 wants it (11.0): there is neither sound nor another language to choose.
      this.read('agents/profile', { profileId: 'cmi5LearnerPreferences', agent: this.launch.actor })
    ]);
    if (!data || !data.contextTemplate) throw new Error('no launch data');
    this.data = data;
    this.returnUrl = data.returnURL;
    const { completed, place, state } = kept || {};
    Object.assign(this.values, { status: completed ? 'completed' : '', place: place || '', state: state || '' });
    this.keptState = this.document();
  }

  ofState(stateId) {
    const { activityId, actor, registration } = this.launch;
    return { activityId, agent: actor, registration, stateId };
  }

  // What is said outlives the page, as far as the browser promises that.
  send(method, resource, parameters, content) {
    const headers = this.headers(content);
    if (tailorbirdScorm.cmi5.isGoing && this.isElsewhere()) return this.sendForm(method, resource, { ...parameters, ...headers, content });
    const address = this.address(resource) + '?' + new URLSearchParams(parameters);
    return fetch(address, { method, headers, body: content, keepalive: method !== 'GET' });
  }

  // From a page that is going no browser asks another server for leave first (CORS), so that nothing but a form gets
  // through. xAPI has a form for this: 1.0.3, part 3, 1.3 "Alternate Request Syntax".
  sendForm(method, resource, fields) {
    const form = new URLSearchParams();
    Object.keys(fields).forEach(name => fields[name] === undefined || form.set(name, fields[name]));
    const isSent = navigator.sendBeacon(this.address(resource) + '?method=' + method, form);
    return Promise.resolve({ ok: isSent });
  }

  headers(content) {
    return { Authorization: 'Basic ' + this.token, 'X-Experience-API-Version': '1.0.3',
      ...(content && { 'Content-Type': 'application/json' }) };
  }

  address(resource) { return this.launch.endpoint.replace(/\/?$/, '/') + resource; }

  isElsewhere() { return new URL(this.launch.endpoint, window.location.href).origin !== window.location.origin; }

  // A document, or null where there is none.
  async read(resource, parameters) {
    const answer = await this.send('GET', resource, parameters);
    if (answer.status === 404) return null;
    if (!answer.ok) throw new Error(resource + ': ' + answer.status);
    return answer.json();
  }

  say(verb, result) {
    const { categories, verbs, uuid } = tailorbirdScorm.cmi5;
    const context = JSON.parse(JSON.stringify(this.data.contextTemplate));
    const activities = context.contextActivities = context.contextActivities || {};
    const category = [].concat(activities.category || [], { id: categories + 'cmi5' });
    if (result && result.completion) category.push({ id: categories + 'moveon' });
    activities.category = category;
    context.registration = this.launch.registration;
    this.waiting.push({ id: uuid(), actor: this.launch.agent, verb: { id: verbs + verb, display: { en: verb } },
      object: { objectType: 'Activity', id: this.launch.activityId }, context, timestamp: new Date().toISOString(),
      ...(result && { result }) });
  }

  // The time in view where the level tells it; otherwise what the timestamps tell anyway.
  duration() {
    return this.values.time || 'PT' + Math.floor((Date.now() - this.begin) / 1000) + 'S';
  }

  document() {
    const { status, place, state } = this.values;
    const all = { ...(status === 'completed' && { completed: true }), ...(place && { place }), ...(state && { state }) };
    return Object.keys(all).length > 0 ? JSON.stringify(all) : '';
  }

  // Statements in one request, so that they arrive in their order.
  async flush(isLast) {
    if (this.isSending && !isLast) return;
    const [statements, document] = [this.waiting.slice(), this.document()];
    if (statements.length === 0 && document === this.keptState) return;
    this.isSending = true;
    const sent = [];
    if (document !== this.keptState) {
      const state = this.ofState(tailorbirdScorm.cmi5.stateName);
      sent.push(document ? this.send('PUT', 'activities/state', state, document) : this.send('DELETE', 'activities/state', state));
    }
    if (statements.length > 0) sent.push(this.send('POST', 'statements', {}, JSON.stringify(statements)));
    const answers = await Promise.all(sent).catch(() => [{ ok: false }]);
    this.isSending = false;
    this.hear(answers.every(answer => answer.ok), statements, document);
  }

  hear(isKept, statements, document) {
    const wasFailing = this.isFailing;
    this.isFailing = !isKept;
    if (isKept) {
      this.waiting = this.waiting.filter(one => statements.indexOf(one) < 0);
      this.keptState = document;
      this.flush();
    }
    if (wasFailing !== this.isFailing) this.answered(isKept);
  }

  initialize() {
    this.begin = Date.now();
    this.say('initialized');
    this.flush();
    return 'true';
  }

  get(name) {
    return name === 'mode' ? String(this.data.launchMode || 'Normal').toLowerCase() : this.values[name];
  }

  set(name, value) {
    if (name === 'status' && value === 'completed' && this.values.status !== value) this.isNewlyCompleted = true;
    this.values[name] = value;
    return 'true';
  }

  commit() {
    if (this.isNewlyCompleted) this.say('completed', { completion: true, duration: this.duration() });
    this.isNewlyCompleted = false;
    this.flush();
    return String(!this.isFailing);
  }

  terminate() {
    this.say('terminated', { duration: this.duration() });
    this.ended = this.flush(true);
    return String(!this.isFailing);
  }
};
