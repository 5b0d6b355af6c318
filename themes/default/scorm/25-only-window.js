// Two windows with the same course share one attempt, but neither sees what the other reports: the later one would
// overwrite it. So a window begins a session only when it gets a lock for the course from the browser, which releases
// the lock when the window goes away, for whatever reason. Where there are no locks (pages without https), the windows
// ask each other. Nothing is stored for this, and nothing leaves the browser.
tailorbirdScorm.OnlyWindow = class {
  // `holds()`: whether this window has a session that would be overwritten.
  constructor(name, holds) {
    Object.assign(this, { name, holds, token: Math.random(), isAsking: false, isTaken: false });
    this.channel = tailorbirdScorm.attempt(() => new BroadcastChannel(name));
    if (this.channel) this.channel.onmessage = event => this.hear(event.data);
  }

  hear(message) {
    const isBehind = this.isAsking && message.asks < this.token; // of two that ask in the same moment, one goes on
    if (message.taken === this.token || isBehind) this.isTaken = true;
    else if (message.asks && (this.isAsking || this.holds())) this.channel.postMessage({ taken: message.asks });
  }

  // Calls `go` with whether another window has the session. Tries again, since a window that is closing may still have it.
  ask(go, tries = 3) {
    const locks = tailorbirdScorm.attempt(() => navigator.locks);
    if (!locks) {
      this.askOthers(go);
      return;
    }
    let isAnswered = false;
    const answer = isTaken => {
      isAnswered = true;
      go(isTaken);
    };
    locks.request(this.name, { ifAvailable: true }, lock => {
      if (lock) {
        answer(false);
        return this.holds() && new Promise(release => { this.release = release; });
      }
      isAnswered = true;
      if (tries > 1) window.setTimeout(() => this.ask(go, tries - 1), 300);
      else go(true);
      return null;
    }).catch(() => isAnswered || this.askOthers(go)); // a sandbox, or a browser that refuses to store anything
  }

  askOthers(go) {
    if (!this.channel) {
      go(false);
      return;
    }
    this.isAsking = true;
    this.channel.postMessage({ asks: this.token });
    window.setTimeout(() => {
      this.isAsking = false;
      go(this.isTaken);
    }, 300);
  }

  // Ends the session here, so that another window may begin one.
  leave() {
    if (this.release) this.release();
  }
};
