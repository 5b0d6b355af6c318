#pragma once
// What the disk says of a file or folder without reading it, from which a later change can be told.

#include <cstdint>
#include <optional>
#include <string>

namespace tailorbird {

/// The parts of `struct stat` that change when a file does. Times are nanoseconds since 1970.
struct FileState {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::uint64_t size = 0;
  std::int64_t modified = 0;
  std::int64_t changed = 0;  // of the file or what the disk says of it: no program can set it
  std::uint32_t type = 0;    // S_IFREG, S_IFDIR …

  bool is_file() const;
  bool is_folder() const;
  bool operator==(const FileState&) const = default;
};

enum class Links : std::uint8_t { follow, keep };

/// Nothing when it cannot be looked at, whatever the reason. `cause`, when asked for, gets the errno.
std::optional<FileState> state_of(const std::string& path, Links links, int* cause = nullptr);

/// The names in a folder, each with its kind, sorted: equal as long as nothing comes, goes or becomes
/// something else.
struct FolderNames {
  std::string text;        // "d images\nf index.md\n"
  bool has_links = false;  // what they lead to can change without the folder
};

/// Nothing when the folder cannot be listed. Links count as what they lead to. `hidden`: names that begin
/// with a dot as well.
std::optional<FolderNames> names_in(const std::string& folder, bool hidden);

/// The clock that disks of this machine stamp files with, which goes in steps of some milliseconds.
std::int64_t coarse_clock();

/// The clock of the disk at `path`, where an empty file is made (a link is not followed), after it has gone
/// on by a step: what is changed from now on has a later time than everything before the call. Nothing when
/// the disk does not answer, or its clock stands still for long.
std::optional<std::int64_t> next_tick(const std::string& path);

}  // namespace tailorbird
