/* What the preview shows stands in its address:
     #/ORGANISATION/BUNDLE/PATH?view=phone&marks=colour,condition&compare=ORGANISATION/BUNDLE/LANGUAGE&translation=LANGUAGE&open&learning&reader=DIMENSION:VALUE,…
   so that it outlives a reload, a rebuild and a restart of `tailorbird serve`. */
(function () {
  'use strict';

  function read() {
    var cut = decodeURIComponent(location.hash.replace(/^#\/?/, '')).split('?');
    var pieces = cut[0].split('/');
    var query = new URLSearchParams(cut[1] || '');
    var state = {
      profile: pieces[0] || '',
      bundle: pieces[1] || '',
      path: pieces.slice(2).join('/'),
      view: query.get('view') || 'screen',
      marks: (query.get('marks') || '').split(',').filter(Boolean),
      compare: query.get('compare') || '',
      translation: query.get('translation') || '',
      openOnly: query.has('open'), // of the translation, only what somebody must look at
      learning: query.has('learning'),
      reader: {}
    };
    (query.get('reader') || '').split(',').filter(Boolean).forEach(function (pair) {
      state.reader[pair.split(':')[0]] = pair.split(':')[1];
    });
    return state;
  }

  function readerText(state, between, join) {
    return Object.keys(state.reader).map(function (key) { return key + between + state.reader[key]; }).join(join);
  }

  function write(state) {
    var query = [];
    if (state.view !== 'screen') query.push('view=' + state.view);
    if (state.marks.length) query.push('marks=' + state.marks.join(','));
    if (state.compare) query.push('compare=' + state.compare);
    if (state.translation) query.push('translation=' + state.translation + (state.openOnly ? '&open' : ''));
    if (state.learning) query.push('learning');
    if (readerText(state, ':', ',')) query.push('reader=' + readerText(state, ':', ','));
    history.replaceState(null, '', '#/' + [state.profile, state.bundle, state.path].join('/') + (query.length ? '?' + query.join('&') : ''));
  }

  window.previewAddress = { read: read, write: write, readerText: readerText };
})();
