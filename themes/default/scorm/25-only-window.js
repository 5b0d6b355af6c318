// Two windows with the same course share one attempt, but neither sees what the other says: the later one would
// overwrite it. So the second window asks the others of this browser whether one of them holds a session, and does
// not begin one. Nothing is stored for this, and nothing leaves the browser.
tailorbirdScorm.OnlyWindow = class {
  // `holds()`: whether this window has a session that would be overwritten.
  constructor(name, holds) {
    this.token = Math.random();
    this.isAsking = this.isTaken = false;
    this.channel = tailorbirdScorm.attempt(() => new BroadcastChannel(name));
    if (this.channel) this.channel.onmessage = event => this.hear(event.data, holds);
  }

  hear(message, holds) {
    const isBehind = this.isAsking && message.asks < this.token; // of two that ask in the same moment, one goes on
    if (message.taken === this.token || isBehind) this.isTaken = true;
    else if (message.asks && (this.isAsking || holds())) this.channel.postMessage({ taken: message.asks });
  }

  // Calls `go` with whether another window has the session.
  ask(go) {
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
};
