// What each level of tracking tells a learning system besides "started" and "completed" (docs/lms.md). Nothing that is
// not in the list is ever sent.
tailorbirdScorm.tracking = {
  status: [],
  place: ['place', 'time'],
  pages: ['place', 'time', 'state']
};
