#pragma once
// Golden tests: whole runs of the real program, whose output is compared byte by byte with files in the
// repository.
//
// tests/golden/<feature>/<case>/
//   site/       a small project; it is copied, so a run may write into it
//   source/     files from elsewhere, copied too
//   command     the commands, one per line, without the program's name (default: `check --root site`)
//   stdout      the output of all commands; no file: nothing
//   stderr      the same
//   status      exit status of the last command; no file: 0
//   files       optional: the paths below dist/ after the run
//   packed      optional: the paths in the zips below dist/: a/b.zip/index.html
//   expected/   files of dist/ that must have these bytes
//   kept        patterns of paths as in `files` and `packed`, one per line: expected/ has exactly the files
//               that match
//   made        the same for files beside dist/, such as site/content/en/*, and written/
//
//   data/       files that Tailorbird finds beside its themes, such as control documents of SCORM
//
// An empty file is not the same as no file.
//
// Parts that vary are replaced before the comparison: the folder by [ROOT], the program's version by
// [VERSION], the revision of the content by [REVISION], the size of the output by [SIZE]. A case whose name
// begins with `bad-` must end with a status other than 0. With UPDATE_GOLDEN=1 in the environment, differing
// files are rewritten, and the case counts as updated instead of passed: the run ends with status 3.

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
  std::string report;  // the differences, for people
};

GoldenResult run_golden(const GoldenCase& one, const std::filesystem::path& program, bool update);

}  // namespace tailorbird::test
