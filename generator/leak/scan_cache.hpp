#pragma once
// What was found in pieces of documents. Editions share most of their pages' text, and a piece that was
// searched once need not be searched again.

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tailorbird {

/// `document` cut before and after its landmarks (`<main`, `</main>`, `<footer`), which no sentence goes
/// across: what differs between organisations is mostly in its head and foot. What is no HTML document is one
/// piece.
std::vector<std::string_view> pieces_of(std::string_view document);

/// Numbers of phrases.
using Phrases = std::vector<std::uint32_t>;

/// Thread-safe. When it is full it forgets what was not asked for lately, so that memory does not grow with
/// the number of editions. A piece is known again by its bytes, not only by their hash.
class ScanCache {
 public:
  /// What `search` returns for `piece`, now or when it was asked before.
  template <typename Search>
  std::shared_ptr<const Phrases> get(std::string_view piece, const Search& search) {
    const std::uint64_t key = key_of(piece);
    if (auto known = find(key, piece)) return known;
    return put(key, piece, search(piece));
  }

 private:
  struct Entry {
    std::string piece;
    Phrases phrases;
  };
  using Found = std::unordered_map<std::uint64_t, std::shared_ptr<const Entry>>;

  static std::uint64_t key_of(std::string_view piece);
  std::shared_ptr<const Phrases> find(std::uint64_t key, std::string_view piece);
  std::shared_ptr<const Entry> find_entry(std::uint64_t key);
  std::shared_ptr<const Phrases> put(std::uint64_t key, std::string_view piece, Phrases phrases);
  void keep(std::uint64_t key, std::shared_ptr<const Entry> entry);

  std::mutex mutex_;
  Found recent_;
  std::size_t recent_bytes_ = 0;
  Found before_;  // what was recent until that was full
};

}  // namespace tailorbird
