// What a reader writes or ticks is a draft. It is kept in memory and in sessionStorage, so that it survives following
// a link, Back, and a change of language, but not closing the tab. Only when the reader asks is it kept in localStorage.
// Storage may be missing, full, or throw (sandboxed frames, blocked cookies); everything works without it. Each component
// has its own key, with a prefix and a version, because on file:// other local pages may share the storage. Which browser
// keeps a draft where: docs/theme-authors/scripts.md.
(function (tailorbird) {
  'use strict';
  var prefix = 'tailorbird.1.' + (document.documentElement.getAttribute('data-bundle') || '') + '.';
  var keeping = prefix + 'keep';
  var memory = {};
  var listeners = [];

  function guarded(name, action) {
    try { return action(window[name]); } catch (unavailable) { return null; }
  }
  function disk(action) { return guarded('localStorage', action); }
  function tab(action) { return guarded('sessionStorage', action); }
  function removeAll(where) {
    where(function (storage) {
      Object.keys(storage).filter(function (key) { return key.indexOf(prefix) === 0; })
        .forEach(function (key) { storage.removeItem(key); });
    });
  }

  tailorbird.store = {
    // Calls `action` with sessionStorage. Returns its result, or null when there is no storage.
    tab: tab,
    isKept: function () { return disk(function (storage) { return storage.getItem(keeping); }) === 'yes'; },
    // Keeps drafts in localStorage from now on. Returns whether that works.
    keep: function () {
      disk(function (storage) {
        storage.setItem(keeping, 'yes');
        Object.keys(memory).forEach(function (name) { storage.setItem(prefix + name, memory[name]); });
      });
      return tailorbird.store.isKept();
    },
    get: function (name) {
      if (Object.prototype.hasOwnProperty.call(memory, name)) return JSON.parse(memory[name]);
      function from(storage) { return storage.getItem(prefix + name); }
      var text = tab(from) || (tailorbird.store.isKept() ? disk(from) : null);
      try { return text ? JSON.parse(text) : null; } catch (garbage) { return null; }
    },
    set: function (name, value) {
      memory[name] = JSON.stringify(value);
      function to(storage) { storage.setItem(prefix + name, memory[name]); }
      tab(to);
      if (tailorbird.store.isKept()) disk(to);
    },
    // Forgets the drafts of this tab. What the reader asked to keep on this device stays there.
    forget: function () {
      memory = {};
      removeAll(tab);
      listeners.forEach(function (listener) { listener(); });
    },
    // Forgets everything, in this tab and on the device.
    clear: function () {
      removeAll(disk);
      tailorbird.store.forget();
    },
    onClear: function (listener) { listeners.push(listener); }
  };

  tailorbird.register('privacy', function (root) {
    var keep = root.querySelector('[data-action="keep"]');
    keep.checked = tailorbird.store.isKept();
    // Whether the page is shown by a learning system, which may see what is read.
    function inSession() {
      try { return window.frameElement !== null && window.frameElement.id === 'lms-content'; } catch (foreign) { return false; }
    }
    var where = inSession() ? 'lms' : location.protocol === 'file:' ? 'disk' : 'web';
    root.querySelector('.privacy-where').textContent = tailorbird.own(root, where);
    keep.addEventListener('change', function () {
      if (!keep.checked) {
        tailorbird.store.clear();
        tailorbird.announce(tailorbird.own(root, 'cleared'));
        return;
      }
      keep.checked = tailorbird.store.keep();
      tailorbird.announce(tailorbird.own(root, keep.checked ? 'kept' : 'not-kept'));
    });
    root.querySelector('[data-action="clear"]').addEventListener('click', function () {
      tailorbird.store.clear();
      tailorbird.situation.choose({});
      keep.checked = false;
      tailorbird.announce(tailorbird.own(root, 'cleared'));
    });
  });
}(window.tailorbird));
