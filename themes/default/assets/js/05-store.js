// What a reader writes or ticks stays in memory until they ask to keep it on this device. Storage may be missing,
// full, or throw (sandboxed frames, blocked cookies): everything works without it. One key for each component,
// prefixed and versioned, because on file:// other local pages may share the store.
(function (tailorbird) {
  'use strict';
  var prefix = 'tailorbird.1.' + (document.documentElement.getAttribute('data-bundle') || '') + '.';
  var keeping = prefix + 'keep';
  var memory = {};
  var listeners = [];

  function disk(action) {
    try { return action(window.localStorage); } catch (unavailable) { return null; }
  }
  function keys() {
    return disk(function (storage) {
      var found = [];
      for (var index = 0; index < storage.length; index += 1) {
        if (storage.key(index).indexOf(prefix) === 0) found.push(storage.key(index));
      }
      return found;
    }) || [];
  }

  tailorbird.store = {
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
      if (!tailorbird.store.isKept()) return null;
      var text = disk(function (storage) { return storage.getItem(prefix + name); });
      try { return text ? JSON.parse(text) : null; } catch (garbage) { return null; }
    },
    set: function (name, value) {
      memory[name] = JSON.stringify(value);
      if (tailorbird.store.isKept()) disk(function (storage) { storage.setItem(prefix + name, memory[name]); });
    },
    // Forgets what was entered in this window. What the reader asked to keep on this device stays there.
    forget: function () {
      memory = {};
      listeners.forEach(function (listener) { listener(); });
    },
    // Forgets everything, on the page and on the device.
    clear: function () {
      keys().forEach(function (key) { disk(function (storage) { storage.removeItem(key); }); });
      tailorbird.store.forget();
    },
    onClear: function (listener) { listeners.push(listener); }
  };

  tailorbird.register('privacy', function (root) {
    var keep = root.querySelector('[data-action="keep"]');
    keep.checked = tailorbird.store.isKept();
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
