#include "serve/folder_watch.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>
#include <utility>

#include "base/names.hpp"

namespace tailorbird {
namespace {

constexpr std::uint32_t kinds =
    IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_ATTRIB;
constexpr int quiet = 30;         // milliseconds without a change after which the listener is called
constexpr int look_every = 1000;  // milliseconds, where inotify does not see everything

}  // namespace

FolderWatch::FolderWatch(std::vector<fs::path> folders, Listener listener, Complaint complaint)
    : folders_(std::move(folders)),
      listener_(std::move(listener)),
      complaint_(std::move(complaint)),
      notify_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
  for (const fs::path& folder : folders_) {
    wait_for(folder);
    std::error_code cause;
    if (fs::is_directory(folder, cause)) add_watches(folder);
  }
  stamps_ = look();
  thread_ = std::thread([this] { run(); });
}

FolderWatch::~FolderWatch() {
  stop_ = true;
  thread_.join();
  if (notify_ >= 0) close(notify_);
}

/// A new folder may have got files before it was watched: these count as changed.
void FolderWatch::add_watches(const fs::path& folder) {
  std::error_code cause;
  if (!fs::is_directory(folder, cause)) {
    incomplete_ = true;
    return;
  }
  const int number = notify_ < 0 ? -1 : inotify_add_watch(notify_, folder.c_str(), kinds | IN_MASK_ADD);
  if (number < 0) {
    incomplete_ = true;
    return;
  }
  watched_[number] = folder;
  for (fs::directory_iterator at(folder, cause), end; !cause && at != end; at.increment(cause)) {
    std::error_code gone;
    if (at->is_directory(gone) && !at->is_symlink(gone)) {
      add_watches(at->path());
    } else if (thread_.joinable()) {
      changed_.push_back(at->path());
    }
  }
  incomplete_ = incomplete_ || cause;
}

/// A watched folder may be created, or replaced, at any time: its parent reports that.
void FolderWatch::wait_for(const fs::path& folder) {
  const fs::path parent = folder.parent_path().empty() ? fs::path(".") : folder.parent_path();
  const int number =
      notify_ < 0 ? -1 : inotify_add_watch(notify_, parent.c_str(), IN_CREATE | IN_MOVED_TO | IN_MASK_ADD);
  if (number < 0) {
    incomplete_ = true;
    return;
  }
  parents_[number].push_back(folder);
}

/// The folder's files count as changed.
void FolderWatch::begin_if_awaited(int number, std::string_view name) {
  const auto awaited = parents_.find(number);
  if (awaited == parents_.end()) return;
  for (const fs::path& folder : awaited->second) {
    if (folder.filename() == name) add_watches(folder);
  }
}

/// Whether events arrive within the time; returns early when the watch ends.
bool FolderWatch::wait(int milliseconds) const {
  constexpr int step = 50;
  for (int waited = 0; waited < milliseconds && !stop_; waited += step) {
    pollfd events{notify_, POLLIN, 0};
    if (poll(&events, 1, std::min(step, milliseconds - waited)) > 0) return true;
  }
  return false;
}

bool FolderWatch::read_events() {
  alignas(inotify_event) std::array<char, 16384> buffer{};
  const ssize_t length = read(notify_, buffer.data(), buffer.size());
  for (ssize_t at = 0; at < length;) {
    const auto* event = reinterpret_cast<const inotify_event*>(buffer.data() + at);
    at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
    if ((event->mask & IN_Q_OVERFLOW) != 0) {  // some were lost
      compare(look());
      continue;
    }
    const std::string_view name = event->len == 0 ? std::string_view{} : std::string_view(event->name);
    begin_if_awaited(event->wd, name);
    const auto folder = watched_.find(event->wd);
    if (folder == watched_.end()) continue;
    if ((event->mask & IN_IGNORED) != 0) {
      watched_.erase(folder);
      continue;
    }
    if (is_editors_copy(name)) continue;
    const fs::path file = name.empty() ? folder->second : folder->second / name;
    if ((event->mask & IN_ISDIR) != 0 && (event->mask & (IN_CREATE | IN_MOVED_TO)) != 0) add_watches(file);
    changed_.push_back(file);
  }
  return length > 0;
}

FolderWatch::Stamps FolderWatch::look() const {
  // Without this option an unreadable folder would end the search: all files after it would seem removed.
  constexpr auto options = fs::directory_options::skip_permission_denied;
  Stamps stamps;
  for (const fs::path& folder : folders_) {
    std::error_code cause;
    for (fs::recursive_directory_iterator at(folder, options, cause), end; at != end && !cause;
         at.increment(cause)) {
      std::error_code gone;
      if (!at->is_regular_file(gone) || is_editors_copy(at->path().filename().string())) continue;
      const Stamp stamp{at->last_write_time(gone), at->file_size(gone)};
      if (!gone) stamps.emplace(at->path(), stamp);
    }
  }
  return stamps;
}

void FolderWatch::compare(const Stamps& now) {
  for (const auto& [file, stamp] : now) {
    const auto before = stamps_.find(file);
    if (before == stamps_.end() || !(before->second == stamp)) changed_.push_back(file);
  }
  for (const auto& [file, stamp] : stamps_) {
    if (!now.contains(file)) changed_.push_back(file);
  }
  stamps_ = now;
}

void FolderWatch::wait_and_tell() {
  if (wait(look_every)) {
    do {
      read_events();
    } while (wait(quiet));
  } else if (incomplete_) {
    compare(look());
  }
  if (changed_.empty() || stop_) return;
  std::sort(changed_.begin(), changed_.end());
  changed_.erase(std::unique(changed_.begin(), changed_.end()), changed_.end());
  listener_(std::exchange(changed_, {}));
}

/// An exception that left the thread would end the program.
void FolderWatch::run() {
  while (!stop_) {
    try {
      wait_and_tell();
    } catch (const std::exception& cause) {
      incomplete_ = true;  // the next comparison finds what was not reported
      complaint_(cause.what());
    }
  }
}

}  // namespace tailorbird
