#pragma once
// The disk as a source of files that records every query and its result: the exact inputs of a build.

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "base/disk_snapshot.hpp"
#include "base/input_files.hpp"

namespace tailorbird {

class RecordedDisk : public Files {
 public:
  Result<std::vector<std::string>> list(const fs::path& folder) const override;
  Result<std::vector<std::string>> folders(const fs::path& folder) const override;
  Result<std::string> read(const fs::path& path, std::uint64_t most) const override;
  Result<FileStatus> stat(const fs::path& path) const override;

  /// SHA-256 of the file at its first read, or now if it has not been read. Thread-safe.
  Result<std::string> sha256_of(const fs::path& path) const;

  /// Everything recorded so far, with absolute paths. Nothing when a later comparison would be unreliable: a
  /// query failed, or a file changed between two reads.
  std::optional<DiskSnapshot> seen() const;

 private:
  void note_folder(const std::string& path) const;
  void note_tree(const std::string& path) const;
  void note_kind(const std::string& path) const;
  void note_file(const std::string& path, const std::optional<FileState>& before, std::string sha256) const;
  void doubt() const;

  mutable std::mutex mutex_;
  mutable bool doubtful_ = false;
  mutable std::map<std::string, KnownFile> files_;  // by path
  mutable std::map<std::string, KnownFolder> folders_;
  mutable std::map<std::string, KnownKind> kinds_;
};

}  // namespace tailorbird
