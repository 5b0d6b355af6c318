#pragma once
// Results by the text that they were made from. When it is full it forgets what was not asked for lately, so
// that memory does not grow with the number of editions. A text is known again by its bytes, not only by
// their hash. Thread-safe.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/hash.hpp"

namespace tailorbird {

template <typename Result>
class TextMemo {
 public:
  /// Forgets nothing of the last `most_texts` texts while they have no more than `most_bytes`; holds at most
  /// twice as many.
  explicit TextMemo(std::size_t most_texts = std::size_t{1} << 13U,
                    std::size_t most_bytes = std::size_t{16} << 20U)
      : most_texts_(most_texts), most_bytes_(most_bytes) {}

  /// What `make` returns for `text`, now or when it was asked before. Two threads may make the same.
  template <typename Make>
  std::shared_ptr<const Result> get(std::string_view text, const Make& make) {
    const std::uint64_t key = quick_hash(text);
    std::shared_ptr<const Entry> entry = find(key);
    if (!entry || entry->text != text) {
      entry = std::make_shared<const Entry>(Entry{std::string(text), make(text)});
      const std::lock_guard lock(mutex_);
      keep(key, entry);
    }
    return {entry, &entry->result};
  }

 private:
  struct Entry {
    std::string text;
    Result result;
  };
  using Entries = std::unordered_map<std::uint64_t, std::shared_ptr<const Entry>>;

  std::shared_ptr<const Entry> find(std::uint64_t key) {
    const std::lock_guard lock(mutex_);
    if (const auto known = recent_.find(key); known != recent_.end()) return known->second;
    const auto known = before_.find(key);
    if (known == before_.end()) return nullptr;
    std::shared_ptr<const Entry> entry = known->second;
    keep(key, entry);
    return entry;
  }

  void keep(std::uint64_t key, std::shared_ptr<const Entry> entry) {
    if (recent_.size() == most_texts_ || recent_bytes_ >= most_bytes_) {
      before_ = std::exchange(recent_, {});
      recent_bytes_ = 0;
    }
    recent_bytes_ += entry->text.size();
    recent_.insert_or_assign(key, std::move(entry));
  }

  const std::size_t most_texts_;
  const std::size_t most_bytes_;
  std::mutex mutex_;
  Entries recent_;
  std::size_t recent_bytes_ = 0;
  Entries before_;  // what was recent until that was full
};

}  // namespace tailorbird
