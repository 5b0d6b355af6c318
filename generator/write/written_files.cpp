#include "write/written_files.hpp"

#include <algorithm>
#include <utility>

#include "base/hash.hpp"

namespace tailorbird {

Result<void> WrittenFiles::write(const std::string& path, const HashedBytes& bytes) {
  const Result<FileState> state = staging_.write_hashed(path, bytes);
  if (!state) return state.error();
  WrittenFile file{path, bytes.size(), bytes.sha256(), *state};
  const std::lock_guard lock(mutex_);
  files_.push_back(std::move(file));
  return {};
}

Result<void> WrittenFiles::note(const std::string& path) {
  const fs::path staged = staging_.staged(path);
  Result<std::string> hash = sha256_of_file(staged);
  if (!hash) return hash.error();
  std::error_code cause;
  const std::uint64_t size = fs::file_size(staged, cause);
  if (cause) return file_error("read", staged, cause.value());
  static_cast<void>(staging_.keep(path, size, *hash));
  const std::lock_guard lock(mutex_);
  files_.push_back({path, size, *hash});
  return {};
}

Result<bool> WrittenFiles::keep(const std::string& path, const std::string& sha256) {
  if (!staging_.keep(path, std::nullopt, sha256)) return false;
  std::error_code cause;
  const std::uint64_t size = fs::file_size(staging_.staged(path), cause);
  if (cause) return file_error("read", staging_.staged(path), cause.value());
  const std::lock_guard lock(mutex_);
  files_.push_back({path, size, sha256});
  return true;
}

std::optional<std::string> WrittenFiles::sha256_of(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  for (const WrittenFile& file : files_) {
    if (file.path == path) return file.sha256;
  }
  return std::nullopt;
}

std::vector<WrittenFile> WrittenFiles::sorted() const {
  const std::lock_guard lock(mutex_);
  std::vector<WrittenFile> files = files_;
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<WrittenFile> WrittenFiles::take() {
  const std::lock_guard lock(mutex_);
  std::sort(files_.begin(), files_.end());
  files_.shrink_to_fit();  // they stay until the last bundle is made
  return std::exchange(files_, {});
}

}  // namespace tailorbird
