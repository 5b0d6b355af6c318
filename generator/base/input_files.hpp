#pragma once
// Files as input: one small interface that every reader of content, profiles, themes and schemas stands
// behind.

#include <cstdint>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"

namespace tailorbird {

/// Of a file that has more bytes than are read.
Error too_large(const fs::path& path, std::uint64_t size, std::uint64_t most);

/// Unless told otherwise no larger file is read (256 MiB), so that a mistake cannot fill the memory.
inline constexpr std::uint64_t largest_file = 256ULL << 20U;

/// What lies at a path.
struct FileStatus {
  enum class Kind : std::uint8_t { missing, file, folder, other };  // other: a pipe, a socket, a device
  Kind kind = Kind::missing;
  std::uint64_t size = 0;  // of a file, in bytes
};

/// Where input is read from: the disk, or what stands in for it (base/memory_files.hpp). Everything that a
/// build reads comes through here. Links are followed; nothing waits for pipes or devices. Thread-safe.
class Files {
 public:
  Files() = default;
  virtual ~Files() = default;
  Files(const Files&) = delete;
  Files& operator=(const Files&) = delete;

  /// The regular files below `folder`, as list_files names them. It is complete or an error: a folder below
  /// that cannot be listed, a link that leaves `folder`, leads to nothing or to a folder, a pipe, socket or
  /// device.
  virtual Result<std::vector<std::string>> list(const fs::path& folder) const = 0;
  /// The names of the folders in `folder`, sorted; none when it is not there.
  virtual Result<std::vector<std::string>> folders(const fs::path& folder) const = 0;
  /// The bytes of a regular file of at most `most` bytes. A pipe, socket or device is refused at once.
  virtual Result<std::string> read(const fs::path& path, std::uint64_t most = largest_file) const = 0;
  /// Fails when it cannot be known whether something is there.
  virtual Result<FileStatus> stat(const fs::path& path) const = 0;
};

/// The disk.
const Files& disk();

}  // namespace tailorbird
