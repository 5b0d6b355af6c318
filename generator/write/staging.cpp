#include "write/staging.hpp"

#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <optional>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "base/hash.hpp"
#include "write/old_files.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view staging_prefix = ".staging-";
constexpr std::string_view lock_name = ".tailorbird-lock";
constexpr std::string_view new_name = "new";
constexpr std::string_view same_ending = ".same";  // not used by any output file

bool same_file(int fd, const fs::path& path) {
  struct stat opened {};
  struct stat named {};
  return ::fstat(fd, &opened) == 0 && ::stat(path.c_str(), &named) == 0 && opened.st_dev == named.st_dev &&
         opened.st_ino == named.st_ino;
}

/// Locks the folder for this process. The lock file is removed when the lock is released, so a lock on a file
/// that was removed meanwhile is void, and is tried again.
Result<int> lock_folder(const fs::path& out) {
  const fs::path path = out / lock_name;
  for (;;) {
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (fd < 0) return file_error("write to the folder", out, errno);
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
      const int cause = errno;
      ::close(fd);
      if (cause != EWOULDBLOCK) return file_error("lock the folder", out, cause);
      return Error{fmt::format(
          "another build is writing to {}: wait until it is done, or build to another folder with --out",
          out.string())};
    }
    if (same_file(fd, path)) return fd;
    ::close(fd);
  }
}

/// To be called with the lock held: every staging folder is then that of a dead build.
Result<std::vector<fs::path>> dead_stagings(const fs::path& out) {
  std::error_code cause;
  std::vector<fs::path> dead;
  fs::directory_iterator entry(out, cause);
  for (const fs::directory_iterator end; !cause && entry != end; entry.increment(cause)) {
    const bool is_named_so = entry->path().filename().string().starts_with(staging_prefix);
    std::error_code ignored;
    if (is_named_so && !entry->is_symlink(ignored)) dead.push_back(entry->path());
  }
  if (cause) return file_error("list", out, cause.value());
  return dead;
}

/// To be called with the lock held.
Result<void> finish_dead(const fs::path& out, const BeforeCall& before_call) {
  const Result<std::vector<fs::path>> dead = dead_stagings(out);
  if (!dead) return dead.error();
  for (const fs::path& folder : *dead) {
    Switch interrupted(out, folder, before_call);
    const Result<bool> decided = interrupted.resume();
    if (!decided) return decided.error();
    if (*decided) {
      if (auto performed = interrupted.perform(); !performed) return performed;
    }
    std::error_code ignored;  // what stays is cleared by the next run
    fs::remove_all(folder, ignored);
  }
  return {};
}

/// Whether `out` has nothing but what a build puts there while it runs.
bool has_only_our_own(const fs::path& out) {
  std::error_code cause;
  fs::directory_iterator entry(out, cause);
  for (const fs::directory_iterator end; !cause && entry != end; entry.increment(cause)) {
    const std::string name = entry->path().filename().string();
    if (name != lock_name && !name.starts_with(staging_prefix)) return false;
  }
  return !cause;
}

Result<void> make_folder(const fs::path& folder) {
  std::error_code cause;
  fs::create_directories(folder, cause);
  if (cause) return file_error("make the folder", folder, cause.value());
  return {};
}

/// Nothing when no regular file is there. Links are not followed.
std::optional<std::uint64_t> size_of_file(const fs::path& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return static_cast<std::uint64_t>(status.st_size);
}

/// Replaces `name` by a hard link to `file`. False where the disk cannot do that; `name` is then unchanged.
bool share(const fs::path& file, const fs::path& name) {
  const fs::path fresh = fs::path(name).concat(same_ending);
  if (::link(file.c_str(), fresh.c_str()) != 0) {
    if (errno != ENOENT) return false;
    std::error_code ignored;  // folders are made only when they are missing
    fs::create_directories(fresh.parent_path(), ignored);
    if (::link(file.c_str(), fresh.c_str()) != 0) return false;
  }
  if (::rename(fresh.c_str(), name.c_str()) == 0) return true;
  ::unlink(fresh.c_str());
  return false;
}

}  // namespace

Staging::Staging(fs::path out, fs::path folder, int lock, BeforeCall before_call)
    : out_(std::move(out)), folder_(std::move(folder)), lock_(lock), before_call_(std::move(before_call)) {}

Staging::Staging(Staging&& other) noexcept
    : out_(std::move(other.out_)),
      folder_(std::exchange(other.folder_, {})),
      lock_(std::exchange(other.lock_, -1)),
      has_old_files_(other.has_old_files_),
      before_call_(std::move(other.before_call_)),
      before_(other.before_) {}

Staging::~Staging() {
  if (folder_.empty()) return;
  std::error_code ignored;  // what stays is cleared by the next build
  fs::remove_all(folder_, ignored);
  fs::remove(out_ / lock_name, ignored);
  ::close(lock_);
}

Result<Staging> Staging::open(const fs::path& out, BeforeCall before_call) {
  if (auto made = make_folder(out); !made) return made.error();
  const Result<int> lock = lock_folder(out);
  if (!lock) return lock.error();
  Staging staging(out, out / fmt::format("{}{}", staging_prefix, ::getpid()), *lock, std::move(before_call));
  if (auto finished = finish_dead(out, staging.before_call_); !finished) return finished.error();
  staging.has_old_files_ = !has_only_our_own(out);
  if (auto made = make_folder(staging.folder_ / new_name); !made) return made.error();
  return staging;
}

Result<FileState> Staging::write(std::string_view path, std::string_view bytes) const {
  if (!has_old_files_) return write_stated_file(staged(path), bytes);
  const fs::path old = out_ / path;
  const std::optional<std::uint64_t> size = size_of_file(old);
  if (!size) return write_stated_file(staged(path), bytes);
  const Result<std::string> before = *size == bytes.size() ? read_file(old) : Error{};
  if (before && *before == bytes && share(old, staged(path))) return FileState{};
  // Never write through a hard link to a file of the output.
  ::unlink(staged(path).c_str());
  return write_stated_file(staged(path), bytes);
}

Result<FileState> Staging::write_hashed(std::string_view path, const HashedBytes& bytes) const {
  if (has_old_files_ && before_ != nullptr) {
    const fs::path old = out_ / path;
    if (before_->is_same(old, bytes.sha256()) && share(old, staged(path))) return FileState{};
  }
  return write(path, bytes.view());
}

bool Staging::keep(std::string_view path, std::optional<std::uint64_t> size, std::string_view sha256) const {
  return stands(path, size, sha256) && share(out_ / path, staged(path));
}

bool Staging::stands(std::string_view path, std::optional<std::uint64_t> size,
                     std::string_view sha256) const {
  const fs::path old = out_ / path;
  if (before_ != nullptr && before_->is_same(old, sha256)) return true;
  const std::optional<std::uint64_t> has = size_of_file(old);
  if (!has || (size && size != has)) return false;
  const Result<std::string> hash = sha256_of_file(old);
  return hash && *hash == sha256;
}

std::optional<HashedBytes> Staging::read_old(std::string_view path, std::string_view sha256) const {
  return read_old_file(out_, path, sha256);
}

void Staging::clear() {
  std::error_code ignored;  // what stays is cleared by the next build
  fs::remove_all(folder_, ignored);
}

/// Put together as text: operator/ would take each of the paths apart.
fs::path Staging::staged(std::string_view path) const {
  std::string staged = folder_.native();
  return staged.append("/").append(new_name).append("/").append(path);
}

Result<void> Staging::commit(const std::vector<SwitchStep>& steps) {
  Switch all(out_, folder_, before_call_);
  if (auto decided = all.decide(steps); !decided) return decided;
  return all.perform();
}

Result<void> Staging::commit(const std::vector<std::string>& units) {
  std::vector<SwitchStep> steps;
  for (const std::string& unit : units) steps.push_back({unit, unit});
  return commit(steps);
}

Result<void> finish_interrupted(const fs::path& out, const BeforeCall& before_call) {
  std::error_code ignored;
  if (!fs::is_directory(out, ignored)) return {};
  const Result<std::vector<fs::path>> dead = dead_stagings(out);
  if (!dead) return {};  // a folder that cannot be listed is the command's own to report
  if (dead->empty() && !fs::exists(out / lock_name, ignored)) return {};
  const Result<int> lock = lock_folder(out);
  if (!lock) return {};  // the build that is running will finish it
  const Result<void> finished = finish_dead(out, before_call);
  fs::remove(out / lock_name, ignored);
  ::close(*lock);
  return finished;
}

}  // namespace tailorbird
