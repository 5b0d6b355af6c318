#include "write/written_files.hpp"

#include <algorithm>
#include <utility>

#include "base/hash.hpp"

namespace tailorbird {

Result<void> WrittenFiles::write(const std::string& path, std::string_view bytes) {
  if (auto staged = staging_.write(path, bytes); !staged) return staged;
  WrittenFile file{path, bytes.size(), sha256_hex(bytes)};
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
  const std::lock_guard lock(mutex_);
  files_.push_back({path, size, *hash});
  return {};
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
  return std::exchange(files_, {});
}

}  // namespace tailorbird
