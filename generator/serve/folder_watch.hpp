#pragma once
// Tells when files below some folders change, by inotify; where that cannot be had, by looking once a second.

#include <atomic>
#include <functional>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "base/files.hpp"

namespace tailorbird {

class FolderWatch {
 public:
  /// The changed files, as given or below the folder given; sorted, each once.
  using Listener = std::function<void(const std::vector<fs::path>& files)>;

  /// Watches `folders`, those that are not there yet too, and all folders in them, until it is destroyed.
  /// Changes that follow each other within a few hundredths of a second are told at once, on a thread of the
  /// watch. Files whose names editors use while they save (`.name`, `name~`) are not told.
  FolderWatch(std::vector<fs::path> folders, Listener listener);
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
  void add_watches(const fs::path& folder);
  bool read_events();
  bool wait(int milliseconds) const;
  Stamps look() const;
  void compare(const Stamps& now);

  const std::vector<fs::path> folders_;
  const Listener listener_;
  int notify_ = -1;
  std::map<int, fs::path> watched_;  // inotify's number → folder
  bool incomplete_ = false;          // some folder cannot be watched
  Stamps stamps_;
  std::vector<fs::path> changed_;
  std::atomic<bool> stop_ = false;
  std::thread thread_;
};

}  // namespace tailorbird
