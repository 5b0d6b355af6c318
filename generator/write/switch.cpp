#include "write/switch.hpp"

#include <algorithm>
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

/// 0: nothing is there.
std::uint64_t inode_of(const fs::path& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 ? std::uint64_t{status.st_ino} : 0;
}

bool is_there(const fs::path& path) { return inode_of(path) != 0; }

bool is_link(const fs::path& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 && S_ISLNK(status.st_mode);
}

enum class Exchange : std::uint8_t { done, impossible, failed };

/// Both change places in one step of the disk, where the disk can do that.
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

Result<void> Switch::check_place(const std::string& path) const {
  if (path.empty() || !stays_inside(path)) return Error{fmt::format("`{}` is no path in the output", path)};
  fs::path place = out_;
  for (const fs::path& part : fs::path(path)) {
    place /= part;
    if (is_link(place)) {
      return Error{
          fmt::format("{} is a link to somewhere else, where Tailorbird writes nothing; move it away and run "
                      "the command again",
                      place.string())};
    }
  }
  return {};
}

Result<void> Switch::decide(const std::vector<SwitchStep>& steps) {
  steps_.clear();
  json text = json::array();
  for (const SwitchStep& step : steps) {
    if (auto good = check_place(step.path); !good) {
      if (!step.staged.empty()) return good;
      continue;  // what is behind a link, or outside, is not removed
    }
    steps_.push_back({step, step.staged.empty() ? 0 : inode_of(folder_ / "new" / step.staged)});
    text.push_back({{"path", step.path}, {"staged", step.staged}, {"inode", steps_.back().inode}});
  }
  before();
  const fs::path unfinished = folder_ / "journal-unfinished";
  if (auto written = write_file(unfinished, text.dump()); !written) return written;
  return move(unfinished, journal());
}

Result<bool> Switch::resume() {
  if (!is_there(journal())) return false;
  const Result<std::string> text = read_file(journal());
  if (!text) return text.error();
  try {
    for (const json& one : json::parse(*text)) {
      steps_.push_back({{one.at("path").get<std::string>(), one.at("staged").get<std::string>()},
                        one.at("inode").get<std::uint64_t>()});
    }
  } catch (const json::exception&) {
    return false;  // no journal of ours
  }
  return std::all_of(steps_.begin(), steps_.end(), [this](const Step& step) {
    return (step.what.staged.empty() || stays_inside(step.what.staged)) && check_place(step.what.path);
  });
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
  std::error_code ignored;  // a journal that stays is performed again, and changes nothing
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
  if (inode_of(from) != step.inode) return {};  // it is in place
  if (auto made = make_folder(to.parent_path()); !made) return made;
  if (!is_there(to)) return move(from, to);
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

/// The file is laid aside, and goes with the staging folder, so that a failure later can be undone.
Result<void> Switch::remove(const Step& step, const fs::path& aside) {
  const fs::path file = old_place(step);
  struct stat status {};
  if (::lstat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return {};
  if (auto made = make_folder(aside.parent_path()); !made) return made;
  return move(file, aside);
}

/// There is nobody to report a second failure to: the first one is on its way.
void Switch::undo() {
  for (std::size_t index = steps_.size(); index-- > 0;) undo_step(index);
  std::error_code ignored;
  fs::remove(journal(), ignored);
}

void Switch::undo_step(std::size_t index) {
  const Step& step = steps_[index];
  const fs::path to = old_place(step);
  std::error_code ignored;
  if (!step.what.staged.empty() && inode_of(to) == step.inode) {
    const fs::path from = new_place(step);
    if (is_there(from)) {
      static_cast<void>(exchange(from, to));
    } else {
      fs::rename(to, from, ignored);
    }
  }
  if (is_there(aside(index)) && !is_there(to)) fs::rename(aside(index), to, ignored);
}

/// Those that held nothing but what went away.
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
