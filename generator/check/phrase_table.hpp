#pragma once
// Finds any of many phrases in a text, in little more time than it takes to read it. Phrases that share their
// words (paths of one folder, say) are told apart by a hash, not one after the other.
//
// How: of each phrase one word is chosen, and the seven bytes from its beginning on are its window.
// In a text only the beginnings of words are looked at. A filter of bits turns away nearly all of them; the
// others are compared in full.

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tailorbird {

/// Which windows are worth a look: two bits of one word are set for each.
struct PhraseFilter {
  std::vector<std::uint64_t> words;
  unsigned shift = 60;  // of a hash, to the index of its word

  static std::uint64_t bits_of(std::uint64_t hash) {
    return std::uint64_t{1} << (hash & 63U) | std::uint64_t{1} << (hash >> 6U & 63U);
  }
  bool has(std::uint64_t hash) const {
    const std::uint64_t bits = bits_of(hash);
    return (words[hash >> shift] & bits) == bits;
  }
};

class PhraseTable {
 public:
  /// The bytes from the beginning of a word on by which a phrase is found.
  static constexpr std::size_t window = 7;

  /// Finds the phrases in which some word has a window before the phrase ends; the others are not found. What
  /// `phrases` view must outlive the table.
  explicit PhraseTable(std::vector<std::string_view> phrases);

  /// The filter for the phrases with `wanted(index)`: the smaller they are in number, the faster `find` is.
  template <typename Wanted>
  PhraseFilter filter(const Wanted& wanted) const;

  /// Indices of the phrases in `text`, each once, sorted, for which `wanted(index)` is true. `filter` is for
  /// at least these, `starts` are the word_starts of `text`, and `text` must end in eight bytes that begin no
  /// word.
  template <typename Wanted>
  std::vector<std::uint32_t> find(std::string_view text, std::span<const std::uint32_t> starts,
                                  const PhraseFilter& filter, const Wanted& wanted) const;

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  static constexpr std::size_t block = 512;  // places that go through the filter in one go

  /// Where a window of a phrase is. The tag is the second half of its hash: it saves a look at the phrase.
  struct Entry {
    static constexpr std::uint32_t several = 0xFFFFFFFF;
    std::uint32_t phrase;  // or `several` that have this window at this offset and are equally long
    std::uint32_t length;
    std::uint32_t offset;
    std::uint32_t tag;
  };
  /// An entry before those of one shape are joined.
  struct Draft {
    Entry entry;
    std::uint64_t hash;
  };

  /// Of the window at `bytes`. Eight bytes are read, and the one too many is shifted out.
  static std::uint64_t hash_at(const char* bytes) {
    std::uint64_t value = 0;
    std::memcpy(&value, bytes, sizeof value);
    constexpr bool little = std::endian::native == std::endian::little;
    value = (little ? value << 8U : value >> 8U) * 0x9E3779B97F4A7C15U;
    return value ^ value >> 32U;
  }
  static std::uint64_t padded_hash(std::string_view phrase, std::size_t offset);
  static std::vector<std::uint32_t> window_places(std::string_view phrase);
  std::uint32_t best_place(std::string_view phrase, const std::vector<std::uint8_t>& counts) const;
  std::vector<Draft> drafts() const;
  void add_joined(std::span<Draft> bucket);
  std::uint32_t one_of_several(std::string_view text) const;

  /// Those of `starts`, at most a block, that pass the filter; how many are put in `places`. Without
  /// branches, as their answers would be guessed wrong too often.
  std::size_t candidates(std::string_view text, std::span<const std::uint32_t> starts,
                         const PhraseFilter& filter, std::array<std::uint32_t, block>& places) const {
    std::size_t count = 0;
    for (const std::uint32_t at : starts) {
      places[count] = at;
      count += filter.has(hash_at(text.data() + at)) ? 1 : 0;
    }
    return count;
  }

  /// The phrase of `entry` that stands in `text` with its window at `at`, or `none`.
  template <typename Wanted>
  std::uint32_t match(const Entry& entry, std::string_view text, std::size_t at, const Wanted& wanted) const {
    if (entry.phrase != Entry::several && !wanted(entry.phrase)) return none;
    if (at < entry.offset || text.size() - (at - entry.offset) < entry.length) return none;
    const std::string_view there = text.substr(at - entry.offset, entry.length);
    const std::uint32_t phrase = entry.phrase == Entry::several ? one_of_several(there) : entry.phrase;
    return phrase != none && phrases_[phrase] == there && wanted(phrase) ? phrase : none;
  }

  std::vector<std::string_view> phrases_;
  unsigned bucket_shift_ = 60;         // of a hash, to its bucket
  std::vector<std::uint32_t> starts_;  // by bucket: first of its entries
  std::vector<Entry> entries_;
  std::unordered_map<std::uint64_t, std::uint32_t> by_hash_;  // phrases of entries for several
};

template <typename Wanted>
PhraseFilter PhraseTable::filter(const Wanted& wanted) const {
  PhraseFilter filter;
  filter.shift = std::max(bucket_shift_ + 2, 44U);  // about four entries to a word, eight MiB at most
  filter.words.assign(std::size_t{1} << (64 - filter.shift), 0);
  for (std::size_t bucket = 0; bucket + 1 < starts_.size(); ++bucket) {
    std::uint64_t& word = filter.words[bucket >> (filter.shift - bucket_shift_)];
    for (std::uint32_t index = starts_[bucket]; index < starts_[bucket + 1]; ++index) {
      const Entry& entry = entries_[index];
      if (entry.phrase == Entry::several || wanted(entry.phrase)) word |= PhraseFilter::bits_of(entry.tag);
    }
  }
  return filter;
}

template <typename Wanted>
std::vector<std::uint32_t> PhraseTable::find(std::string_view text, std::span<const std::uint32_t> starts,
                                             const PhraseFilter& filter, const Wanted& wanted) const {
  std::vector<std::uint32_t> found;
  if (entries_.empty()) return found;
  std::array<std::uint32_t, block> places;
  for (std::size_t begin = 0; begin < starts.size(); begin += block) {
    const std::size_t count =
        candidates(text, starts.subspan(begin, std::min(block, starts.size() - begin)), filter, places);
    for (std::size_t index = 0; index < count; ++index) {
      const std::size_t at = places[index];
      const std::uint64_t hash = hash_at(text.data() + at);
      const std::uint64_t bucket = hash >> bucket_shift_;
      for (std::uint32_t entry = starts_[bucket]; entry < starts_[bucket + 1]; ++entry) {
        if (entries_[entry].tag != static_cast<std::uint32_t>(hash)) continue;
        const std::uint32_t phrase = match(entries_[entry], text, at, wanted);
        if (phrase != none) found.push_back(phrase);
      }
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace tailorbird
