#pragma once
// A cache of results computed from texts (memoisation). Texts are compared by their bytes, not only by hash.
// Bounded, with the eviction of base/recent_map.hpp. Thread-safe.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/hash.hpp"
#include "base/recent_map.hpp"

namespace tailorbird {

template <typename Result>
class TextMemo {
 public:
  /// `most_texts`, `most_bytes`: the limits of each of its two generations.
  explicit TextMemo(std::size_t most_texts = std::size_t{1} << 13U,
                    std::size_t most_bytes = std::size_t{16} << 20U)
      : entries_({.entries = most_texts, .bytes = most_bytes}) {}

  /// The cached result for `text`, or that of `make(text)`, which is then cached. Two threads may make the
  /// same.
  template <typename Make>
  std::shared_ptr<const Result> get(std::string_view text, const Make& make) {
    const std::uint64_t key = quick_hash(text);
    std::shared_ptr<const Entry> entry = entries_.find(key);
    if (!entry || entry->text != text) {
      entry = std::make_shared<const Entry>(Entry{std::string(text), make(text)});
      entries_.keep(key, entry, text.size());
    }
    return {entry, &entry->result};
  }

  /// The cached result for `text`; null: none.
  std::shared_ptr<const Result> find(std::string_view text) {
    const std::shared_ptr<const Entry> entry = entries_.find(quick_hash(text));
    if (!entry || entry->text != text) return nullptr;
    return {entry, &entry->result};
  }

 private:
  struct Entry {
    std::string text;
    Result result;
  };

  RecentMap<Entry> entries_;
};

}  // namespace tailorbird
