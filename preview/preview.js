/* The preview's page. What is shown stands in the address (address.js). */
(function () {
  'use strict';
  var state = window.previewAddress.read();
  var project = { organisations: [], targets: [], root: '' };
  var built = { findings: [], failure: '', checked: false, milliseconds: 0, known: 0 }; // known: the state of the input that `project` is of
  var scroll = {};   // by frame, while it is read again
  var asking = null; // stands for the newest request: answers to earlier ones are dropped

  var element = window.previewElements.element, rows = window.previewElements.rows;

  function $(id) { return document.getElementById(id); }
  function find(list, id) { return list.filter(function (one) { return one.id === id; })[0]; }
  function organisation(id) { return find(project.organisations, id) || project.organisations[0]; }
  function bundle(profile, id) { var all = organisation(profile).bundles; return find(all, id) || all[0]; }
  function language(path) { return path.split('/')[0]; }
  function edition(profile, id, code) {
    var all = bundle(profile, id).languages;
    return all.filter(function (one) { return one.code === code; })[0] || all[0];
  }
  function current() { return edition(state.profile, state.bundle, language(state.path)); }
  function currentPage() { return current().pages.filter(function (one) { return one.path === state.path; })[0]; }

  function readAddress() { Object.assign(state, window.previewAddress.read()); }
  function writeAddress() { window.previewAddress.write(state); }

  /* What the address names may be gone: the nearest that is there is shown. */
  function settle() {
    state.profile = organisation(state.profile).id;
    state.bundle = bundle(state.profile, state.bundle).id;
    var now = current();
    if (!currentPage()) state.path = now.code + '/index.html';
    if (!currentPage() && now.pages.length) state.path = now.pages[0].path;
    if (project.targets.indexOf(state.translation) < 0) state.translation = '';
    Object.keys(state.reader).forEach(function (id) {
      var choice = find(now.choices, id);
      if (!choice || !find(choice.values, state.reader[id])) delete state.reader[id];
    });
  }

  /* ---- frames ---- */
  function address(profile, id, path) {
    var reader = window.previewAddress.readerText(state, '=', '&');
    return (state.marks.length ? '/m/' : '/p/') + profile + '/' + id + '/' + path + (reader ? '#' + reader : '');
  }

  function show(frame, url) {
    if (frame.dataset.url === url && frame.contentDocument && frame.contentDocument.body && frame.contentDocument.body.childNodes.length) {
      reload(frame);
      return;
    }
    frame.dataset.url = url;
    if (frame.contentWindow) frame.contentWindow.location.replace(url);
    else frame.src = url;
  }

  function reload(frame) {
    scroll[frame.id] = [frame.contentWindow.scrollX, frame.contentWindow.scrollY];
    frame.contentWindow.location.reload();
  }

  function onPaper(document) {
    Array.prototype.forEach.call(document.styleSheets, function (sheet) {
      var rules;
      try { rules = sheet.cssRules; } catch (refused) { return; }
      Array.prototype.forEach.call(rules, function (rule) {
        if (!rule.media) return;
        if (rule.media.mediaText === 'print') rule.media.mediaText = 'all';
        else if (rule.media.mediaText.indexOf('screen') === 0) rule.media.mediaText = 'not all';
      });
    });
    document.documentElement.classList.add('tb-paper');
    document.defaultView.dispatchEvent(new Event('beforeprint'));
  }

  /* Calls `then` when the styles for previews are there: what is hidden by them must not count as shown. */
  function addStyles(document, then) {
    var link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = '/-/inside.css';
    link.addEventListener('load', then);
    document.head.appendChild(link);
  }

  /* The reader went to another page, or chose something on it: the address of the preview follows. */
  function follow() {
    var at = $('frame-a').contentWindow.location;
    var match = /^\/[pm]\/([^/]+)\/([^/]+)\/(.*)$/.exec(at.pathname);
    if (!match || state.learning) return;
    state.path = match[3] || 'index.html';
    state.reader = {};
    at.hash.replace(/^#/, '').split('&').forEach(function (piece) {
      var pair = piece.split('=');
      if (pair.length === 2 && find(current().choices, pair[0])) state.reader[pair[0]] = pair[1];
    });
    $('frame-a').dataset.url = address(state.profile, state.bundle, state.path);
    writeAddress();
    fillBar();
    if (state.compare) showOther();
  }

  function restore(frame) {
    if (!scroll[frame.id]) return;
    frame.contentWindow.scrollTo({ left: scroll[frame.id][0], top: scroll[frame.id][1], behavior: 'instant' });
    delete scroll[frame.id];
  }

  function loaded(frame) {
    var document = frame.contentDocument;
    if (!document || !document.head || document.URL === 'about:blank') return;
    if (document.contentType === 'text/plain') return;
    addStyles(document, function () {
      if (state.view === 'paper') onPaper(document);
      if (state.marks.length) {
        window.previewMarks.prepare(document, inspect);
        window.previewMarks.show(document, state.marks);
      }
      restore(frame);
      if (state.compare && !state.learning) compare();
    });
    if (frame.id === 'frame-a') {
      frame.contentWindow.addEventListener('hashchange', follow);
      // What the preview asked for it knows; meanwhile somebody may have chosen another page, which is still being made.
      if (frame.contentWindow.location.pathname !== (frame.dataset.url || '').split('#')[0]) follow();
    }
  }

  /* ---- compare ---- */
  function other() {
    var pieces = state.compare.split('/');
    var profile = organisation(pieces[0]).id;
    var id = bundle(profile, pieces[1]).id;
    var code = edition(profile, id, pieces[2]).code;
    return { profile: profile, bundle: id, code: code, path: state.path.replace(/^[^/]+/, code) };
  }

  function showOther() {
    var to = other();
    var there = edition(to.profile, to.bundle, to.code).pages.some(function (page) { return page.path === to.path; });
    fillSelects('-b', to.profile, to.bundle, to.code);
    if (there || to.path === 'index.html') return show($('frame-b'), address(to.profile, to.bundle, to.path));
    $('differences').textContent = 'This page is not in that edition';
    $('frame-b').dataset.url = '';
    $('frame-b').contentWindow.location.replace('about:blank');
  }

  function compare() {
    var a = $('frame-a').contentDocument, b = $('frame-b').contentDocument;
    if (!a || !b || !a.body || !b.body || b.URL === 'about:blank' || a.readyState !== 'complete' || b.readyState !== 'complete') return;
    var count = window.previewCompare.compare(a, b);
    $('differences').textContent = count.a + count.b === 0 ? 'The same words on both sides'
      : count.a + ' passages only on the left, ' + count.b + ' only on the right, ' + count.same + ' on both';
    if (a.previewScrolls !== b) {
      a.previewScrolls = b;
      window.previewCompare.scrollTogether($('frame-a').contentWindow, $('frame-b').contentWindow);
      window.previewCompare.scrollTogether($('frame-b').contentWindow, $('frame-a').contentWindow);
    }
  }

  /* ---- the translation ---- */
  function targets() {
    return project.targets.map(function (code) { return { id: code, label: window.previewTranslation.languageName(code) }; });
  }

  function showTranslation(mine) {
    options($('target'), targets(), state.translation);
    $('open-only').checked = state.openOnly;
    return fetch('/-/translation.json?language=' + state.translation + '&file=' + encodeURIComponent((currentPage() || {}).file))
      .then(function (response) { return response.json(); })
      .then(function (answer) {
        if (mine === asking) window.previewTranslation.show($('translation-box'), answer, place, state.openOnly);
      });
  }

  /* ---- the bar ---- */
  function options(select, list, value) {
    select.textContent = '';
    list.forEach(function (one) {
      var option = document.createElement('option');
      option.value = one.id;
      option.textContent = one.label;
      select.appendChild(option);
    });
    select.value = value;
  }

  function fillSelects(suffix, profile, id, code) {
    options($('profile' + suffix), project.organisations.map(function (one) { return { id: one.id, label: one.name }; }), profile);
    options($('bundle' + suffix), organisation(profile).bundles.map(function (one) { return { id: one.id, label: one.title }; }), id);
    options($('language' + suffix), bundle(profile, id).languages.map(function (one) { return { id: one.code, label: one.code }; }), code);
  }

  function fillBar() {
    fillSelects('', state.profile, state.bundle, current().code);
    options($('page'), current().pages.map(function (one) { return { id: one.path, label: one.title }; }), state.path);
    document.querySelectorAll('[data-view]').forEach(function (button) { button.setAttribute('aria-pressed', button.dataset.view === state.view); });
    document.querySelectorAll('[data-mark]').forEach(function (button) { button.setAttribute('aria-pressed', state.marks.indexOf(button.dataset.mark) >= 0); });
    $('compare').setAttribute('aria-pressed', !!state.compare);
    $('learning').setAttribute('aria-pressed', state.learning);
    $('translation').setAttribute('aria-pressed', !!state.translation);
    $('translation').disabled = !project.targets.length;
    $('learning').disabled = !bundle(state.profile, state.bundle).scorm;
    document.body.className = 'view-' + state.view;
    $('pane-b').hidden = !state.compare;
    $('pane-t').hidden = !state.translation;
    $('pane-a').hidden = !!state.translation;
    fillReader();
    document.title = (currentPage() ? currentPage().title + ' \u2013 ' : '') + 'Tailorbird preview';
  }

  function fillReader() {
    var names = [];
    $('reader').textContent = '';
    current().choices.forEach(function (choice) {
      var label = document.createElement('label');
      var select = document.createElement('select');
      options(select, [{ id: '', label: 'open' }].concat(choice.values), state.reader[choice.id] || '');
      select.addEventListener('change', function () {
        if (select.value) state.reader[choice.id] = select.value;
        else delete state.reader[choice.id];
        refresh();
        $('reader-box').open = true;
      });
      label.append(choice.label, select);
      $('reader').appendChild(label);
      if (state.reader[choice.id]) names.push((find(choice.values, state.reader[choice.id]) || {}).label);
    });
    $('reader-box').hidden = current().choices.length === 0;
    $('reader-name').textContent = names.length ? names.join(', ') : 'everybody';
  }

  /* ---- the panel ---- */
  function place(at) { return window.previewElements.place(project.root, at); }

  function openPanel(title) {
    var panel = $('panel');
    panel.hidden = false;
    panel.textContent = '';
    panel.setAttribute('aria-label', title);
    panel.appendChild(element('h2', title));
    return panel;
  }

  function finding(one) {
    var item = element('li');
    item.append(element('p', one.severity + ' \u00b7 ' + one.code, 'severity ' + one.severity), element('p', one.message));
    if (one.file) item.appendChild(place(one.file + (one.line ? ':' + one.line + (one.column ? ':' + one.column : '') : '')));
    if (one.why) item.appendChild(element('p', one.why, 'why'));
    if (one.fix) item.appendChild(element('p', 'Fix: ' + one.fix, 'why'));
    return item;
  }

  function showFindings() {
    var panel = openPanel('Findings');
    var serious = built.findings.filter(function (one) { return one.severity !== 'note'; });
    var notes = built.findings.filter(function (one) { return one.severity === 'note'; });
    $('findings-button').setAttribute('aria-expanded', 'true');
    var file = (currentPage() || {}).file;
    var here = serious.filter(function (one) { return one.file === file; });
    var elsewhere = serious.filter(function (one) { return one.file !== file; });
    if (built.failure) panel.appendChild(element('p', built.failure, 'severity error'));
    if (!serious.length && !built.failure) panel.appendChild(element('p', built.checked ? 'No errors, no warnings.' : 'Checking \u2026'));
    [['On this page', here], ['Elsewhere', elsewhere], ['Notes', notes]].forEach(function (group) {
      if (!group[1].length) return;
      var list = element('ul');
      group[1].slice(0, 200).forEach(function (one) { list.appendChild(finding(one)); });
      panel.append(element('h3', group[0] + ' (' + group[1].length + ')'), list);
    });
  }

  function inspect(chain) {
    var panel = openPanel('This passage');
    chain.forEach(function (mark, index) {
      panel.append(element('h3', index === 0 ? 'Its own condition' : 'Inherited'), element('p', mark.when), element('p', 'Here: ' + mark.state, 'why'), place(mark.at));
    });
    $('findings-button').setAttribute('aria-expanded', 'true');
  }

  function showLearning() {
    var panel = openPanel('What a learning system gets');
    var again = element('button', 'Open again');
    var forget = element('button', 'Forget everything');
    again.type = forget.type = 'button';
    again.addEventListener('click', startLearning);
    forget.addEventListener('click', function () { window.previewLearning.forget(); startLearning(); });
    panel.append(again, ' ', forget, element('h3', 'Stored'));
    var stored = window.previewLearning.stored();
    panel.appendChild(rows(Object.keys(stored).sort().map(function (key) { return [key, stored[key]]; })));
    panel.append(element('h3', 'Calls, the newest first'));
    panel.appendChild(rows(window.previewLearning.calls().slice(-200).reverse().map(function (call) { return [call.name, call.detail]; })));
  }

  function startLearning() {
    var base = '/lms/' + state.profile + '/' + state.bundle + '/' + current().code + '/';
    busy('Making the package …');
    $('frame-a').contentWindow.location.replace('about:blank');
    fetch(base + 'imsmanifest.xml').then(function (response) {
      return response.text().then(function (text) { if (!response.ok) throw new Error(text); return text; });
    }).then(function (text) {
      var manifest = new DOMParser().parseFromString(text, 'text/xml');
      window.previewLearning.start(bundle(state.profile, state.bundle).scorm, showLearning);
      showLearning();
      $('frame-a').dataset.url = '';
      $('frame-a').contentWindow.location.replace(base + manifest.querySelector('resource[href]').getAttribute('href'));
      calm();
    }).catch(function (problem) { fail(problem.message.trim()); });
  }

  /* ---- state ---- */
  function busy(text) { $('state').className = 'state busy'; $('state').textContent = text; }
  function fail(text) { $('state').className = 'state bad'; $('state').textContent = text; }

  function count(severity) { return built.findings.filter(function (one) { return one.severity === severity; }).length; }
  function counted(number, one) { return number + ' ' + one + (number === 1 ? '' : 's'); }

  function calm() {
    var errors = count('error'), warnings = count('warning');
    $('findings-button').textContent = !built.checked ? 'Findings \u2026' : errors ? 'Findings: ' + counted(errors, 'error')
      : warnings ? 'Findings: ' + counted(warnings, 'warning') : 'Findings: none';
    if (built.failure) return fail(built.failure);
    if (errors) return fail(counted(errors, 'error') + ': what could be made is shown');
    $('state').className = 'state';
    $('state').textContent = 'Up to date \u00b7 ' + Math.round(built.milliseconds) + ' ms';
  }

  function ask(what) {
    var page = what === 'state' ? '&path=' + encodeURIComponent(state.path) + (state.marks.length ? '&marks' : '') : '';
    return fetch('/-/' + what + '.json?profile=' + state.profile + '&bundle=' + state.bundle + page)
      .then(function (response) { return response.json(); });
  }

  /* Checks take longer than the page and would slow it down: they come when it is there. */
  function check(mine) {
    return shown().then(function () { return mine === asking ? ask('findings') : null; }).then(function (answer) {
      if (mine !== asking) return;
      built.findings = answer.findings;
      built.checked = true;
      built.failure = built.failure || answer.failure;
      calm();
      var panel = $('panel');
      var isFindings = panel.getAttribute('aria-label') === 'Findings';
      if (panel.hidden ? built.failure || count('error') : isFindings) showFindings();
    });
  }

  /* When the page is there, or takes too long. */
  function shown() {
    return new Promise(function (done) {
      $('frame-a').addEventListener('load', done, { once: true });
      setTimeout(done, 1500);
    });
  }

  /* Makes the page if something changed, then shows it: it is read again only when it has been made. */
  function refresh() {
    settle();
    writeAddress();
    fillBar();
    var mine = asking = {};
    return ask('state').then(function (answer) {
      if (mine !== asking) return undefined;
      // It may be gone, or have another name now.
      if (!answer.there && !answer.failure && built.known < answer.generation) return readProject().then(refresh);
      built.failure = answer.failure;
      built.milliseconds = answer.milliseconds;
      built.checked = false;
      calm();
      if (state.learning) {
        startLearning();
        return check(mine);
      }
      window.previewLearning.stop();
      show($('frame-a'), address(state.profile, state.bundle, state.path));
      if (state.compare) showOther();
      if (state.translation) showTranslation(mine);
      return check(mine);
    }).catch(function () { fail('The preview has ended: start `tailorbird serve` again'); });
  }

  function readProject() {
    return fetch('/-/editions.json').then(function (response) { return response.json(); }).then(function (answer) {
      if (answer.failure) { fail(answer.failure); return false; }
      project = answer;
      built.known = answer.generation;
      return project.organisations.length > 0;
    });
  }

  function offerChanged(files) {
    var page = current().pages.filter(function (one) { return files.indexOf(one.file) >= 0; })[0];
    $('notice').hidden = !page || page.path === state.path;
    if ($('notice').hidden) return;
    $('notice').textContent = 'You changed \u201c' + page.title + '\u201d.';
    var button = element('button', 'Show it');
    button.type = 'button';
    button.addEventListener('click', function () { $('notice').hidden = true; state.path = page.path; refresh(); });
    $('notice').appendChild(button);
  }

  function listen() {
    var news = new EventSource('/-/events');
    var lost = false;
    news.onmessage = function (event) {
      var message = JSON.parse(event.data);
      // The stream begins with the state of now, which is news only when something changed before it was open.
      if (!message.files.length && message.generation <= built.known) return undefined;
      busy('Building …');
      if (!project.organisations.length) return readProject().then(function (good) { if (good) refresh(); });
      // The page first; the list of pages, which knows of new ones and new titles, when it is there.
      refresh();
      return shown().then(readProject).then(function (good) {
        if (!good) return;
        var before = address(state.profile, state.bundle, state.path);
        settle();
        fillBar();
        if (before !== address(state.profile, state.bundle, state.path)) refresh();
        offerChanged(message.files);
      });
    };
    news.onerror = function () {
      lost = true;
      fail(news.readyState === EventSource.CLOSED // the server said no, and the browser does not ask again
        ? 'The preview is open in too many tabs: close some, then load this one again'
        : 'The preview has ended: start `tailorbird serve` again');
    };
    news.onopen = function () {
      if (!lost) return;
      lost = false;
      readProject().then(function (good) { if (good) refresh(); });
    };
  }

  function onChange(id, change) { $(id).addEventListener('change', function () { change($(id).value); refresh(); }); }

  function start() {
    onChange('profile', function (value) { state.profile = value; });
    onChange('bundle', function (value) { state.bundle = value; });
    onChange('language', function (value) { state.path = state.path.replace(/^[^/]+/, value); });
    onChange('page', function (value) { state.path = value; });
    ['profile', 'bundle', 'language'].forEach(function (name, index) {
      onChange(name + '-b', function (value) { var pieces = state.compare.split('/'); pieces[index] = value; state.compare = pieces.join('/'); });
    });
    document.querySelectorAll('[data-view]').forEach(function (button) {
      button.addEventListener('click', function () { state.view = button.dataset.view; refresh(); });
    });
    document.querySelectorAll('[data-mark]').forEach(function (button) {
      button.addEventListener('click', function () {
        var at = state.marks.indexOf(button.dataset.mark);
        if (at < 0) state.marks.push(button.dataset.mark);
        else state.marks.splice(at, 1);
        refresh();
      });
    });
    $('translation').addEventListener('click', function () {
      state.learning = false;
      state.compare = '';
      // The language of the page, when it is itself a translation.
      state.translation = state.translation ? '' : project.targets.indexOf(current().code) >= 0 ? current().code : project.targets[0];
      refresh();
    });
    onChange('target', function (value) { state.translation = value; });
    $('open-only').addEventListener('change', function () { state.openOnly = $('open-only').checked; refresh(); });
    $('compare').addEventListener('click', function () {
      state.learning = false;
      state.translation = '';
      state.compare = state.compare ? '' : [state.profile, state.bundle, current().code].join('/');
      refresh();
    });
    $('learning').addEventListener('click', function () {
      state.learning = !state.learning;
      state.compare = state.translation = '';
      if (!state.learning) { $('panel').hidden = true; $('frame-a').dataset.url = ''; }
      refresh();
    });
    $('findings-button').addEventListener('click', function () {
      var open = $('panel').hidden || $('panel').getAttribute('aria-label') !== 'Findings';
      $('findings-button').setAttribute('aria-expanded', open);
      if (open) showFindings();
      else $('panel').hidden = true;
    });
    ['frame-a', 'frame-b'].forEach(function (id) { $(id).addEventListener('load', function () { loaded($(id)); }); });
    window.addEventListener('hashchange', function () { readAddress(); refresh(); });
    busy('Building …');
    readProject().then(function (good) { if (good) return refresh(); });
    listen();
  }

  start();
})();
