// What a learning system is told at each level of tracking, besides "started" and "completed" (docs/lms.md). What is
// not in the list is not said, whoever asks for it.
tailorbirdScorm.tracking = {
  status: [],
  place: ['place', 'time'],
  pages: ['place', 'time', 'state']
};
