// The visited pages as text for suspend_data: "1;4;" and a code of 4 letters per page, sorted. The first number
// is the version of this form, the second the length of a code. Codes are hashes of page ids, so a later version
// of the package finds the pages that are still there. Anything else is ignored.
tailorbirdScorm.state = {
  encode: function (codes) {
    var sorted = Object.keys(codes).sort();
    var length = sorted.length ? sorted[0].length : 4;
    return "1;" + length + ";" + sorted.join("");
  },
  // Returns the codes of `pages` that `text` names.
  decode: function (text, pages) {
    var visited = {};
    var form = /^1;([4-9]);([A-Za-z0-9_-]*)$/.exec(text || "");
    if (!form) return visited;
    var length = Number(form[1]);
    var named = {};
    for (var at = 0; at + length <= form[2].length; at += length) named[form[2].substr(at, length)] = true;
    pages.forEach(function (page) {
      var known = page.code.length >= length
        ? named[page.code.slice(0, length)]
        : Object.keys(named).some(function (code) { return code.slice(0, page.code.length) === page.code; });
      if (known) visited[page.code] = true;
    });
    return visited;
  }
};
