#pragma once
// Delivers messages of the preview to waiting browsers. Each keeps the number of the last message that it has
// received.

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>

namespace tailorbird {

class Listeners {
 public:
  /// Sends a message to all waiting threads; only the newest is kept. Thread-safe.
  void tell(std::string message) {
    const std::lock_guard lock(mutex_);
    message_ = std::move(message);
    ++number_;
    changed_.notify_all();
  }

  /// Ends all waits; there will be no more messages. Thread-safe.
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }

  bool closed() const {
    const std::lock_guard lock(mutex_);
    return closed_;
  }

  /// The number of the newest message.
  std::uint64_t number() const {
    const std::lock_guard lock(mutex_);
    return number_;
  }

  /// Waits for a message newer than `seen`, and sets `seen` to its number. Empty when none came within
  /// `time`.
  std::string wait(std::uint64_t& seen, std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    if (!changed_.wait_for(lock, time, [&] { return closed_ || number_ > seen; }) || closed_) return {};
    seen = number_;
    return message_;
  }

 private:
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::string message_;
  std::uint64_t number_ = 0;
  bool closed_ = false;
};

}  // namespace tailorbird
