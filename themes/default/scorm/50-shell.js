// The outer page, which stays while pages change in its frame. It has the session; the pages do not know of it. When
// the frame cannot be accessed (a sandbox), opened pages are not recorded, but "I am done" still works.
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

  // A page in the frame may link here instead of to the choice of languages: do not begin a second session.
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

  // What must happen before a core page counts: conversations to finish and checklists to see, if the author has marked
  // them and this reader is shown them. Without any, opening the page is enough.
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

  // A learning record store must be prepared first, and answers later.
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

  // The API may become available later than this page.
  const search = tries => {
    const api = version.find ? version.find(window.location.search) : scorm.findApi(window, version);
    if (api) onlyWindow.ask(isTaken => isTaken ? say('elsewhere') : open(api));
    else if (tries > 0) window.setTimeout(search, 250, tries - 1);
    else say('alone');
  };

  // Other sites may refuse to be shown in a frame, and mail programs cannot be: open such links outside.
  const leave = event => {
    const link = event.target.closest('a[href]:not([download])');
    if (!link || link.origin === window.location.origin) return;
    if (link.matches('[data-component~="quick-exit"]')) window.open(link.href, '_top');
    else link.target = /^http/.test(link.protocol) ? '_blank' : '_parent';
  };

  // A server can forbid all frames (X-Frame-Options); then a link to the pages outside the frame is offered. In a sandbox
  // pages cannot be accessed either, but are shown.
  const offerPages = () => {
    if (!current && window.origin !== 'null') element('blocked').hidden = false;
  };

  const follow = () => {
    attempt(() => frame.contentDocument.addEventListener('click', leave, true));
    const path = pathShown();
    const page = pageAt(path);
    if (!page) {
      if (path === null) offerPages();
      // Not a page of the course; perhaps the login, after the system has signed the reader out.
      if (session && current && (path === null || path.indexOf(folder) !== 0)) session.doubt();
      return;
    }
    if (current && page !== current) moved = true;
    current = page;
    record(page);
    watch(page);
  };

  // Closes the pop-up window of the course: this window or one of its parents. A tab stays open, since it may be that of
  // the system.
  const closeWindow = () => {
    const popup = scorm.windowsAround(window).find(win => attempt(() => win.opener && !win.toolbar.visible));
    if (popup) attempt(() => popup.close());
  };

  // Stops recording.
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
  // Not `unload`, which a permissions policy can forbid. A page in the back/forward cache may come back, but other windows
  // may continue in the meantime, and a record store would never get the end of the session.
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
