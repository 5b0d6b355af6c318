#pragma once
// Watches folders for changed files, with inotify or, where that is not available, by polling once a second.

#include <atomic>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/files.hpp"

namespace tailorbird {

class FolderWatch {
 public:
  /// Receives the changed files, as paths below the watched folders; sorted, each once.
  using Listener = std::function<void(const std::vector<fs::path>& files)>;
  /// Receives what went wrong when the listener or the watch itself threw; must not throw. The watch goes on
  /// and reports the same changes again.
  using Complaint = std::function<void(const std::string& message)>;

  /// Watches `folders`, which need not exist yet, and all folders in them, until it is destroyed. The
  /// listener is called on a thread of the watch, once for changes within a few hundredths of a second.
  /// Temporary files of editors (`.name`, `name~`) are ignored. A folder that cannot be read counts as empty.
  FolderWatch(std::vector<fs::path> folders, Listener listener, Complaint complaint);
  ~FolderWatch();
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;

 private:
  struct Stamp {
    fs::file_time_type time;
    std::uintmax_t size = 0;
    bool operator==(const Stamp&) const = default;
  };
  using Stamps = std::map<fs::path, Stamp>;

  void run();
  void wait_and_tell();
  /// Watches `folder` and all folders in it.
  void add_watches(const fs::path& folder);
  /// Watches the parent of `folder`, which does not exist or may be replaced, for its creation.
  void wait_for(const fs::path& folder);
  /// Begins to watch the folder `name`, in the folder watched as `number`, if it was waited for.
  void begin_if_awaited(int number, std::string_view name);
  bool read_events();
  bool wait(int milliseconds) const;
  /// The present state of all files in the folders.
  Stamps look() const;
  /// Adds the files that differ between stamps_ and `now` to changed_.
  void compare(const Stamps& now);

  const std::vector<fs::path> folders_;
  const Listener listener_;
  const Complaint complaint_;
  int notify_ = -1;
  std::map<int, fs::path> watched_;  // inotify watch descriptor → folder
  std::map<int, std::vector<fs::path>>
      parents_;              // inotify watch descriptor → watched folders in it, which may come anew
  bool incomplete_ = false;  // some folder cannot be watched, or a change was missed: poll too
  Stamps stamps_;
  std::vector<fs::path> changed_;
  std::atomic<bool> stop_ = false;
  std::thread thread_;
};

}  // namespace tailorbird
