#include "base/files.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "base/strings.hpp"

namespace tailorbird {
namespace {

struct Advice {
  int cause;
  std::string_view text;
};

/// What a person can do about the causes that a person can do something about.
constexpr auto advice = std::to_array<Advice>({
    {ENOSPC, "free some space on this disk, then run the command again"},
    {EDQUOT, "your share of this disk is used up; free some space, then run the command again"},
    {EFBIG,
     "files may not be larger here; raise the limit (ulimit -f), or build less at once with --profile"},
    {EACCES, "you have no right to do this here; ask for it, or choose another folder"},
    {EPERM, "you have no right to do this here; ask for it, or choose another folder"},
    {EROFS, "this disk can only be read; choose a folder on another one"},
    {ENOTDIR, "a file lies where a folder is needed; move it away"},
    {EISDIR, "a folder lies where a file is needed; move it away"},
    {EMFILE, "too many files are open; run the command again with fewer --jobs"},
});

}  // namespace

Error file_error(std::string_view what, const fs::path& path, int cause) {
  Error error{fmt::format("cannot {} {}: {}", what, path.string(), std::strerror(cause))};
  for (const Advice& one : advice) {
    if (one.cause == cause) error.message += fmt::format(" ({})", one.text);
  }
  return error;
}

namespace {

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  /// Closes now. Network disks report only here that what was written did not fit.
  bool close() { return ::close(std::exchange(fd_, -1)) == 0; }
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
      return file_error("write", path, errno);
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
  if (!file.open()) return file_error("read", path, errno);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return file_error("read", path, errno);
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
    if (count < 0) return file_error("read", path, errno);
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
    if (cause) return file_error("make the folder", path.parent_path(), cause.value());
    fd = open_for_writing(path);
  }
  if (fd < 0) return file_error("write", path, errno);
  Descriptor file(fd);
  if (auto written = write_all(file.get(), bytes, path); !written) return written;
  if (!file.close()) return file_error("write", path, errno);
  return {};
}

Result<std::vector<std::string>> list_files(const fs::path& folder) {
  std::error_code cause;
  const fs::path root = fs::canonical(folder, cause);
  if (cause) return file_error("list", folder, cause.value());
  std::vector<std::string> files;
  fs::recursive_directory_iterator entry(root, cause);
  if (cause) return file_error("list", folder, cause.value());
  for (const fs::recursive_directory_iterator end; entry != end; entry.increment(cause)) {
    if (cause) return file_error("list", folder, cause.value());
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
  const std::string normal = normalise_path(relative);
  return normal != ".." && !normal.starts_with("../");
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
