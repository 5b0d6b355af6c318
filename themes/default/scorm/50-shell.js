// The page that stays while pages change. It holds the session; the pages in its frame know nothing of it. Where the
// frame cannot be looked into (a sandbox), pages are not followed; "I am done" still works.
(() => {
  'use strict';
  const scorm = tailorbirdScorm;
  const config = scorm.config;
  const version = scorm.versions[config.version];
  const attempt = scorm.attempt;
  const element = name => document.getElementById('lms-' + name);
  const frame = element('content');
  const knownCodes = config.pages.filter(page => page.code).map(page => page.code);
  const openedPaths = {};
  let session = null;
  let current = null;
  let moved = false; // the reader went on before the system answered
  let isOpening = false; // the system is being asked for what comes before a session

  // A page may link here, where other formats offer languages: one session is enough.
  if (attempt(() => window.parent !== window && window.parent.tailorbirdScorm.config)) {
    window.location.replace(config.start);
    return;
  }

  const line = element('line');
  const say = key => {
    if (line.textContent !== config.strings[key]) line.textContent = config.strings[key];
  };

  const folder = window.location.pathname.replace(/[^/]*$/, '');
  const pathShown = () => attempt(() => frame.contentWindow.location.pathname);
  const pageAt = path => config.pages.find(page => folder + page.path === path);
  const hasSession = () => isOpening || Boolean(session && !session.isReadOnly);
  const onlyWindow = new scorm.OnlyWindow('tailorbird:' + folder, hasSession);

  const showDone = () => {
    element('done').hidden = !session || session.isReadOnly || session.isCompleted || config.rule === 'core';
  };
  const complete = () => {
    session.complete();
    showDone();
  };

  // A core page may count only when a talk on it was gone through, or a checklist seen: what its author has marked and
  // this reader is shown. Where nothing is, opening it is enough.
  const waitsFor = page => {
    if (!page.core || openedPaths[page.path]) return [];
    return attempt(() => Array.from(frame.contentDocument.querySelectorAll('[data-counts]'))
      .filter(one => !one.isDone && one.getClientRects().length > 0)) || [];
  };
  const watch = page => waitsFor(page).forEach(one => {
    const done = () => {
      one.isDone = true;
      if (page === current) record(page);
    };
    if (one.matches('[data-component~="conversation"]')) one.addEventListener('tailorbird-talked', done);
    else new frame.contentWindow.IntersectionObserver(seen => seen.some(entry => entry.isIntersecting) && done()).observe(one);
  });

  const record = page => {
    if (waitsFor(page).length === 0) openedPaths[page.path] = true;
    if (!session) return;
    const opened = config.pages.filter(one => openedPaths[one.path]);
    session.record(page.place || page.code, scorm.state.encode(opened.filter(one => one.code).map(one => one.code)));
    const core = config.pages.filter(one => one.core);
    if (config.rule !== 'done' && core.length && core.every(one => openedPaths[one.path])) complete();
  };

  const begin = api => {
    session = new scorm.Session(api, version, config.tracking, say);
    const kept = session.start();
    if (!kept) {
      session = null;
      return;
    }
    const known = scorm.state.decode(kept.state, knownCodes);
    config.pages.forEach(page => { if (known.indexOf(page.code) >= 0) openedPaths[page.path] = true; });
    const last = config.pages.find(page => page.code && scorm.state.isSame(page.code, kept.place));
    element('exit').hidden = false;
    showDone();
    if (last && !moved && last !== current) frame.contentWindow.location.replace(last.path);
    else if (current) record(current);
  };

  // A learning record store has to be asked before, and answers later.
  const open = api => {
    if (!api.prepare) {
      begin(api);
      return;
    }
    isOpening = true;
    api.answered = isSaved => session && session.answered(isSaved);
    api.prepare().then(() => begin(api), () => say('not-started')).then(() => {
      isOpening = false;
      if (!hasSession()) onlyWindow.leave();
    });
  };

  // The API may appear after this page.
  const search = tries => {
    const api = version.find ? version.find(window.location.search) : scorm.findApi(window, version);
    if (api) onlyWindow.ask(isTaken => isTaken ? say('elsewhere') : open(api));
    else if (tries > 0) window.setTimeout(search, 250, tries - 1);
    else say('alone');
  };

  // Other sites refuse to be shown in a frame, and mail programs cannot be.
  const leave = event => {
    const link = event.target.closest('a[href]:not([download])');
    if (!link || link.origin === window.location.origin) return;
    if (link.matches('[data-component~="quick-exit"]')) window.open(link.href, '_top');
    else link.target = /^http/.test(link.protocol) ? '_blank' : '_parent';
  };

  // A server can forbid all frames (X-Frame-Options); then the pages are offered outside of it. A sandbox hides pages
  // as well, but shows them.
  const offerPages = () => {
    if (!current && window.origin !== 'null') element('blocked').hidden = false;
  };

  const follow = () => {
    attempt(() => frame.contentDocument.addEventListener('click', leave, true));
    const path = pathShown();
    const page = pageAt(path);
    if (!page) {
      if (path === null) offerPages();
      // Nothing of the course: the login, perhaps, of a system that has signed the reader out.
      if (session && current && (path === null || path.indexOf(folder) !== 0)) session.doubt();
      return;
    }
    if (current && page !== current) moved = true;
    current = page;
    record(page);
    watch(page);
  };

  // A window that was opened for the course, be it this one or one around it. A tab stays: it may be the system's.
  const closeWindow = () => {
    const popup = scorm.windowsAround(window).find(win => attempt(() => win.opener && !win.toolbar.visible));
    if (popup) attempt(() => popup.close());
  };

  // Nothing is recorded any more.
  const stop = line => {
    session = null;
    onlyWindow.leave();
    element('done').hidden = element('exit').hidden = true;
    say(line);
  };
  const end = () => {
    const isSaved = session.end();
    stop(isSaved ? 'closed' : 'closed-not-saved');
    return isSaved;
  };

  frame.addEventListener('load', follow);
  element('done').addEventListener('click', () => {
    complete();
    line.focus();
  });
  element('print').addEventListener('click', () => {
    if (attempt(() => frame.contentWindow.print() || true) === null) window.print();
  });
  element('exit').addEventListener('click', () => {
    const { api } = session;
    const isSaved = end();
    line.focus();
    if (!isSaved) return;
    const go = () => {
      if (api.returnUrl) window.location.href = api.returnUrl;
      else closeWindow();
    };
    if (api.ended) api.ended.then(go);
    else go();
  });
  document.addEventListener('visibilitychange', () => session && session.visibilityChanged());
  // Never `unload`, which a policy can forbid. A page that is kept for "back" is not over, but others may go on
  // meanwhile. A record store would wait for its end in vain.
  window.addEventListener('pagehide', event => {
    if (!session) return;
    if (!event.persisted || session.api.prepare) end();
    else session.commit();
    onlyWindow.leave();
  });
  window.addEventListener('pageshow', event => {
    if (event.persisted && session) onlyWindow.ask(isTaken => isTaken && stop('elsewhere'));
  });
  element('print').hidden = false;
  follow();
  search(20);
})();
