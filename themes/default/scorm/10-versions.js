// The differences between SCORM 1.2 (RTE 3.4), SCORM 2004 (4th ed. RTE 4.2) and cmi5. The data of the edition is
// in scorm-data.js.
tailorbirdScorm.versions = {
  '1.2': {
    api: 'API',
    calls: { initialize: 'LMSInitialize', get: 'LMSGetValue', set: 'LMSSetValue', commit: 'LMSCommit',
      terminate: 'LMSFinish' },
    mode: 'cmi.core.lesson_mode',
    status: 'cmi.core.lesson_status',
    place: 'cmi.core.lesson_location',
    state: 'cmi.suspend_data',
    time: 'cmi.core.session_time',
    exit: 'cmi.core.exit',
    // Moodle and others take a preview without a status for a completed course.
    previewStatus: 'browsed',
    // In some systems, "suspend" would keep a finished course incomplete.
    exitValue: completed => completed ? '' : 'suspend',
    timeValue: seconds => {
      const two = number => (number < 10 ? '0' : '') + number;
      return [Math.min(9999, Math.floor(seconds / 3600)), Math.floor(seconds / 60) % 60, seconds % 60]
        .map(two).join(':');
    }
  },
  '2004': {
    api: 'API_1484_11',
    calls: { initialize: 'Initialize', get: 'GetValue', set: 'SetValue', commit: 'Commit', terminate: 'Terminate' },
    mode: 'cmi.mode',
    status: 'cmi.completion_status',
    place: 'cmi.location',
    state: 'cmi.suspend_data',
    time: 'cmi.session_time',
    exit: 'cmi.exit',
    previewStatus: '',
    // Without "suspend" the next launch starts afresh and overwrites a stored "completed".
    exitValue: () => 'suspend',
    timeValue: seconds =>
      'PT' + Math.floor(seconds / 3600) + 'H' + Math.floor(seconds / 60) % 60 + 'M' + seconds % 60 + 'S'
  },
  // A learning record store: 45-cmi5.js offers it through the same calls.
  cmi5: {
    find: address => tailorbirdScorm.cmi5.find(address),
    calls: { initialize: 'initialize', get: 'get', set: 'set', commit: 'commit', terminate: 'terminate' },
    mode: 'mode',
    status: 'status',
    place: 'place',
    state: 'state',
    time: 'time',
    exit: 'exit',
    previewStatus: '',
    exitValue: () => '',
    timeValue: seconds => 'PT' + seconds + 'S'
  }
};
