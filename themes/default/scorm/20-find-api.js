// Looks for the learning system's API: own window, parents, opener and its parents, as the SCORM run-time
// environment describes (1.2 RTE 3.3.6.1, 2004 RTE 3.3.6). `top` is never touched: some systems refuse
// content that reads it. A window of another origin throws when its API is read; its parents are still asked.
tailorbirdScorm.findApi = function (start, name) {
  function read(win) {
    try { return win[name] || null; } catch (otherOrigin) { return null; }
  }
  function walk(win) {
    for (var steps = 0; win && steps < 500; steps += 1) {
      var api = read(win);
      if (api) return api;
      var parent = null;
      try { parent = win.parent; } catch (closed) { return null; }
      if (!parent || parent === win) return null;
      win = parent;
    }
    return null;
  }
  var opener = null;
  var found = walk(start);
  if (found) return found;
  for (var win = start, steps = 0; win && steps < 500; steps += 1) {
    try { opener = win.opener; } catch (closed) { opener = null; }
    if (opener && opener !== win) {
      found = walk(opener);
      if (found) return found;
    }
    var parent = null;
    try { parent = win.parent; } catch (closed) { return null; }
    win = parent === win ? null : parent;
  }
  return null;
};
