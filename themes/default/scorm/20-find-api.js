// Returns what `work` returns, or null when it throws: windows of another origin, sandboxes, faulty learning systems.
tailorbirdScorm.attempt = work => {
  try { return work(); } catch (forbidden) { return null; }
};

// `win` and the windows whose frames contain it, nearest first.
tailorbirdScorm.windowsAround = win => {
  const windows = [];
  while (win && windows.indexOf(win) < 0 && windows.length < 500) {
    windows.push(win);
    const inner = win;
    win = tailorbirdScorm.attempt(() => inner.parent);
  }
  return windows;
};

// Searches for the learning system's API in this window and its parents, then in the windows that opened them and
// their parents. Nearest first, since some systems refuse content that accesses the outermost window.
tailorbirdScorm.findApi = (start, version) => {
  const attempt = tailorbirdScorm.attempt;
  const around = tailorbirdScorm.windowsAround;
  // A frame named "API" is found under that name too, but has no functions to call.
  const apiOf = win => attempt(() => win[version.api][version.calls.initialize] && win[version.api]);
  const search = windows => windows.reduce((found, win) => found || apiOf(win), null);
  const windows = around(start);
  return windows.reduce((found, win) => found || search(around(attempt(() => win.opener))), search(windows));
};
