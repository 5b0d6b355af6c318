#pragma once
// Input that is not on the disk: unsaved text of an editor, a project in a test, and failures on purpose.

#include <atomic>
#include <map>

#include "base/input_files.hpp"

namespace tailorbird {

/// Files in memory, in front of `below`: a path that is in both has the bytes from memory.
class MemoryFiles : public Files {
 public:
  /// `below` outlives this; null: there is nothing but what is put.
  explicit MemoryFiles(const Files* below = nullptr) : below_(below) {}

  /// `path` is absolute, or as it will be asked for.
  void put(const fs::path& path, std::string bytes);

  Result<std::vector<std::string>> list(const fs::path& folder) const override;
  Result<std::vector<std::string>> folders(const fs::path& folder) const override;
  Result<std::string> read(const fs::path& path, std::uint64_t most) const override;
  Result<FileStatus> stat(const fs::path& path) const override;

 private:
  const Files* below_;
  std::map<std::string, std::string> files_;  // normal path → bytes
};

/// Hands on to others, but for one call, which fails with EIO.
class FailingFiles : public Files {
 public:
  /// The `nth` call from now on fails, counted from 1; 0: none does.
  FailingFiles(const Files& below, std::size_t nth) : below_(below), nth_(nth) {}

  /// How many calls there were.
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
