#pragma once
// Golden tests: whole runs of the real program, whose output is kept and compared byte by byte.
//
// tests/golden/<feature>/<case>/
//   site/       a small project; it is copied, so a run may write into it
//   source/     files from elsewhere, copied too
//   command     what to run, one command a line, without the program's name (default: `check --root site`)
//   stdout      what the commands print, one after the other; no file: nothing
//   stderr      the same
//   status      exit status of the last command; no file: 0
//   files       the paths below dist/ after the run, if this file is there
//   packed      what is in the zips below dist/, if this file is there: a/b.zip/index.html
//   expected/   files that dist/ must hold with these bytes
//   kept        patterns, one a line, of paths as in `files` and `packed`: expected/ holds all that fit, and
//               nothing else
//   made        the same for files beside dist/, as site/content/en/*, which written/ holds
//
//   data/       what Tailorbird finds beside its themes, such as control documents of SCORM
//
// A file that is there and empty is not the same as no file.
//
// What may vary is named first: the folder [ROOT], the program's version [VERSION], the content's revision
// [REVISION], how much was written [SIZE]. A case whose name begins with `bad-` must end with a status other
// than 0. With UPDATE_GOLDEN=1 in the environment differing files are rewritten, and the case counts as
// updated, which is not passed: the run ends with status 3.

#include <filesystem>
#include <string>
#include <vector>

namespace tailorbird::test {

struct GoldenCase {
  std::string name;  // "tailor/only-list-item"
  std::filesystem::path folder;
};

/// All cases below `folder`, sorted by name.
std::vector<GoldenCase> golden_cases(const std::filesystem::path& folder);

struct GoldenResult {
  enum class Kind { passed, failed, updated };
  Kind kind = Kind::passed;
  std::string report;  // what differs, for people
};

GoldenResult run_golden(const GoldenCase& one, const std::filesystem::path& program, bool update);

}  // namespace tailorbird::test
