#include "check/phrase_table.hpp"

#include <bit>
#include <limits>
#include <numeric>
#include <tuple>

#include "base/hash.hpp"
#include "check/word_starts.hpp"

namespace tailorbird {
namespace {

constexpr unsigned log2_at_least(std::size_t number) {
  return static_cast<unsigned>(std::bit_width(std::max<std::size_t>(number, 2) - 1));
}

constexpr std::size_t longest_looked_at = 1024;  // a word further on in a phrase is not chosen
constexpr unsigned count_bits = 20;              // of the table that counts how common windows are

}  // namespace

PhraseTable::PhraseTable(std::vector<std::string_view> phrases) : phrases_(std::move(phrases)) {
  const std::vector<Draft> all = drafts();
  bucket_shift_ = 64 - std::clamp(log2_at_least(all.size()), 4U, 26U);
  std::vector<std::uint32_t> begins((std::size_t{1} << (64 - bucket_shift_)) + 1, 0);
  for (const Draft& draft : all) ++begins[(draft.hash >> bucket_shift_) + 1];
  std::partial_sum(begins.begin(), begins.end(), begins.begin());
  std::vector<Draft> by_bucket(all.size());
  std::vector<std::uint32_t> next = begins;
  for (const Draft& draft : all) by_bucket[next[draft.hash >> bucket_shift_]++] = draft;
  for (std::size_t bucket = 0; bucket + 1 < begins.size(); ++bucket) {
    starts_.push_back(static_cast<std::uint32_t>(entries_.size()));
    add_joined({by_bucket.data() + begins[bucket], by_bucket.data() + begins[bucket + 1]});
  }
  starts_.push_back(static_cast<std::uint32_t>(entries_.size()));
}

/// Adds the entries of a bucket; those of the same window, offset and length become one.
void PhraseTable::add_joined(std::span<Draft> bucket) {
  const auto shape = [](const Draft& draft) {
    return std::tuple(draft.hash, draft.entry.offset, draft.entry.length);
  };
  std::sort(bucket.begin(), bucket.end(),
            [&](const Draft& a, const Draft& b) { return shape(a) < shape(b); });
  for (std::size_t begin = 0; begin < bucket.size();) {
    std::size_t end = begin + 1;
    while (end < bucket.size() && shape(bucket[end]) == shape(bucket[begin])) ++end;
    entries_.push_back(bucket[begin].entry);
    if (end - begin > 1) {
      entries_.back().phrase = Entry::several;
      for (std::size_t index = begin; index < end; ++index) {
        const std::uint32_t phrase = bucket[index].entry.phrase;
        by_hash_.emplace(quick_hash(phrases_[phrase]), phrase);
      }
    }
    begin = end;
  }
}

std::uint32_t PhraseTable::one_of_several(std::string_view text) const {
  const auto at = by_hash_.find(quick_hash(text));
  return at == by_hash_.end() ? none : at->second;
}

/// As hash_at, for a window that may end where the phrase does.
std::uint64_t PhraseTable::padded_hash(std::string_view phrase, std::size_t offset) {
  if (offset + sizeof(std::uint64_t) <= phrase.size()) return hash_at(phrase.data() + offset);
  char bytes[sizeof(std::uint64_t)] = {};
  std::memcpy(bytes, phrase.data() + offset, phrase.size() - offset);
  return hash_at(bytes);
}

/// Where windows may be taken from: the words of the phrase that are long enough. The first one only when
/// there is no other, as something may stand right before a phrase and be one word with it.
std::vector<std::uint32_t> PhraseTable::window_places(std::string_view phrase) {
  std::vector<std::uint32_t> places = word_starts(phrase.substr(0, longest_looked_at));
  std::erase_if(places, [&](std::uint32_t at) { return at + window > phrase.size(); });
  if (places.size() > 1 && places.front() == 0) places.erase(places.begin());
  return places;
}

/// The place whose window the fewest other phrases share, so that sentences that begin alike do not all have
/// to be compared; `none` when there is no place.
std::uint32_t PhraseTable::best_place(std::string_view phrase,
                                      const std::vector<std::uint8_t>& counts) const {
  std::uint32_t best = none;
  unsigned best_count = std::numeric_limits<unsigned>::max();
  for (const std::uint32_t at : window_places(phrase)) {
    const unsigned count = counts[padded_hash(phrase, at) >> (64 - count_bits)];
    if (count >= best_count) continue;
    best = at;
    best_count = count;
  }
  return best;
}

std::vector<PhraseTable::Draft> PhraseTable::drafts() const {
  std::vector<std::uint8_t> counts(std::size_t{1} << count_bits, 0);
  for (const std::string_view phrase : phrases_) {
    for (const std::uint32_t at : window_places(phrase)) {
      std::uint8_t& count = counts[padded_hash(phrase, at) >> (64 - count_bits)];
      if (count != std::numeric_limits<std::uint8_t>::max()) ++count;
    }
  }
  std::vector<Draft> all;
  for (std::uint32_t index = 0; index < phrases_.size(); ++index) {
    const std::uint32_t offset = best_place(phrases_[index], counts);
    if (offset == none) continue;
    const std::uint64_t hash = padded_hash(phrases_[index], offset);
    const auto length = static_cast<std::uint32_t>(phrases_[index].size());
    all.push_back({{index, length, offset, static_cast<std::uint32_t>(hash)}, hash});
  }
  return all;
}

}  // namespace tailorbird
