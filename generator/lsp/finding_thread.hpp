#pragma once
// Checks the project again after each change, on its own thread: cheap checks at once, all of them after a
// pause in typing.

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "lsp/snapshot.hpp"

namespace tailorbird {

class FindingThread {
 public:
  /// `whole`: the findings of all checks; else only those in the open files.
  using Listener =
      std::function<void(const Snapshot& snapshot, const std::vector<Diagnostic>& findings, bool whole)>;
  /// Receives the reason when the project cannot be read at all ("no content/site.yaml in …"), or when a
  /// check failed or threw; must not throw.
  using Complaint = std::function<void(const std::string& message)>;

  FindingThread(EditorSetting setting, Listener listener, Complaint complaint);
  ~FindingThread();
  FindingThread(const FindingThread&) = delete;
  FindingThread& operator=(const FindingThread&) = delete;

  /// To be called after each change. Thread-safe; returns at once.
  void changed(OpenTexts open);
  /// The newest snapshot; waits briefly for the first one. Null when there is none yet.
  std::shared_ptr<const Snapshot> snapshot();
  /// The snapshot after the newest change, for edits at places in the text. Null when it takes too long.
  std::shared_ptr<const Snapshot> newest();

 private:
  void run();
  /// Reads the project and passes on the findings in the open files; null when it cannot be read. Like
  /// `whole_look` it turns exceptions into complaints: one that left the thread would end the language
  /// server.
  std::shared_ptr<const Snapshot> first_look(const OpenTexts& open);
  void whole_look(const Snapshot& snapshot);
  void pass_on(const Snapshot& snapshot, bool whole);
  bool wait_for_change(std::unique_lock<std::mutex>& lock, std::chrono::milliseconds time);

  const EditorSetting setting_;
  const Listener listener_;
  const Complaint complaint_;
  std::mutex mutex_;  // guards the members below, up to stop_
  std::condition_variable news_;
  OpenTexts open_;
  std::uint64_t wanted_ = 1;  // counts changes
  std::uint64_t read_ = 0;    // the change that snapshot_ includes
  std::shared_ptr<const Snapshot> snapshot_;
  bool looked_ = false;  // whether everything was checked once
  bool end_ = false;
  std::atomic<bool> stop_ = false;  // cancels work that is out of date
  std::thread thread_;
};

}  // namespace tailorbird
