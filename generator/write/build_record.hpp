#pragma once
// The build record, dist/build.json: the files that Tailorbird made, with sizes and hashes. IT departments
// check deliveries against it, the next build keeps the entries of what it does not build, and no build
// removes a file that is not listed. No time stamps: equal input gives equal bytes.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"
#include "write/format.hpp"

namespace tailorbird {

/// One bundle in one format.
struct BuildEntry {
  std::vector<std::string> languages;  // sorted
  std::size_t pages = 0;
  std::string revision;            // of the content that it was made from
  std::vector<WrittenFile> files;  // sorted by path
  auto operator<=>(const BuildEntry&) const = default;
};

struct BuildRecord {
  std::string tool;                           // "tailorbird 0.1.0"
  std::string revision;                       // of the content of the last build
  std::map<std::string, BuildEntry> entries;  // "meander/managers/site" → …
  bool complete = true;                       // false: files are being replaced, and may be old or new
  std::string shard = {};                     // "2/4", for a part of a build; empty: the whole build
  std::string options = {};  // of a shard: a short hash of the options that all shards must share
  auto operator<=>(const BuildRecord&) const = default;
};

inline constexpr std::string_view build_record_name = "build.json";

/// The record in the folder `out`; empty when there is none. Fails when it is malformed.
Result<BuildRecord> read_build_record(const fs::path& out);

/// The same from the file `path`, which must exist.
Result<BuildRecord> read_build_record_file(const fs::path& path);

/// Entries that stand in other records, by key.
using ListedEntries = std::map<std::string_view, const BuildEntry*>;
ListedEntries listed_entries(const BuildRecord& record);

/// The record as JSON with sorted keys, one file per line.
std::string build_record_text(const BuildRecord& record);
/// The same with `entries` instead of those of the record.
std::string build_record_text(const BuildRecord& record, const ListedEntries& entries);

}  // namespace tailorbird
