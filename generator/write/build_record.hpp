#pragma once
// dist/build.json: what Tailorbird made, with sizes and hashes. IT departments check a delivery against it,
// the next build keeps the entries of what it does not build, and --prune removes nothing that is not in it.
// No time stamps: equal input gives equal bytes.

#include <map>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"
#include "write/format.hpp"

namespace tailorbird {

/// One bundle in one format.
struct BuildEntry {
  std::vector<std::string> languages;  // sorted
  std::size_t pages = 0;
  std::string revision;            // of the content it was made from
  std::vector<WrittenFile> files;  // sorted by path
  auto operator<=>(const BuildEntry&) const = default;
};

struct BuildRecord {
  std::string tool;                           // "tailorbird 0.1.0"
  std::string revision;                       // of the content of the last build
  std::map<std::string, BuildEntry> entries;  // "meander/managers/site" → …
  auto operator<=>(const BuildRecord&) const = default;
};

inline constexpr std::string_view build_record_name = "build.json";

/// The record in the folder `out`; empty when it has none. Fails when it cannot be understood.
Result<BuildRecord> read_build_record(const fs::path& out);

/// The JSON, keys sorted, a file per line.
std::string build_record_text(const BuildRecord& record);

/// Removes the files of `entry` below `out`, and the folders that this leaves empty. Files that are gone
/// already are no failure; paths that would leave `out` are not touched.
Result<void> remove_entry(const fs::path& out, const BuildEntry& entry);

}  // namespace tailorbird
