#include "base/file_state.hpp"

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

namespace tailorbird {
namespace {

constexpr std::int64_t second = 1'000'000'000;

std::int64_t nanoseconds(const timespec& time) { return time.tv_sec * second + time.tv_nsec; }

FileState state_from(const struct stat& status) {
  return {status.st_dev,
          status.st_ino,
          static_cast<std::uint64_t>(status.st_size),
          nanoseconds(status.st_mtim),
          nanoseconds(status.st_ctim),
          status.st_mode & S_IFMT};
}

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

struct OpenFile {
  int file;
  ~OpenFile() {
    if (file >= 0) ::close(file);
  }
};

/// 'f', 'd', 'o'ther, or 'm'issing for a link to nothing.
std::optional<char> kind_of(int folder, const dirent& entry) {
  if (entry.d_type == DT_REG) return 'f';
  if (entry.d_type == DT_DIR) return 'd';
  struct stat status {};
  if (::fstatat(folder, entry.d_name, &status, 0) != 0) {
    if (errno == ENOENT || errno == ELOOP) return 'm';
    return std::nullopt;
  }
  if (S_ISREG(status.st_mode)) return 'f';
  return S_ISDIR(status.st_mode) ? 'd' : 'o';
}

/// Folders that do not say of which kind their entries are must be asked.
bool is_folder_itself(int folder, const dirent& entry) {
  if (entry.d_type != DT_UNKNOWN) return entry.d_type == DT_DIR;
  struct stat status {};
  return ::fstatat(folder, entry.d_name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(status.st_mode);
}

std::optional<std::int64_t> touched(int file) {
  struct stat status {};
  if (::futimens(file, nullptr) != 0 || ::fstat(file, &status) != 0) return std::nullopt;
  return nanoseconds(status.st_ctim);
}

}  // namespace

bool FileState::is_file() const { return type == S_IFREG; }
bool FileState::is_folder() const { return type == S_IFDIR; }

std::optional<FileState> state_of(const std::string& path, Links links, int* cause) {
  struct stat status {};
  const int failed = links == Links::follow ? ::stat(path.c_str(), &status) : ::lstat(path.c_str(), &status);
  if (failed == 0) return state_from(status);
  if (cause != nullptr) *cause = errno;
  return std::nullopt;
}

std::optional<FileState> state_of_open(int descriptor) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return std::nullopt;
  return state_from(status);
}

std::optional<FolderNames> names_in(const std::string& path, bool hidden) {
  const std::unique_ptr<DIR, CloseFolder> folder(::opendir(path.c_str()));
  if (!folder) return std::nullopt;
  FolderNames names;
  std::vector<std::string> lines;
  for (;;) {
    errno = 0;
    const dirent* entry = ::readdir(folder.get());
    if (entry == nullptr && errno != 0) return std::nullopt;
    if (entry == nullptr) break;
    const std::string_view name = entry->d_name;
    if (name == "." || name == ".." || (name.starts_with('.') && !hidden)) continue;
    const std::optional<char> kind = kind_of(::dirfd(folder.get()), *entry);
    if (!kind) return std::nullopt;
    names.has_links = names.has_links || entry->d_type == DT_LNK || entry->d_type == DT_UNKNOWN;
    if (is_folder_itself(::dirfd(folder.get()), *entry)) names.folders.emplace_back(name);
    lines.push_back(std::string{*kind, ' '}.append(name) + "\n");
  }
  std::sort(lines.begin(), lines.end());
  for (const std::string& line : lines) names.text += line;
  return names;
}

std::int64_t coarse_clock() {
  timespec now{};
  ::clock_gettime(CLOCK_REALTIME_COARSE, &now);
  return nanoseconds(now);
}

std::optional<std::int64_t> next_tick(const std::string& path) {
  constexpr int most = 60;
  constexpr int flags = O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW;
  const OpenFile opened{::open(path.c_str(), flags, 0600)};
  if (opened.file < 0) return std::nullopt;
  const int file = opened.file;
  const std::optional<std::int64_t> begun = touched(file);
  for (int turn = 0; begun && turn < most; ++turn) {
    const std::optional<std::int64_t> now = touched(file);
    if (!now) return std::nullopt;
    if (*now > *begun) return now;
    ::usleep(1000);
  }
  return std::nullopt;
}

}  // namespace tailorbird
