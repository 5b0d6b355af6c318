// A learning record store (LRS) for cmi5, with the calls that a session needs. It gets three statements: initialized,
// completed, terminated; never one about a page. It also stores one document of this course: whether it was completed,
// and the place and the opened pages if the level of tracking includes them (15-tracking.js). Calls return at once as if
// they had succeeded; `answered` is called with the result when the LRS has answered.
tailorbirdScorm.cmi5 = {
  stateName: 'tailorbird',
  categories: 'https://w3id.org/xapi/cmi5/context/categories/',
  verbs: 'http://adlnet.gov/expapi/verbs/',

  // The LRS in the address of this page, or null.
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

// Registered before the listener of the shell, which sends its last statements then.
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

  // Fetches everything that is needed before the first statement.
  async prepare() {
    const answer = await (await fetch(this.launch.fetch, { method: 'POST' })).json();
    if (!answer['auth-token']) throw new Error(answer['error-text']);
    this.token = answer['auth-token'];
    const [data, kept] = await Promise.all([
      this.read('activities/state', this.ofState('LMS.LaunchData')),
      this.read('activities/state', this.ofState(tailorbirdScorm.cmi5.stateName)),
      // Required by cmi5 (11.0), though there are no audio or language preferences to apply.
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

  // Requests outlive the page if the browser supports that (keepalive).
  send(method, resource, parameters, content) {
    const headers = this.headers(content);
    if (tailorbirdScorm.cmi5.isGoing && this.isElsewhere()) return this.sendForm(method, resource, { ...parameters, ...headers, content });
    const address = this.address(resource) + '?' + new URLSearchParams(parameters);
    return fetch(address, { method, headers, body: content, keepalive: method !== 'GET' });
  }

  // When a page is unloaded, browsers send no CORS preflight requests, so only a simple form gets through to another
  // server. xAPI defines one: 1.0.3, part 3, 1.3 "Alternate Request Syntax".
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

  // A document, or null when there is none.
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

  // The visible time if the level of tracking includes it; otherwise the difference of the timestamps.
  duration() {
    return this.values.time || 'PT' + Math.floor((Date.now() - this.begin) / 1000) + 'S';
  }

  document() {
    const { status, place, state } = this.values;
    const all = { ...(status === 'completed' && { completed: true }), ...(place && { place }), ...(state && { state }) };
    return Object.keys(all).length > 0 ? JSON.stringify(all) : '';
  }

  // Sends all statements in one request, so that they arrive in order.
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
