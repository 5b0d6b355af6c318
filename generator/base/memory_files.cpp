#include "base/memory_files.hpp"

#include <cerrno>
#include <set>

namespace tailorbird {
namespace {

std::string key_of(const fs::path& path) { return path.lexically_normal().generic_string(); }

/// The prefix of the keys of all files below `folder`.
std::string prefix_of(const fs::path& folder) {
  std::string prefix = key_of(folder);
  if (!prefix.ends_with('/')) prefix += '/';
  return prefix;
}

bool is_hidden(std::string_view relative) {
  return relative.starts_with('.') || relative.find("/.") != std::string_view::npos;
}

}  // namespace

void MemoryFiles::put(const fs::path& path, std::string bytes) { files_[key_of(path)] = std::move(bytes); }

Result<std::vector<std::string>> MemoryFiles::list(const fs::path& folder) const {
  const std::string prefix = prefix_of(folder);
  std::set<std::string> names;
  for (auto at = files_.lower_bound(prefix); at != files_.end() && at->first.starts_with(prefix); ++at) {
    std::string relative = at->first.substr(prefix.size());
    if (!is_hidden(relative)) names.insert(std::move(relative));
  }
  const Result<FileStatus> below = below_ == nullptr ? FileStatus{} : below_->stat(folder);
  if (!below) return below.error();
  if (below->kind != FileStatus::Kind::missing) {
    auto more = below_->list(folder);
    if (!more) return more.error();
    names.insert(more->begin(), more->end());
  } else if (names.empty()) {
    return file_error("list", folder, ENOENT);
  }
  return std::vector<std::string>(names.begin(), names.end());
}

Result<std::vector<std::string>> MemoryFiles::folders(const fs::path& folder) const {
  const std::string prefix = prefix_of(folder);
  std::set<std::string> names;
  for (auto at = files_.lower_bound(prefix); at != files_.end() && at->first.starts_with(prefix); ++at) {
    const std::size_t end = at->first.find('/', prefix.size());
    if (end != std::string::npos) names.insert(at->first.substr(prefix.size(), end - prefix.size()));
  }
  if (below_ != nullptr) {
    auto more = below_->folders(folder);
    if (!more) return more.error();
    names.insert(more->begin(), more->end());
  }
  return std::vector<std::string>(names.begin(), names.end());
}

Result<std::string> MemoryFiles::read(const fs::path& path, std::uint64_t most) const {
  const auto found = files_.find(key_of(path));
  if (found == files_.end()) {
    if (below_ != nullptr) return below_->read(path, most);
    return file_error("read", path, ENOENT);
  }
  if (found->second.size() > most) return too_large(path, found->second.size(), most);
  return found->second;
}

Result<FileStatus> MemoryFiles::stat(const fs::path& path) const {
  const auto found = files_.find(key_of(path));
  if (found != files_.end()) return FileStatus{FileStatus::Kind::file, found->second.size()};
  const std::string prefix = prefix_of(path);
  const auto inside = files_.lower_bound(prefix);
  if (inside != files_.end() && inside->first.starts_with(prefix))
    return FileStatus{FileStatus::Kind::folder, 0};
  return below_ == nullptr ? FileStatus{} : below_->stat(path);
}

Result<std::vector<std::string>> FailingFiles::list(const fs::path& folder) const {
  if (fails()) return file_error("list", folder, EIO);
  return below_.list(folder);
}

Result<std::vector<std::string>> FailingFiles::folders(const fs::path& folder) const {
  if (fails()) return file_error("list", folder, EIO);
  return below_.folders(folder);
}

Result<std::string> FailingFiles::read(const fs::path& path, std::uint64_t most) const {
  if (fails()) return file_error("read", path, EIO);
  return below_.read(path, most);
}

Result<FileStatus> FailingFiles::stat(const fs::path& path) const {
  if (fails()) return file_error("look at", path, EIO);
  return below_.stat(path);
}

}  // namespace tailorbird
