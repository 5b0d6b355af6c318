// What a reader writes or ticks is a draft: in memory, and in the memory of this tab (sessionStorage), so that it is
// there on the next page, after Back and in another language; it is gone with the tab. What outlives the tab is kept
// only when the reader asks (localStorage). Storage may be missing, full, or throw (sandboxed frames, blocked cookies):
// everything works without it. One key for each component, prefixed and versioned, because on file:// other local pages
// may share the store. Which browser keeps a draft where: docs/theme-authors/scripts.md.
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
    // Calls `action` with the memory of the tab; null where there is none.
    tab: tab,
    isKept: function () { return disk(function (storage) { return storage.getItem(keeping); }) === 'yes'; },
    // Returns whether the device keeps it now.
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
    // Forgets what was entered in this tab. What the reader asked to keep on this device stays there.
    forget: function () {
      memory = {};
      removeAll(tab);
      listeners.forEach(function (listener) { listener(); });
    },
    // Forgets everything, on the page and on the device.
    clear: function () {
      removeAll(disk);
      tailorbird.store.forget();
    },
    onClear: function (listener) { listeners.push(listener); }
  };

  tailorbird.register('privacy', function (root) {
    var keep = root.querySelector('[data-action="keep"]');
    keep.checked = tailorbird.store.isKept();
    // Who can see what is read depends on where the pages are.
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
