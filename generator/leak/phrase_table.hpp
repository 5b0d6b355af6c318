#pragma once
// Finds any of many phrases in a text, in little more time than reading it takes. Phrases that share a
// fingerprint (paths in one folder, for example) are distinguished by a hash lookup, not one after the other.
//
// Algorithm: only beginnings of words are examined. A Bloom filter rejects nearly all of them; the
// fingerprints (phrase_fingerprints.hpp) of the others are looked up, and phrases with an equal one are
// compared in full. A phrase of less than sixteen bytes is found only as whole words.

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "leak/phrase_fingerprints.hpp"

namespace tailorbird {

/// A hash table of phrases with fingerprints of one size.
class FingerprintTable {
 public:
  /// A phrase, or `several` phrases of equal length that have the same fingerprint at the same offset.
  struct Entry {
    static constexpr std::uint32_t several = 0xFFFFFFFF;
    std::uint64_t hash = 0;
    std::uint32_t phrase = 0;
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
  };

  FingerprintTable() : FingerprintTable(std::vector<Entry>{}) {}
  explicit FingerprintTable(const std::vector<Entry>& entries);

  bool empty() const { return entries_.empty(); }
  /// Whether the fingerprint may be in the table, by a Bloom filter with two bits in one word.
  bool may_have(std::uint64_t hash) const {
    const std::uint64_t bits = bits_of(hash);
    return (filter_[hash >> filter_shift_] & bits) == bits;
  }
  /// The entries in the bucket of `hash`.
  std::span<const Entry> near(std::uint64_t hash) const {
    const std::uint64_t bucket = hash >> bucket_shift_;
    return std::span(entries_).subspan(starts_[bucket], starts_[bucket + 1] - starts_[bucket]);
  }

 private:
  static std::uint64_t bits_of(std::uint64_t hash) {
    return std::uint64_t{1} << (hash & 63U) | std::uint64_t{1} << (hash >> 6U & 63U);
  }

  unsigned bucket_shift_ = 63;         // hash >> bucket_shift_ is the bucket
  std::vector<std::uint32_t> starts_;  // by bucket: index of its first entry; and the end
  std::vector<Entry> entries_;         // sorted by bucket
  unsigned filter_shift_ = 63;         // hash >> filter_shift_ is the word of the filter
  std::vector<std::uint64_t> filter_;
};

/// A fast hash for hash tables of texts. It may collide: tables compare the bytes as well.
struct QuickHash {
  std::size_t operator()(std::string_view text) const;
};

class PhraseTable {
 public:
  static constexpr std::uint32_t no_phrase = FingerprintTable::Entry::several;

  /// A candidate: a place in a text where the fingerprint of an entry matches.
  struct Candidate {
    std::uint32_t at = 0;  // where the fingerprint matches; the phrase begins `entry->offset` bytes before
    const FingerprintTable::Entry* entry = nullptr;

    /// Whether the phrase would lie within a text of `size` bytes.
    bool is_within(std::size_t size) const {
      return at >= entry->offset && at - entry->offset + entry->length <= size;
    }
  };

  /// Phrases without a fingerprint (phrase_fingerprints.hpp) are not found. The text that `phrases` view must
  /// outlive the table.
  explicit PhraseTable(std::vector<std::string_view> phrases);

  bool empty() const { return narrow_.empty() && wide_.empty(); }

  /// Indices of the phrases in `text`, each once, sorted. `text` must end in `fingerprint_slack` bytes in
  /// which no word begins.
  std::vector<std::uint32_t> find(std::string_view text) const;
  /// The same, given the offsets at which words begin.
  std::vector<std::uint32_t> find(std::string_view text, std::span<const std::uint32_t> starts) const;

  /// Adds all candidates in `text`, which are valid as long as the table. `starts` and the end of `text` as
  /// for `find`.
  void find_candidates(std::string_view text, std::span<const std::uint32_t> starts,
                       std::vector<Candidate>& candidates) const;
  /// The phrase in `text` at `candidate`, or `no_phrase`.
  std::uint32_t phrase_at(const Candidate& candidate, std::string_view text) const;

 private:
  using Entries = std::vector<FingerprintTable::Entry>;

  Entries joined(Entries entries);
  template <std::uint64_t hash_of(const char*)>
  static void find_with(const FingerprintTable& table, std::string_view text,
                        std::span<const std::uint32_t> starts, std::vector<Candidate>& candidates);

  std::vector<std::string_view> phrases_;
  std::unordered_map<std::string_view, std::uint32_t, QuickHash>
      by_words_;  // the phrases of `several` entries
  FingerprintTable narrow_;
  FingerprintTable wide_;
};

}  // namespace tailorbird
