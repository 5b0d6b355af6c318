// One session with the learning system: one Initialize, one Terminate, every result checked. It reports "incomplete" or
// "completed", and what the level of tracking allows, nothing else (docs/lms.md). Values that the system rejects are sent
// again. Calls `report` with recording, completed, preview, review, not-started, not-saved or lost.
tailorbirdScorm.Session = class {
  constructor(api, version, tracking, report) {
    Object.assign(this, { api, version, report });
    this.told = tailorbirdScorm.tracking[tracking];
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

  // Systems return "", null or false when there is no value.
  get(element) { return String(this.call('get', element) || ''); }

  put(element, value) {
    if (this.isReadOnly) return;
    delete this.wanted[element];
    if (this.taken[element] === value) return;
    this.wanted[element] = value;
    this.isSaved = false;
    this.offer();
  }

  // `what`: place, state or time.
  tellAbout(what, value) {
    if (this.told.indexOf(what) >= 0) this.put(this.version[what], value);
  }

  offer() {
    Object.keys(this.wanted).forEach(element => {
      if (!this.isDone('set', element, this.wanted[element])) return;
      this.taken[element] = this.wanted[element];
      delete this.wanted[element];
    });
  }

  // Returns the stored {place, state}, or null when the system did not begin a session.
  start() {
    if (!this.isDone('initialize', '')) {
      this.report('not-started');
      return null;
    }
    this.isOpen = true;
    this.mode = this.get(this.version.mode);
    const status = this.get(this.version.status);
    const kept = { place: this.get(this.version.place), state: this.get(this.version.state) };
    this.isCompleted = /^(completed|passed)$/.test(status);
    if (this.mode === 'browse') this.beginPreview(status);
    this.isReadOnly = /^(browse|review)$/.test(this.mode);
    this.forgetMore(kept);
    if (!this.isCompleted) this.put(this.version.status, 'incomplete');
    this.put(this.version.exit, this.version.exitValue(this.isCompleted));
    this.commit();
    return kept;
  }

  // A reader who has begun the course keeps its status.
  beginPreview(status) {
    const isNew = /^(|not attempted)$/.test(status);
    if (!isNew || !this.version.previewStatus) return;
    this.put(this.version.status, this.version.previewStatus);
    this.isDone('commit', '');
  }

  // An earlier package may have stored more than this one may: overwrites that.
  forgetMore(kept) {
    Object.keys(kept).forEach(what => {
      if (!kept[what] || this.told.indexOf(what) >= 0) return;
      kept[what] = '';
      this.put(this.version[what], '');
    });
  }

  // An empty place does not change the bookmark.
  record(place, state) {
    if (!this.isOpen) return;
    if (place) this.tellAbout('place', place);
    this.tellAbout('state', state);
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
    this.tellAbout('time', this.version.timeValue(this.secondsShown()));
    this.offer();
    const isSaved = this.isDone('commit', '') && Object.keys(this.wanted).length === 0;
    this.lastCommit = Date.now(); // from the answer on: a slow system is left in peace as long
    this.answered(isSaved);
  }

  // Takes the result of saving, which some systems return later.
  answered(isSaved) {
    if (!this.isOpen) return;
    this.isSaved = isSaved;
    this.failures = isSaved ? 0 : this.failures + 1;
    if (this.failures) this.commitSoon();
    this.tell();
  }

  // Commits at most every ten seconds, since some systems refuse content that commits at every page; once a minute when
  // commits have failed for a minute.
  commitSoon() {
    const wait = this.lastCommit + (this.failures < 6 ? 10000 : 60000) - Date.now();
    if (wait <= 0) this.commit();
    else if (!this.timer) this.timer = window.setTimeout(() => this.commit(), wait);
  }

  // The system has replaced the pages with something else, such as its login, so it may have ended the session.
  doubt() {
    if (!this.isOpen || this.isReadOnly) return;
    this.failures = Math.max(this.failures, 2);
    this.isSaved = false;
    this.commitSoon();
    this.tell();
  }

  tell() {
    if (this.isReadOnly) this.report(this.mode === 'browse' ? 'preview' : 'review');
    else if (this.failures > 1) this.report('lost');
    else this.report(this.failures ? 'not-saved' : this.isCompleted ? 'completed' : 'recording');
  }

  // The time for which the page was visible, so that a window left open overnight does not count as learning.
  secondsShown() {
    const now = Date.now();
    if (this.shownSince) this.seconds += Math.max(0, now - this.shownSince) / 1000;
    this.shownSince = document.visibilityState === 'hidden' ? 0 : now;
    return Math.floor(this.seconds);
  }

  // Saves everything, including the time, when the page is hidden, since the reader may not come back.
  visibilityChanged() {
    if (!this.isOpen) return;
    const seconds = this.secondsShown();
    if (document.visibilityState !== 'hidden') return;
    this.tellAbout('time', this.version.timeValue(seconds));
    if (!this.isSaved) this.commit();
  }

  // Returns whether everything was saved.
  end() {
    if (!this.isOpen) return this.isSaved;
    this.commit();
    window.clearTimeout(this.timer);
    this.isOpen = false;
    return this.isDone('terminate', '') && this.isSaved;
  }
};
