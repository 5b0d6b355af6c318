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

#include "base/file_state.hpp"
#include "base/input_files.hpp"
#include "base/strings.hpp"

namespace tailorbird {
namespace {

struct Advice {
  int cause;
  std::string_view text;
};

/// Advice for the causes that a person can do something about.
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

/// A file descriptor that is closed on destruction.
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

Error not_a_file(const fs::path& path) {
  return Error{fmt::format("cannot read {}: not a file", path.string())};
}

/// What is found below a folder.
struct Listing {
  const fs::path& folder;  // as requested
  const fs::path& root;    // without links
  std::size_t root_size;   // with the slash after it
  std::vector<std::string> files;
};

Error cannot_list(const Listing& listing, const fs::path& path, std::string_view what) {
  return Error{fmt::format("cannot list {}: {} is {}", listing.folder.string(),
                           path.lexically_relative(listing.root).generic_string(), what)};
}

/// What is wrong with a link, or an empty text.
std::string_view link_problem(const fs::path& root, const fs::path& path) {
  std::error_code cause;
  const fs::path target = fs::weakly_canonical(path, cause);
  if (cause == std::errc::too_many_symbolic_link_levels) return "a link that leads in a circle";
  if (cause) return "a link that cannot be followed";
  if (!target.string().starts_with(root.string() + "/")) return "a link that leaves it";
  const fs::file_status status = fs::status(target, cause);
  if (status.type() == fs::file_type::not_found) return "a link to nothing";
  if (cause) return "a link that cannot be followed";
  return fs::is_directory(status) ? "a link to a folder; link the files in it instead" : "";
}

/// Adds the files of `folder`, which is below the root, and of the folders in it.
Result<void> list_below(Listing& listing, const fs::path& folder);

Result<void> list_entry(Listing& listing, const fs::directory_entry& entry) {
  std::error_code cause;
  if (entry.is_symlink(cause)) {
    const std::string_view problem = link_problem(listing.root, entry.path());
    if (!problem.empty()) return cannot_list(listing, entry.path(), problem);
  }
  // Most folders say themselves what their entries are: status() would ask about each of them.
  const bool is_folder = entry.is_directory(cause);
  const bool is_file = !cause && !is_folder && entry.is_regular_file(cause);
  if (cause) return file_error("look at", entry.path(), cause.value());
  if (is_folder) return list_below(listing, entry.path());
  if (!is_file) return cannot_list(listing, entry.path(), "neither a file nor a folder");
  listing.files.push_back(entry.path().native().substr(listing.root_size));
  return {};
}

Result<void> list_below(Listing& listing, const fs::path& folder) {
  std::error_code cause;
  fs::directory_iterator entry(folder, cause);
  for (const fs::directory_iterator end; !cause && entry != end; entry.increment(cause)) {
    if (entry->path().filename().string().starts_with('.')) continue;
    if (auto listed = list_entry(listing, *entry); !listed) return listed;
  }
  if (cause) return file_error("list", folder, cause.value());
  return {};
}

class Disk : public Files {
 public:
  Result<std::vector<std::string>> list(const fs::path& folder) const override { return list_files(folder); }

  Result<std::vector<std::string>> folders(const fs::path& folder) const override {
    std::vector<std::string> names;
    std::error_code cause;
    fs::directory_iterator entry(folder, cause);
    if (cause == std::errc::no_such_file_or_directory) return names;
    for (const fs::directory_iterator end; !cause && entry != end; entry.increment(cause)) {
      std::error_code failed;
      if (entry->is_directory(failed)) names.push_back(entry->path().filename().string());
      if (failed) return file_error("look at", entry->path(), failed.value());
    }
    if (cause) return file_error("list", folder, cause.value());
    std::sort(names.begin(), names.end());
    return names;
  }

  Result<std::string> read(const fs::path& path, std::uint64_t most) const override {
    return read_file(path, most);
  }

  Result<FileStatus> stat(const fs::path& path) const override {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
      if (errno == ENOENT || errno == ENOTDIR) return FileStatus{};
      return file_error("look at", path, errno);
    }
    FileStatus result{FileStatus::Kind::other, static_cast<std::uint64_t>(status.st_size)};
    if (S_ISREG(status.st_mode)) result.kind = FileStatus::Kind::file;
    if (S_ISDIR(status.st_mode)) result.kind = FileStatus::Kind::folder;
    return result;
  }
};

int open_for_writing(const fs::path& path) {
  return ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
}

}  // namespace

Error too_large(const fs::path& path, std::uint64_t size, std::uint64_t most) {
  return Error{fmt::format("cannot read {}: it has {} bytes, more than the {} that are read", path.string(),
                           size, most)};
}

Result<std::string> read_file(const fs::path& path, std::uint64_t most) {
  // Without O_NONBLOCK, opening a pipe waits for somebody to write to it.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (!file.open() && errno == ENXIO) return not_a_file(path);  // a socket
  if (!file.open()) return file_error("read", path, errno);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return file_error("read", path, errno);
  if (!S_ISREG(status.st_mode)) return not_a_file(path);
  const auto size = static_cast<std::uint64_t>(status.st_size);
  if (size > most) return too_large(path, size, most);
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
  const Result<FileState> written = write_stated_file(path, bytes);
  if (!written) return written.error();
  return {};
}

Result<FileState> write_stated_file(const fs::path& path, std::string_view bytes) {
  int fd = open_for_writing(path);
  if (fd < 0 && errno == ENOENT) {  // folders are made only when they are missing: it saves a call per file
    std::error_code cause;
    fs::create_directories(path.parent_path(), cause);
    if (cause) return file_error("make the folder", path.parent_path(), cause.value());
    fd = open_for_writing(path);
  }
  if (fd < 0) return file_error("write", path, errno);
  Descriptor file(fd);
  if (auto written = write_all(file.get(), bytes, path); !written) return written.error();
  const FileState state = state_of_open(file.get()).value_or(FileState{});
  if (!file.close()) return file_error("write", path, errno);
  return state;
}

Result<std::vector<std::string>> list_files(const fs::path& folder) {
  std::error_code cause;
  const fs::path root = fs::canonical(folder, cause);
  if (cause) return file_error("list", folder, cause.value());
  Listing listing{folder, root, (root / "").native().size(), {}};
  if (auto listed = list_below(listing, root); !listed) return listed.error();
  std::sort(listing.files.begin(), listing.files.end());
  return std::move(listing.files);
}

const Files& disk() {
  static const Disk disk;
  return disk;
}

bool stays_inside(std::string_view relative) {
  if (relative.starts_with('/')) return false;
  const std::string normal = normalise_path(relative);
  return normal != ".." && !normal.starts_with("../");
}

std::string_view folder_of(std::string_view path) { return path.substr(0, path.rfind('/') + 1); }

std::string_view parent_of(std::string_view path) {
  const std::string_view folder = folder_of(path);
  return folder.substr(0, folder.empty() ? 0 : folder.size() - 1);
}

std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

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
