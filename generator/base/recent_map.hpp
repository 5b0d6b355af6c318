#pragma once
// A two-generation approximation of an LRU cache, so that memory does not grow with the number of editions.
// When the young generation is full it becomes the old one; entries that are not requested while they are old
// are dropped. Thread-safe.

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <mutex>
#include <tsl/robin_map.h>
#include <utility>

namespace tailorbird {

/// The limits of one generation; a cache holds at most twice as much.
struct RecentBounds {
  std::size_t entries = std::numeric_limits<std::size_t>::max();
  std::size_t bytes = std::numeric_limits<std::size_t>::max();
};

/// `Key`: a 64-bit hash where a collision is harmless, otherwise a full key.
template <typename Value, typename Key = std::uint64_t>
class RecentMap {
 public:
  explicit RecentMap(RecentBounds bounds) : bounds_(bounds) {}

  /// The cached value of `key`, or the result of `make`, which is then cached. Two threads may make the same.
  template <typename Make>
  std::shared_ptr<const Value> get(const Key& key, const Make& make) {
    if (auto known = find(key)) return known;
    auto made = std::make_shared<const Value>(make());
    keep(key, made);
    return made;
  }

  /// The value of `key`, which moves to the young generation; null: none.
  std::shared_ptr<const Value> find(const Key& key) {
    const std::lock_guard lock(mutex_);
    if (const auto known = recent_.find(key); known != recent_.end()) return known->second.value;
    const auto known = before_.find(key);
    if (known == before_.end()) return nullptr;
    const Entry entry = std::move(known.value());
    before_.erase(known);
    put(key, entry);
    return entry.value;
  }

  /// Caches `value`. `bytes`: its size, where the cache is bounded by bytes.
  void keep(const Key& key, std::shared_ptr<const Value> value, std::size_t bytes = 0) {
    const std::lock_guard lock(mutex_);
    put(key, Entry{std::move(value), bytes});
  }

 private:
  struct Entry {
    std::shared_ptr<const Value> value;
    std::size_t bytes = 0;
  };
  // In one stretch of memory: most of a search is waiting for it.
  using Generation = tsl::robin_map<Key, Entry>;

  void put(const Key& key, Entry entry) {
    const bool full = recent_.size() >= bounds_.entries || recent_bytes_ + entry.bytes > bounds_.bytes;
    if (full && !recent_.empty()) {  // one entry may be larger than a generation
      before_ = std::exchange(recent_, Generation());
      recent_bytes_ = 0;
    }
    Entry& place = recent_[key];  // another thread may have been faster
    recent_bytes_ += entry.bytes - place.bytes;
    place = std::move(entry);
  }

  const RecentBounds bounds_;
  std::mutex mutex_;
  Generation recent_;
  std::size_t recent_bytes_ = 0;
  Generation before_;  // the old generation
};

}  // namespace tailorbird
