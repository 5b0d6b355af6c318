// What `work` returns, or null where it fails: windows of another origin, sandboxes, learning systems in trouble.
tailorbirdScorm.attempt = work => {
  try { return work(); } catch (forbidden) { return null; }
};

// `win` and the windows that it is shown in, nearest first.
tailorbirdScorm.windowsAround = win => {
  const windows = [];
  while (win && windows.indexOf(win) < 0 && windows.length < 500) {
    windows.push(win);
    const inner = win;
    win = tailorbirdScorm.attempt(() => inner.parent);
  }
  return windows;
};

// Looks for the learning system's API in this window and those around it, then in the windows that opened them and
// those around these. Nearest first: some systems refuse content that reads the outermost window.
tailorbirdScorm.findApi = (start, version) => {
  const attempt = tailorbirdScorm.attempt;
  const around = tailorbirdScorm.windowsAround;
  // A frame called "API" is found under that name too, but takes no calls.
  const apiOf = win => attempt(() => win[version.api][version.calls.initialize] && win[version.api]);
  const search = windows => windows.reduce((found, win) => found || apiOf(win), null);
  const windows = around(start);
  return windows.reduce((found, win) => found || search(around(attempt(() => win.opener))), search(windows));
};
