#pragma once
// Input files that are not on disk: unsaved text of an editor, projects in tests, and injected failures.

#include <atomic>
#include <map>

#include "base/input_files.hpp"

namespace tailorbird {

/// Files in memory that overlay `below`: a path in both has the bytes from memory.
class MemoryFiles : public Files {
 public:
  /// `below` must outlive this object; null: there are only the files in memory.
  explicit MemoryFiles(const Files* below = nullptr) : below_(below) {}

  /// Adds a file. `path` is absolute, or spelled as callers will request it.
  void put(const fs::path& path, std::string bytes);

  Result<std::vector<std::string>> list(const fs::path& folder) const override;
  Result<std::vector<std::string>> folders(const fs::path& folder) const override;
  Result<std::string> read(const fs::path& path, std::uint64_t most) const override;
  Result<FileStatus> stat(const fs::path& path) const override;

 private:
  const Files* below_;
  std::map<std::string, std::string> files_;  // normal path → bytes
};

/// Forwards to other files, except for one call, which fails with EIO.
class FailingFiles : public Files {
 public:
  /// The `nth` call from now on fails, counted from 1; 0: none.
  FailingFiles(const Files& below, std::size_t nth) : below_(below), nth_(nth) {}

  /// The number of calls so far.
  std::size_t calls() const { return calls_; }

  Result<std::vector<std::string>> list(const fs::path& folder) const override;
  Result<std::vector<std::string>> folders(const fs::path& folder) const override;
  Result<std::string> read(const fs::path& path, std::uint64_t most) const override;
  Result<FileStatus> stat(const fs::path& path) const override;

 private:
  bool fails() const { return ++calls_ == nth_; }

  const Files& below_;
  const std::size_t nth_;
  mutable std::atomic<std::size_t> calls_ = 0;
};

}  // namespace tailorbird
