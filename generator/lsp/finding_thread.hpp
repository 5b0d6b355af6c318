#pragma once
// Looks at the project again after each change, on a thread of its own: soon at what is cheap to know, and at
// everything once nothing changes for a while.

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "lsp/snapshot.hpp"

namespace tailorbird {

class FindingThread {
 public:
  /// `whole`: everything was looked at; else only findings in the open files are meant.
  using Listener =
      std::function<void(const Snapshot& snapshot, const std::vector<Diagnostic>& findings, bool whole)>;
  /// What cannot be read at all is told here: "no content/site.yaml in …".
  using Complaint = std::function<void(const std::string& message)>;

  FindingThread(EditorSetting setting, Listener listener, Complaint complaint);
  ~FindingThread();
  FindingThread(const FindingThread&) = delete;
  FindingThread& operator=(const FindingThread&) = delete;

  /// Thread-safe; comes back at once.
  void changed(OpenTexts open);
  /// The newest state that was read; null before the first. Waits for the first one, but not for long.
  std::shared_ptr<const Snapshot> snapshot();
  /// The state after the newest change: for what writes to places of the text. Null when it takes too long.
  std::shared_ptr<const Snapshot> newest();

 private:
  void run();
  bool wait_for_change(std::unique_lock<std::mutex>& lock, std::chrono::milliseconds time);

  const EditorSetting setting_;
  const Listener listener_;
  const Complaint complaint_;
  std::mutex mutex_;  // for what follows, up to the thread
  std::condition_variable news_;
  OpenTexts open_;
  std::uint64_t wanted_ = 1;  // counts changes
  std::uint64_t read_ = 0;    // the newest of which snapshot_ is
  std::shared_ptr<const Snapshot> snapshot_;
  bool looked_ = false;  // a first time
  bool end_ = false;
  std::atomic<bool> stop_ = false;  // the work at hand is of no use any more
  std::thread thread_;
};

}  // namespace tailorbird
