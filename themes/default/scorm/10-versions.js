// What differs between SCORM 1.2 and SCORM 2004: names of calls, names of elements, forms of values.
// Sources: SCORM 1.2 RTE 3.4, SCORM 2004 4th ed. RTE 4.2.
var tailorbirdScorm = window.tailorbirdScorm || {};

tailorbirdScorm.versions = {
  "1.2": {
    api: "API",
    calls: { initialize: "LMSInitialize", get: "LMSGetValue", set: "LMSSetValue", commit: "LMSCommit",
      terminate: "LMSFinish", error: "LMSGetLastError" },
    mode: "cmi.core.lesson_mode",
    status: "cmi.core.lesson_status",
    location: "cmi.core.lesson_location",
    state: "cmi.suspend_data",
    time: "cmi.core.session_time",
    exit: "cmi.core.exit",
    longestState: 4096,
    longestLocation: 255,
    // A stuck "suspend" has kept finished courses incomplete in some systems.
    exitValue: function (completed) { return completed ? "" : "suspend"; },
    formatTime: function (seconds) {
      var two = function (n) { return (n < 10 ? "0" : "") + n; };
      return two(Math.min(9999, Math.floor(seconds / 3600))) + ":" + two(Math.floor(seconds / 60) % 60) + ":" +
        two(Math.floor(seconds) % 60);
    }
  },
  "2004": {
    api: "API_1484_11",
    calls: { initialize: "Initialize", get: "GetValue", set: "SetValue", commit: "Commit",
      terminate: "Terminate", error: "GetLastError" },
    mode: "cmi.mode",
    status: "cmi.completion_status",
    location: "cmi.location",
    state: "cmi.suspend_data",
    time: "cmi.session_time",
    exit: "cmi.exit",
    longestState: 64000,
    longestLocation: 1000,
    // Without "suspend" the next launch starts afresh and overwrites a stored "completed".
    exitValue: function () { return "suspend"; },
    formatTime: function (seconds) {
      var whole = Math.floor(seconds);
      return "PT" + Math.floor(whole / 3600) + "H" + Math.floor(whole / 60) % 60 + "M" + whole % 60 + "S";
    }
  }
};
