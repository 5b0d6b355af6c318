// The opened pages as suspend_data: "2;4;" (version of this format; length of a code), then their codes, sorted. A later
// package recognises pages that it still has, even when its codes are longer. Malformed data is ignored.
tailorbirdScorm.state = {
  encode: codes => '2;' + (codes.length ? codes[0].length : 4) + ';' + codes.slice().sort().join(''),

  // The codes of this package that `text` names.
  decode: (text, known) => {
    const form = /^2;([4-9]|10);([A-Za-z0-9_-]*)$/.exec(text);
    if (!form) return [];
    const stored = form[2].match(new RegExp('.{' + form[1] + '}', 'g')) || [];
    return known.filter(code => stored.some(one => tailorbirdScorm.state.isSame(one, code)));
  },

  isSame: (one, other) => one.length >= 4 && other.length >= 4 &&
    one.slice(0, other.length) === other.slice(0, one.length)
};
