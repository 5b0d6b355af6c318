// Video and audio: makes captions from the list of cues in the page. A <track> file does not load from a local
// folder, and many intranets do not serve its media type.
(function (tailorbird) {
  'use strict';
  function seconds(text) {
    return text.split(':').reduce(function (sum, part) { return sum * 60 + Number(part); }, 0);
  }
  function captions(root) {
    var media = root.querySelector('video, audio');
    if (!media || !media.addTextTrack || !window.VTTCue) return;
    var track = media.addTextTrack('captions', tailorbird.own(root, 'captions'), document.documentElement.lang);
    Array.prototype.forEach.call(root.querySelectorAll('.cue'), function (cue) {
      track.addCue(new window.VTTCue(seconds(cue.getAttribute('data-from')), seconds(cue.getAttribute('data-to')),
        tailorbird.visibleText(cue.querySelector('.cue-words'))));
    });
    track.mode = 'showing';
    // The player shows the captions now. When the transcript contains every word of the list, the list is
    // closed and not printed.
    var transcript = root.querySelector('.media-transcript');
    var words = transcript ? transcript.textContent : '';
    if (Array.prototype.every.call(track.cues, function (cue) { return words.indexOf(cue.text) >= 0; })) {
      root.classList.add('is-told-twice');
      var list = root.querySelector('.media-cues');
      if (list) list.open = false;
    }
  }
  tailorbird.register('video', captions);
  tailorbird.register('audio', captions);
}(window.tailorbird));
