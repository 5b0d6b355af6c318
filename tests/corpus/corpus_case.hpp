#pragma once
// The inputs of the corpus: slips as unified diffs on tests/corpus/base, projects as files on
// tests/corpus/project-base.

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tailorbird::test {

/// Some lines of a file that others replace. The first and last lines of both may be equal: they say where it
/// is.
struct Hunk {
  std::size_t line = 0;  // where the old lines begin, from 1
  std::vector<std::string> before;
  std::vector<std::string> after;
};

struct FileChange {
  std::string path;
  bool removed = false;
  std::vector<Hunk> hunks;
};

using Slips = std::map<std::string, std::vector<FileChange>, std::less<>>;  // by id

/// Reads mistakes.diff: a line `=== id words` before each slip, then a unified diff.
Slips read_slips(std::string_view text);

/// Changes the files below `root`. Throws when one does not have the lines that a hunk replaces.
void apply(const std::vector<FileChange>& changes, const std::filesystem::path& root);

/// Copies the files of `overlay` over those of `root`; a file `without.txt` names files to remove.
void copy_over(const std::filesystem::path& overlay, const std::filesystem::path& root);

std::string read_text(const std::filesystem::path& file);

/// A table as rows of fields; "…" around a field that has commas or quotes, as RFC 4180 says.
std::vector<std::vector<std::string>> read_csv(std::string_view text);
std::string csv_row(const std::vector<std::string>& fields);

}  // namespace tailorbird::test
