#pragma once
// A cache of results by a 64-bit hash of what they were made from. When it is full it forgets what was not
// asked for lately, so that memory does not grow with the number of editions. Thread-safe.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>

namespace tailorbird {

template <typename Value>
class RecentMap {
 public:
  /// Forgets nothing of the last `most` results; holds at most twice as many.
  explicit RecentMap(std::size_t most) : most_(most) {}

  /// What `make` returns, now or when it was asked for `key` before. Two threads may make the same.
  template <typename Make>
  std::shared_ptr<const Value> get(std::uint64_t key, const Make& make) {
    if (auto known = find(key)) return known;
    auto made = std::make_shared<const Value>(make());
    const std::lock_guard lock(mutex_);
    keep(key, made);
    return made;
  }

 private:
  using Results = std::unordered_map<std::uint64_t, std::shared_ptr<const Value>>;

  std::shared_ptr<const Value> find(std::uint64_t key) {
    const std::lock_guard lock(mutex_);
    if (const auto known = recent_.find(key); known != recent_.end()) return known->second;
    const auto known = before_.find(key);
    if (known == before_.end()) return nullptr;
    std::shared_ptr<const Value> result = known->second;
    keep(key, result);
    return result;
  }

  void keep(std::uint64_t key, std::shared_ptr<const Value> result) {
    if (recent_.size() >= most_) before_ = std::exchange(recent_, {});
    recent_.insert_or_assign(key, std::move(result));
  }

  const std::size_t most_;
  std::mutex mutex_;
  Results recent_;
  Results before_;  // what was recent until that was full
};

}  // namespace tailorbird
