// One session with the learning system: one Initialize, one Terminate, every answer checked. It says the place, the
// opened pages, "incomplete" or "completed", and the time; nothing else (docs/lms.md). What the system refuses is
// offered again; reading goes on. `report` hears recording, preview, completed, not-started or not-saved.
tailorbirdScorm.Session = class {
  constructor(api, version, report) {
    Object.assign(this, { api, version, report });
    this.isOpen = this.isReadOnly = this.isCompleted = false;
    this.wanted = {}; // values by element that the system has not taken
    this.taken = {}; // those that it took
    this.isSaved = true;
    this.failures = this.lastCommit = this.timer = this.seconds = 0;
    this.shownSince = document.visibilityState === 'hidden' ? 0 : Date.now();
  }

  call(name, ...values) {
    return tailorbirdScorm.attempt(() => this.api[this.version.calls[name]](...values));
  }

  // Some systems answer with booleans.
  isDone(name, ...values) { return String(this.call(name, ...values)) === 'true'; }

  // Systems without a value answer "", null or false.
  get(element) { return String(this.call('get', element) || ''); }

  put(element, value) {
    if (this.isReadOnly) return;
    delete this.wanted[element];
    if (this.taken[element] === value) return;
    this.wanted[element] = value;
    this.isSaved = false;
    this.offer();
  }

  offer() {
    Object.keys(this.wanted).forEach(element => {
      if (!this.isDone('set', element, this.wanted[element])) return;
      this.taken[element] = this.wanted[element];
      delete this.wanted[element];
    });
  }

  // Returns {place, state} as the system kept them, or null when it did not begin a session.
  start() {
    if (!this.isDone('initialize', '')) {
      this.report('not-started');
      return null;
    }
    this.isOpen = true;
    this.isReadOnly = /^(browse|review)$/.test(this.get(this.version.mode));
    this.isCompleted = /^(completed|passed)$/.test(this.get(this.version.status));
    const kept = { place: this.get(this.version.place), state: this.get(this.version.state) };
    if (!this.isCompleted) this.put(this.version.status, 'incomplete');
    this.put(this.version.exit, this.version.exitValue(this.isCompleted));
    this.commit();
    return kept;
  }

  // An empty place leaves the bookmark as it was.
  record(place, state) {
    if (!this.isOpen) return;
    if (place) this.put(this.version.place, place);
    this.put(this.version.state, state);
    if (!this.isSaved) this.commitSoon();
  }

  complete() {
    if (!this.isOpen || this.isReadOnly || this.isCompleted) return;
    this.isCompleted = true;
    this.put(this.version.status, 'completed');
    this.put(this.version.exit, this.version.exitValue(true));
    this.commit();
  }

  commit() {
    window.clearTimeout(this.timer);
    this.timer = 0;
    if (!this.isOpen || this.isReadOnly) {
      this.tell();
      return;
    }
    this.lastCommit = Date.now();
    this.put(this.version.time, this.version.timeValue(this.secondsShown()));
    this.offer();
    this.isSaved = this.isDone('commit', '') && Object.keys(this.wanted).length === 0;
    this.failures = this.isSaved ? 0 : this.failures + 1;
    if (this.failures > 0 && this.failures < 6) this.commitSoon();
    this.tell();
  }

  // Some systems refuse content that commits at every turn of a page: at most every ten seconds.
  commitSoon() {
    const wait = this.lastCommit + 10000 - Date.now();
    if (wait <= 0) this.commit();
    else if (!this.timer) this.timer = window.setTimeout(() => this.commit(), wait);
  }

  tell() {
    if (this.isReadOnly) this.report('preview');
    else this.report(this.failures ? 'not-saved' : this.isCompleted ? 'completed' : 'recording');
  }

  // A window left open overnight is not a night of learning.
  secondsShown() {
    const now = Date.now();
    if (this.shownSince) this.seconds += Math.max(0, now - this.shownSince) / 1000;
    this.shownSince = document.visibilityState === 'hidden' ? 0 : now;
    return Math.floor(this.seconds);
  }

  visibilityChanged() {
    if (!this.isSaved && document.visibilityState === 'hidden') this.commit();
    else this.secondsShown();
  }

  // Returns whether everything was kept.
  end() {
    if (!this.isOpen) return this.isSaved;
    this.commit();
    window.clearTimeout(this.timer);
    this.isOpen = false;
    return this.isDone('terminate', '') && this.isSaved;
  }
};
