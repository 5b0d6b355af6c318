#include "write/staging.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "base/strings.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view staging_prefix = ".staging-";
constexpr std::string_view lock_name = ".tailorbird-lock";
// In a staging folder: what was in place, while the new output is moved in by two renames. A unit's `/` is
// written `+`, which no output path contains.
constexpr std::string_view aside_name = "aside";
constexpr std::string_view new_name = "new";

bool same_file(int fd, const fs::path& path) {
  struct stat opened {};
  struct stat named {};
  return ::fstat(fd, &opened) == 0 && ::stat(path.c_str(), &named) == 0 && opened.st_dev == named.st_dev &&
         opened.st_ino == named.st_ino;
}

/// Locks the folder for this process. The lock file is removed when the lock is given back, so a lock taken
/// on a file that was removed meanwhile counts for nothing and is tried again.
Result<int> lock_folder(const fs::path& out) {
  const fs::path path = out / lock_name;
  for (;;) {
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
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

bool is_there(const fs::path& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0;
}

/// Puts back what a build killed between two renames had laid aside.
void repair(const fs::path& out, const fs::path& stale) {
  std::error_code ignored;  // what cannot be repaired is reported by the build that follows
  for (const auto& entry : fs::directory_iterator(stale / aside_name, ignored)) {
    const fs::path place = out / replace_all(entry.path().filename().string(), "+", "/");
    if (!is_there(place)) fs::rename(entry.path(), place, ignored);
  }
}

/// With the lock held, every staging folder is one of a dead build.
void clear_stale(const fs::path& out) {
  std::error_code ignored;
  std::vector<fs::path> stale;
  for (const auto& entry : fs::directory_iterator(out, ignored)) {
    if (entry.path().filename().string().starts_with(staging_prefix)) stale.push_back(entry.path());
  }
  for (const fs::path& folder : stale) {
    repair(out, folder);
    fs::remove_all(folder, ignored);
  }
}

Result<void> make_folder(const fs::path& folder) {
  std::error_code cause;
  fs::create_directories(folder, cause);
  if (cause) return file_error("make the folder", folder, cause.value());
  return {};
}

Result<void> move(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) return file_error("replace", to, errno);
  return {};
}

enum class Exchange { done, impossible, failed };

Exchange exchange(const fs::path& a, const fs::path& b) {
  if (::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0) return Exchange::done;
  const bool disk_cannot = errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP;
  return disk_cannot ? Exchange::impossible : Exchange::failed;
}

/// A unit on its way: where it was staged, where it belongs, where the old one goes when they cannot change
/// places.
struct Move {
  fs::path from;
  fs::path to;
  fs::path aside;
  bool replaced = false;  // there was an old one
};

Result<Move> move_in(Move unit) {
  if (auto made = make_folder(unit.to.parent_path()); !made) return made.error();
  unit.replaced = is_there(unit.to);
  if (!unit.replaced) {
    if (auto moved = move(unit.from, unit.to); !moved) return moved.error();
    return unit;
  }
  switch (exchange(unit.from, unit.to)) {
    case Exchange::done:
      return unit;
    case Exchange::failed:
      return file_error("replace", unit.to, errno);
    case Exchange::impossible:
      break;
  }
  if (auto made = make_folder(unit.aside.parent_path()); !made) return made.error();
  if (auto moved = move(unit.to, unit.aside); !moved) return moved.error();
  if (auto moved = move(unit.from, unit.to); !moved) {
    std::error_code ignored;  // the first failure is the one to report
    fs::rename(unit.aside, unit.to, ignored);
    return moved.error();
  }
  return unit;
}

/// Undoes move_in. There is nobody to report a second failure to: the first one is on its way.
void move_back(const Move& unit) {
  std::error_code ignored;
  if (!unit.replaced) {
    fs::rename(unit.to, unit.from, ignored);
  } else if (is_there(unit.aside)) {
    fs::rename(unit.to, unit.from, ignored);
    fs::rename(unit.aside, unit.to, ignored);
  } else {
    static_cast<void>(exchange(unit.from, unit.to));
  }
}

}  // namespace

Staging::Staging(fs::path out, fs::path folder, int lock)
    : out_(std::move(out)), folder_(std::move(folder)), lock_(lock) {}

Staging::Staging(Staging&& other) noexcept
    : out_(std::move(other.out_)),
      folder_(std::exchange(other.folder_, {})),
      lock_(std::exchange(other.lock_, -1)) {}

Staging::~Staging() {
  if (folder_.empty()) return;
  std::error_code ignored;  // what stays is cleared by the next build
  fs::remove_all(folder_, ignored);
  fs::remove(out_ / lock_name, ignored);
  ::close(lock_);
}

Result<Staging> Staging::open(const fs::path& out) {
  if (auto made = make_folder(out); !made) return made.error();
  const Result<int> lock = lock_folder(out);
  if (!lock) return lock.error();
  Staging staging(out, out / fmt::format("{}{}", staging_prefix, ::getpid()), *lock);
  clear_stale(out);
  if (auto made = make_folder(staging.folder_ / new_name); !made) return made.error();
  return staging;
}

Result<void> Staging::write(std::string_view path, std::string_view bytes) const {
  return write_file(staged(path), bytes);
}

fs::path Staging::staged(std::string_view path) const { return folder_ / new_name / path; }

Result<void> Staging::commit(const std::vector<std::string>& units) {
  std::vector<Move> moved;
  for (const std::string& unit : units) {
    const fs::path aside = folder_ / aside_name / replace_all(unit, "/", "+");
    Result<Move> in = move_in({staged(unit), out_ / unit, aside});
    if (!in) {
      std::for_each(moved.rbegin(), moved.rend(), move_back);
      return in.error();
    }
    moved.push_back(std::move(in).value());
  }
  return {};
}

}  // namespace tailorbird
