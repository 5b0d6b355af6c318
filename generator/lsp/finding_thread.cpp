#include "lsp/finding_thread.hpp"

#include <chrono>
#include <exception>

namespace tailorbird {
namespace {

constexpr std::chrono::milliseconds pause(150);      // after a keystroke, before the first look
constexpr std::chrono::milliseconds calm(900);       // without a keystroke, before everything is checked
constexpr std::chrono::milliseconds patience(5000);  // for the first look

}  // namespace

FindingThread::FindingThread(EditorSetting setting, Listener listener, Complaint complaint)
    : setting_(std::move(setting)),
      listener_(std::move(listener)),
      complaint_(std::move(complaint)),
      thread_([this] { run(); }) {}

FindingThread::~FindingThread() {
  {
    const std::lock_guard lock(mutex_);
    end_ = true;
    stop_ = true;
    news_.notify_all();
  }
  thread_.join();
}

void FindingThread::changed(OpenTexts open) {
  const std::lock_guard lock(mutex_);
  open_ = std::move(open);
  ++wanted_;
  stop_ = true;
  news_.notify_all();
}

std::shared_ptr<const Snapshot> FindingThread::snapshot() {
  std::unique_lock lock(mutex_);
  news_.wait_for(lock, patience, [&] { return looked_ || end_; });
  return snapshot_;
}

std::shared_ptr<const Snapshot> FindingThread::newest() {
  std::unique_lock lock(mutex_);
  const bool is_read = news_.wait_for(lock, patience, [&] { return read_ == wanted_ || end_; });
  return is_read ? snapshot_ : nullptr;
}

/// Whether a change, or the end, came within that time.
bool FindingThread::wait_for_change(std::unique_lock<std::mutex>& lock, std::chrono::milliseconds time) {
  const std::uint64_t before = wanted_;
  return news_.wait_for(lock, time, [&] { return end_ || wanted_ != before; });
}

std::shared_ptr<const Snapshot> FindingThread::first_look(const OpenTexts& open) try {
  auto snapshot = Snapshot::make(setting_, open);
  if (!snapshot) {
    complaint_(snapshot.error().message);
    return nullptr;
  }
  pass_on(**snapshot, false);
  return *snapshot;
} catch (const std::exception& cause) {
  complaint_(cause.what());
  return nullptr;
}

void FindingThread::pass_on(const Snapshot& snapshot, bool whole) {
  const auto found = snapshot.findings(!whole, stop_);
  if (stop_) return;
  if (found) {
    listener_(snapshot, *found, whole);
  } else {
    complaint_(found.error().message);
  }
}

void FindingThread::whole_look(const Snapshot& snapshot) try {
  pass_on(snapshot, true);
} catch (const std::exception& cause) {
  complaint_(cause.what());
}

void FindingThread::run() {
  std::uint64_t done = 0;
  std::unique_lock lock(mutex_);
  while (!end_) {
    news_.wait(lock, [&] { return end_ || wanted_ != done; });
    if (looked_ && wait_for_change(lock, pause)) continue;  // somebody is still typing
    done = wanted_;
    stop_ = false;
    const OpenTexts open = open_;
    lock.unlock();
    const std::shared_ptr<const Snapshot> snapshot = first_look(open);
    lock.lock();
    if (snapshot) snapshot_ = snapshot;
    read_ = done;
    looked_ = true;
    news_.notify_all();
    if (!snapshot || end_ || wanted_ != done || wait_for_change(lock, calm)) continue;
    lock.unlock();
    whole_look(*snapshot);
    lock.lock();
  }
}

}  // namespace tailorbird
