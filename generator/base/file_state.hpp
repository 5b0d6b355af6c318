#pragma once
// The state of a file or folder from `stat`, which changes when the file does.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tailorbird {

/// The parts of `struct stat` that change when a file does. Times are nanoseconds since 1970.
struct FileState {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::uint64_t size = 0;
  std::int64_t modified = 0;
  std::int64_t changed = 0;  // of the content or the inode (st_ctim): no program can set it
  std::uint32_t type = 0;    // S_IFREG, S_IFDIR …

  bool is_file() const;
  bool is_folder() const;
  bool operator==(const FileState&) const = default;
};

enum class Links : std::uint8_t { follow, keep };

/// The state of `path`; nothing when `stat` fails for any reason. `cause`, if not null, receives the errno.
std::optional<FileState> state_of(const std::string& path, Links links, int* cause = nullptr);

/// The same of a file that is open; it need not be looked up.
std::optional<FileState> state_of_open(int descriptor);

/// The names in a folder, each with its kind, sorted: equal as long as nothing is added, removed or changes
/// its kind.
struct FolderNames {
  std::string text;                  // "d images\nf index.md\n"
  bool has_links = false;            // their targets can change while the folder does not
  std::vector<std::string> folders;  // those that are folders, not links to one
};

/// Nothing when the folder cannot be listed. Symbolic links have the kind of their target. `hidden`: includes
/// names that begin with a dot.
std::optional<FolderNames> names_in(const std::string& folder, bool hidden);

/// The clock for time stamps of files on this machine, which has steps of some milliseconds.
std::int64_t coarse_clock();

/// The clock of the file system at `path`, after waiting for its next step: later changes get a later time
/// than all those before the call. Creates an empty file there (and does not follow a link). Nothing when
/// that fails or the clock does not advance.
std::optional<std::int64_t> next_tick(const std::string& path);

}  // namespace tailorbird
