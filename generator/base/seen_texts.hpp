#pragma once
// Tells texts that come again from those that come only once, so that a cache need not keep the latter.
// Constant memory; thread-safe.

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/hash.hpp"

namespace tailorbird {

class SeenTexts {
 public:
  /// Whether `text` was asked for before. Only a guess: one that was long ago may be forgotten, and another
  /// text may, hardly ever, be taken for it.
  bool was_seen(std::string_view text) {
    const std::uint64_t hash = quick_hash(text);
    return hashes_[hash % places].exchange(hash, std::memory_order_relaxed) == hash;
  }

 private:
  static constexpr std::size_t places = std::size_t{1} << 14U;
  std::vector<std::atomic<std::uint64_t>> hashes_ = std::vector<std::atomic<std::uint64_t>>(places);
};

}  // namespace tailorbird
