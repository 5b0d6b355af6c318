#include "write/switch.hpp"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace tailorbird {
namespace {

using nlohmann::json;

/// What is at a path.
struct Standing {
  std::uint64_t inode = 0;  // 0: nothing
  mode_t mode = 0;

  bool is_there() const { return inode != 0; }
};

/// A disk that does not answer is an error: if the path were taken for empty, a bundle could stay half
/// replaced.
Result<Standing> look_at(const fs::path& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) == 0) return Standing{status.st_ino, status.st_mode};
  if (errno == ENOENT || errno == ENOTDIR) return Standing{};
  return file_error("look at", path, errno);
}

/// For undoing, which ignores errors.
Standing seen_at(const fs::path& path) {
  const Result<Standing> standing = look_at(path);
  return standing ? *standing : Standing{};
}

enum class Exchange : std::uint8_t { done, impossible, failed };

/// Exchanges both atomically, where the disk can do that.
Exchange exchange(const fs::path& a, const fs::path& b) {
  if (::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0) return Exchange::done;
  const bool disk_cannot = errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP;
  return disk_cannot ? Exchange::impossible : Exchange::failed;
}

}  // namespace

Switch::Switch(fs::path out, fs::path folder, BeforeCall before_call)
    : out_(std::move(out)), folder_(std::move(folder)), before_call_(std::move(before_call)) {}

Result<void> Switch::move(const fs::path& from, const fs::path& to) const {
  before();
  if (::rename(from.c_str(), to.c_str()) != 0) return file_error("replace", to, errno);
  return {};
}

Result<void> Switch::make_folder(const fs::path& folder) const {
  before();
  std::error_code cause;
  fs::create_directories(folder, cause);
  if (cause) return file_error("make the folder", folder, cause.value());
  return {};
}

Result<fs::path> Switch::link_on_the_way(const std::string& path) const {
  fs::path place = out_;
  for (const fs::path& part : fs::path(path)) {
    place /= part;
    const Result<Standing> standing = look_at(place);
    if (!standing) return standing.error();
    if (S_ISLNK(standing->mode)) return place;
  }
  return fs::path{};
}

Result<void> Switch::decide(const std::vector<SwitchStep>& steps) {
  steps_.clear();
  json text = json::array();
  for (const SwitchStep& step : steps) {
    const bool inside = !step.path.empty() && stays_inside(step.path);
    const Result<fs::path> link = inside ? link_on_the_way(step.path) : fs::path{};
    if (!link) return link.error();
    if (step.staged.empty() && (!inside || !link->empty()))
      continue;  // nothing is removed outside the output or through a link
    if (!inside) return Error{fmt::format("`{}` is not a path in the output", step.path)};
    if (!link->empty()) {
      return Error{
          fmt::format("{} is a link to somewhere else, where Tailorbird writes nothing; move it away and run "
                      "the command again",
                      link->string())};
    }
    const Result<Standing> staged = step.staged.empty() ? Standing{} : look_at(folder_ / "new" / step.staged);
    if (!staged) return staged.error();
    steps_.push_back({step, staged->inode});
    text.push_back({{"path", step.path}, {"staged", step.staged}, {"inode", steps_.back().inode}});
  }
  before();
  const fs::path unfinished = folder_ / "journal-unfinished";
  if (auto written = write_file(unfinished, text.dump()); !written) return written;
  return move(unfinished, journal());
}

Result<bool> Switch::resume() {
  const Result<Standing> left = look_at(journal());
  if (!left) return left.error();
  if (!left->is_there()) return false;
  const Result<std::string> text = read_file(journal());
  if (!text) return text.error();
  try {
    for (const json& one : json::parse(*text)) {
      steps_.push_back({{one.at("path").get<std::string>(), one.at("staged").get<std::string>()},
                        one.at("inode").get<std::uint64_t>()});
    }
  } catch (const json::exception&) {
    return false;  // not one of our journals
  }
  for (const Step& step : steps_) {
    if (step.what.path.empty() || !stays_inside(step.what.path)) return false;
    if (!step.what.staged.empty() && !stays_inside(step.what.staged)) return false;
    const Result<fs::path> link = link_on_the_way(step.what.path);
    if (!link) return link.error();
    if (!link->empty()) return false;
  }
  return true;
}

Result<void> Switch::perform() {
  for (std::size_t index = 0; index < steps_.size(); ++index) {
    if (auto taken = take_step(index); !taken) {
      undo();
      return taken;
    }
  }
  remove_empty_folders();
  before();
  std::error_code ignored;  // a remaining journal is performed again, which changes nothing
  fs::remove(journal(), ignored);
  return {};
}

Result<void> Switch::take_step(std::size_t index) {
  const Step& step = steps_[index];
  return step.what.staged.empty() ? remove(step, aside(index)) : replace(step, aside(index));
}

Result<void> Switch::replace(const Step& step, const fs::path& aside) {
  const fs::path from = new_place(step);
  const fs::path to = old_place(step);
  const Result<Standing> staged = look_at(from);
  if (!staged) return staged.error();
  if (staged->inode != step.inode) return {};  // it is in place already
  if (auto made = make_folder(to.parent_path()); !made) return made;
  const Result<Standing> old = look_at(to);
  if (!old) return old.error();
  if (!old->is_there()) return move(from, to);
  before();
  switch (exchange(from, to)) {
    case Exchange::done:
      return {};
    case Exchange::failed:
      return file_error("replace", to, errno);
    case Exchange::impossible:
      break;
  }
  if (auto made = make_folder(aside.parent_path()); !made) return made;
  if (auto moved = move(to, aside); !moved) return moved;
  return move(from, to);
}

/// Sets the file aside, to be removed with the staging folder, so that a later failure can be undone.
Result<void> Switch::remove(const Step& step, const fs::path& aside) {
  const fs::path file = old_place(step);
  const Result<Standing> standing = look_at(file);
  if (!standing) return standing.error();
  if (!S_ISREG(standing->mode)) return {};
  if (auto made = make_folder(aside.parent_path()); !made) return made;
  return move(file, aside);
}

/// A second failure is not reported: the first one already is.
void Switch::undo() {
  for (std::size_t index = steps_.size(); index-- > 0;) undo_step(index);
  std::error_code ignored;
  fs::remove(journal(), ignored);
}

void Switch::undo_step(std::size_t index) {
  const Step& step = steps_[index];
  const fs::path to = old_place(step);
  std::error_code ignored;
  if (!step.what.staged.empty() && seen_at(to).inode == step.inode) {
    const fs::path from = new_place(step);
    if (seen_at(from).is_there()) {
      static_cast<void>(exchange(from, to));
    } else {
      fs::rename(to, from, ignored);
    }
  }
  if (seen_at(aside(index)).is_there() && !seen_at(to).is_there()) fs::rename(aside(index), to, ignored);
}

/// Removes the folders that have become empty.
void Switch::remove_empty_folders() {
  for (const Step& step : steps_) {
    if (!step.what.staged.empty()) continue;
    for (fs::path folder = fs::path(step.what.path).parent_path(); !folder.empty();
         folder = folder.parent_path()) {
      before();
      if (::rmdir((out_ / folder).c_str()) != 0 && errno != ENOENT) break;
    }
  }
}

}  // namespace tailorbird
