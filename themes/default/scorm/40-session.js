// One session with the learning system: one Initialize, one Terminate, every answer checked. It says where the
// reader is, which pages were opened, "incomplete" or "completed", and the time. Nothing else, whatever the reader
// does (docs/lms.md). When the system refuses or fails, reading goes on.
tailorbirdScorm.Session = function (api, version, onTrouble) {
  var names = version.calls;
  var startedAt = Date.now();
  var open = false;
  var ended = false;
  var readOnly = false;
  var completed = false;
  var dirty = false;
  var lastCommit = 0;
  var timer = null;
  var self = this;

  function call(name, first, second) {
    try {
      return second === undefined ? api[names[name]](first) : api[names[name]](first, second);
    } catch (failure) {
      return "false";
    }
  }
  // Some systems answer with booleans.
  function succeeded(answer) { return String(answer) === "true"; }
  function get(element) {
    var value = call("get", element);
    return value === null || value === undefined || value === false ? "" : String(value);
  }
  function set(element, value) {
    if (readOnly) return true;
    var stored = succeeded(call("set", element, value));
    if (!stored) onTrouble("save");
    return stored;
  }

  // Returns {completed, location, state}, or null when the system did not start the session.
  this.start = function () {
    if (!succeeded(call("initialize", ""))) {
      onTrouble("start");
      return null;
    }
    open = true;
    var mode = get(version.mode);
    readOnly = mode === "browse" || mode === "review";
    var status = get(version.status);
    completed = status === "completed" || status === "passed";
    var stored = { completed: completed, location: get(version.location), state: get(version.state) };
    if (!completed) set(version.status, "incomplete");
    set(version.exit, version.exitValue(completed));
    self.commitNow();
    return stored;
  };

  this.place = function (pageId, state) {
    if (!open) return;
    if (pageId.length <= version.longestLocation) set(version.location, pageId);
    if (state.length <= version.longestState) set(version.state, state);
    dirty = true;
    self.commitSoon();
  };

  this.complete = function () {
    if (!open || completed) return;
    completed = true;
    set(version.status, "completed");
    set(version.exit, version.exitValue(true));
    self.commitNow();
  };

  this.isCompleted = function () { return completed; };
  this.isReadOnly = function () { return readOnly; };

  this.commitNow = function () {
    if (!open || readOnly) return;
    if (timer) window.clearTimeout(timer);
    timer = null;
    dirty = false;
    lastCommit = Date.now();
    set(version.time, version.formatTime((Date.now() - startedAt) / 1000));
    if (!succeeded(call("commit", ""))) onTrouble("save");
  };

  // Some systems refuse content that commits at every turn of a page: at most every ten seconds.
  this.commitSoon = function () {
    var wait = lastCommit + 10000 - Date.now();
    if (wait <= 0) self.commitNow();
    else if (!timer) timer = window.setTimeout(self.commitNow, wait);
  };

  this.commitIfDirty = function () {
    if (dirty) self.commitNow();
  };

  this.end = function () {
    if (!open || ended) return;
    self.commitNow();
    ended = true;
    open = false;
    if (!succeeded(call("terminate", ""))) onTrouble("save");
  };
};
