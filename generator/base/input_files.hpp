#pragma once
// The interface for reading files, which all readers of content, profiles, themes and schemas use.

#include <cstdint>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"

namespace tailorbird {

/// The error for a file that is larger than allowed.
Error too_large(const fs::path& path, std::uint64_t size, std::uint64_t most);

/// What lies at a path.
struct FileStatus {
  enum class Kind : std::uint8_t { missing, file, folder, other };  // other: a pipe, a socket, a device
  Kind kind = Kind::missing;
  std::uint64_t size = 0;  // of a file, in bytes
};

/// A source of input files: the disk, or a substitute (base/memory_files.hpp). A build reads everything
/// through it. Links are followed; calls never block on pipes or devices. Thread-safe.
class Files {
 public:
  Files() = default;
  virtual ~Files() = default;
  Files(const Files&) = delete;
  Files& operator=(const Files&) = delete;

  /// The regular files below `folder`, named as by list_files. The list is complete or an error: a folder
  /// that cannot be listed, a link that leaves `folder`, is broken or leads to a folder, a pipe, socket or
  /// device.
  virtual Result<std::vector<std::string>> list(const fs::path& folder) const = 0;
  /// The names of the folders in `folder`, sorted; none when it does not exist.
  virtual Result<std::vector<std::string>> folders(const fs::path& folder) const = 0;
  /// The bytes of a regular file of at most `most` bytes. A pipe, socket or device is an error.
  virtual Result<std::string> read(const fs::path& path, std::uint64_t most = largest_file) const = 0;
  /// The kind and size of what is at `path`. Fails when that cannot be determined.
  virtual Result<FileStatus> stat(const fs::path& path) const = 0;
};

/// The disk as a source of files.
const Files& disk();

}  // namespace tailorbird
