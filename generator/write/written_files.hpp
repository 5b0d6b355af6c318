#pragma once
// Stages output files and records their sizes and hashes. Every sink (write/sink.hpp) writes through it, so
// that build.json cannot miss a file.

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/file_state.hpp"
#include "base/hashed_bytes.hpp"
#include "base/result.hpp"
#include "write/staging.hpp"

namespace tailorbird {

/// A file of the output, as build.json lists it.
struct WrittenFile {
  std::string path;  // relative to dist/
  std::uint64_t size = 0;
  std::string sha256;
  FileState state = {};  // when it was written; {}: not known. Belongs to the disk, not to the file

  auto operator<=>(const WrittenFile& other) const {
    return std::tie(path, size, sha256) <=> std::tie(other.path, other.size, other.sha256);
  }
  bool operator==(const WrittenFile& other) const { return (*this <=> other) == 0; }
};

class WrittenFiles {
 public:
  /// `staging` must outlive this object.
  explicit WrittenFiles(const Staging& staging) : staging_(staging) {}

  /// Stages a file and records its size and hash. Thread-safe.
  Result<void> write(const std::string& path, const HashedBytes& bytes);
  /// Records a file that other code wrote to staged(path).
  Result<void> note(const std::string& path);
  /// Stages the old file at `path` of the output if it has this SHA-256. False: it does not, or does not
  /// exist.
  Result<bool> keep(const std::string& path, const std::string& sha256);
  /// The hash of a file that was written; nothing when it was not.
  std::optional<std::string> sha256_of(const std::string& path) const;
  /// All files so far, sorted by path.
  std::vector<WrittenFile> sorted() const;
  /// Moves them out.
  std::vector<WrittenFile> take();

 private:
  const Staging& staging_;
  mutable std::mutex mutex_;
  std::vector<WrittenFile> files_;
};

}  // namespace tailorbird
