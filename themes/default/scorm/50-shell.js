// The page that stays while pages change. It holds the session; the pages are shown in a frame and know nothing of
// it. Where the frame's address cannot be read (a sandbox), pages are not followed; "I am done" still works.
(function () {
  var scorm = tailorbirdScorm;
  var config = scorm.config;
  var version = scorm.versions[config.version];
  var frame = document.getElementById("content");
  var line = document.getElementById("lms-line");
  var doneButton = document.getElementById("lms-done");
  var session = null;
  var visited = {};
  var current = null;
  var moved = false;

  function say(key) { line.textContent = config.strings[key] || ""; }

  function pageOfFrame() {
    try {
      var folder = window.location.pathname.replace(/[^/]*$/, "");
      var path = frame.contentWindow.location.pathname;
      if (path.slice(0, folder.length) !== folder) return null;
      var wanted = decodeURIComponent(path.slice(folder.length));
      return config.pages.filter(function (page) { return page.path === wanted; })[0] || null;
    } catch (sandboxed) {
      return null;
    }
  }
  function pageById(id) { return config.pages.filter(function (page) { return page.id === id; })[0] || null; }

  function allCoreVisited() {
    var core = config.pages.filter(function (page) { return page.core; });
    return core.length > 0 && core.every(function (page) { return visited[page.code]; });
  }
  function showDone() {
    doneButton.hidden = !session || session.isReadOnly() || session.isCompleted() || config.rule === "core";
    if (session && session.isCompleted()) say("completed");
  }
  function complete() {
    if (!session) return;
    session.complete();
    showDone();
  }

  function opened(page) {
    if (!page) return;
    visited[page.code] = true;
    current = page;
    if (!session) return;
    session.place(page.id, scorm.state.encode(visited));
    if (config.rule !== "done" && allCoreVisited()) complete();
    showDone();
  }

  function begin(api) {
    session = new scorm.Session(api, version, function (trouble) {
      say(trouble === "start" ? "notStarted" : "notSaved");
    });
    var stored = session.start();
    if (!stored) {
      session = null;
      return;
    }
    say(stored.completed ? "completed" : "recording");
    var before = scorm.state.decode(stored.state, config.pages);
    Object.keys(before).forEach(function (code) { visited[code] = true; });
    var last = pageById(stored.location);
    if (last && !moved && (!current || current.id !== last.id)) frame.src = last.path;
    else if (current) opened(current);
    showDone();
  }

  // The API may appear after this page: ask for a few seconds, while reading goes on.
  function search(tries) {
    var api = scorm.findApi(window, version.api);
    if (api) begin(api);
    else if (tries > 0) window.setTimeout(function () { search(tries - 1); }, 250);
    else say("alone");
  }

  frame.addEventListener("load", function () {
    var page = pageOfFrame();
    if (current && page && page.id !== current.id) moved = true;
    opened(page);
  });
  doneButton.addEventListener("click", complete);
  document.getElementById("lms-print").addEventListener("click", function () {
    try { frame.contentWindow.print(); } catch (sandboxed) { window.print(); }
  });
  document.getElementById("lms-exit").addEventListener("click", function () {
    if (session) session.end();
    session = null;
    doneButton.hidden = true;
    say("closed");
    if (window.opener) window.close();
  });
  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "hidden" && session) session.commitIfDirty();
  });
  // Never `unload`: a policy can forbid it, and results were lost. A page kept for "back" is not over.
  window.addEventListener("pagehide", function (event) {
    if (!session) return;
    if (event.persisted) session.commitNow();
    else session.end();
  });
  search(20);
}());
