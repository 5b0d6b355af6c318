#include "base/files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/text.hpp"

namespace tailorbird {
namespace {

Error failed(std::string_view what, const fs::path& path, int cause) {
  return Error{fmt::format("cannot {} {}: {}", what, path.string(), std::strerror(cause))};
}

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }
  bool open() const { return fd_ >= 0; }

 private:
  int fd_;
};

Result<void> write_all(int fd, std::string_view bytes, const fs::path& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return failed("write", path, errno);
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

int open_for_writing(const fs::path& path) {
  return ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
}

}  // namespace

Result<std::string> read_file(const fs::path& path, std::uint64_t most) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.open()) return failed("read", path, errno);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return failed("read", path, errno);
  if (!S_ISREG(status.st_mode)) return Error{fmt::format("cannot read {}: not a file", path.string())};
  if (static_cast<std::uint64_t>(status.st_size) > most) {
    return Error{fmt::format("cannot read {}: it has {} bytes, more than the {} that are read", path.string(),
                             status.st_size, most)};
  }
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t got = 0;
  while (got < bytes.size()) {
    const ssize_t count = ::read(file.get(), bytes.data() + got, bytes.size() - got);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return failed("read", path, errno);
    if (count == 0) break;
    got += static_cast<std::size_t>(count);
  }
  bytes.resize(got);
  return bytes;
}

Result<void> write_file(const fs::path& path, std::string_view bytes) {
  int fd = open_for_writing(path);
  if (fd < 0 && errno == ENOENT) {  // folders are made only when they are missing: it saves a call per file
    std::error_code cause;
    fs::create_directories(path.parent_path(), cause);
    if (cause) return failed("make the folder", path.parent_path(), cause.value());
    fd = open_for_writing(path);
  }
  if (fd < 0) return failed("write", path, errno);
  const Descriptor file(fd);
  return write_all(file.get(), bytes, path);
}

Result<std::vector<std::string>> list_files(const fs::path& folder) {
  std::error_code cause;
  const fs::path root = fs::canonical(folder, cause);
  if (cause) return failed("list", folder, cause.value());
  std::vector<std::string> files;
  fs::recursive_directory_iterator entry(root, cause);
  if (cause) return failed("list", folder, cause.value());
  for (const fs::recursive_directory_iterator end; entry != end; entry.increment(cause)) {
    if (cause) return failed("list", folder, cause.value());
    const std::string name = entry->path().filename().string();
    if (name.starts_with('.')) {
      entry.disable_recursion_pending();
      continue;
    }
    if (entry->is_symlink()) {
      const fs::path target = fs::weakly_canonical(entry->path(), cause);
      if (!target.string().starts_with(root.string() + "/")) {
        return Error{fmt::format("cannot list {}: {} is a link that leaves it", folder.string(),
                                 entry->path().lexically_relative(root).string())};
      }
    }
    if (entry->is_regular_file()) files.push_back(entry->path().lexically_relative(root).generic_string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

bool stays_inside(std::string_view relative) {
  if (relative.starts_with('/')) return false;
  return !normalise_path(relative).starts_with("..");
}

std::string normalise_path(std::string_view path) {
  std::vector<std::string_view> kept;
  for (const std::string_view part : split(path, '/')) {
    if (part.empty() || part == ".") continue;
    if (part == ".." && !kept.empty() && kept.back() != "..") {
      kept.pop_back();
    } else {
      kept.push_back(part);
    }
  }
  std::string result;
  for (const std::string_view part : kept) {
    if (!result.empty()) result += '/';
    result += part;
  }
  return result;
}

std::string relative_path(std::string_view from, std::string_view to) {
  std::size_t common = 0;  // length of the shared folders, up to and including their last '/'
  for (std::size_t at = 0; at < std::min(from.size(), to.size()) && from[at] == to[at]; ++at) {
    if (from[at] == '/') common = at + 1;
  }
  std::string result;
  for (std::size_t at = common; at < from.size(); ++at) {
    if (from[at] == '/') result += "../";
  }
  result += to.substr(common);
  return result;
}

}  // namespace tailorbird
