#include "check/phrase_table.hpp"

#include <bit>
#include <limits>
#include <numeric>
#include <tuple>

#include "base/hash.hpp"

namespace tailorbird {
namespace {

constexpr std::uint64_t first_bytes(std::size_t window) {
  if (window == sizeof(std::uint64_t)) return ~std::uint64_t{0};
  const unsigned bits = static_cast<unsigned>(window * 8);
  return std::endian::native == std::endian::little ? (std::uint64_t{1} << bits) - 1
                                                    : ~std::uint64_t{0} << (64 - bits);
}

constexpr unsigned log2_at_least(std::size_t number) {
  return static_cast<unsigned>(std::bit_width(std::max<std::size_t>(number, 2) - 1));
}

constexpr std::size_t longest_looked_at = 1024;  // a stretch further on in a phrase is not chosen
constexpr unsigned count_bits = 20;              // of the table that counts how common windows are

}  // namespace

PhraseTable::PhraseTable(std::vector<std::string_view> phrases, std::size_t window)
    : phrases_(std::move(phrases)), window_(window), mask_(first_bytes(window)) {
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
std::uint64_t PhraseTable::padded_hash(std::string_view phrase, std::size_t offset) const {
  if (offset + sizeof(std::uint64_t) <= phrase.size()) return hash_at(phrase.data() + offset);
  char bytes[sizeof(std::uint64_t)] = {};
  std::memcpy(bytes, phrase.data() + offset, phrase.size() - offset);
  return hash_at(bytes);
}

/// Picks for each phrase the stretch whose windows the fewest others share, so that sentences which begin
/// alike do not all have to be compared.
std::vector<PhraseTable::Draft> PhraseTable::drafts() const {
  std::vector<std::uint8_t> counts(std::size_t{1} << count_bits, 0);
  for (const std::string_view whole : phrases_) {
    const std::string_view phrase = whole.substr(0, longest_looked_at);
    for (std::size_t at = 0; at + window_ <= phrase.size(); ++at) {
      std::uint8_t& count = counts[padded_hash(phrase, at) >> (64 - count_bits)];
      if (count != std::numeric_limits<std::uint8_t>::max()) ++count;
    }
  }
  std::vector<Draft> all;
  for (std::uint32_t index = 0; index < phrases_.size(); ++index) {
    const std::string_view phrase = phrases_[index];
    if (phrase.size() < window_ + stride - 1) continue;
    const std::uint32_t begin = best_offset(phrase, counts);
    for (std::uint32_t offset = begin; offset < begin + stride; ++offset) {
      const std::uint64_t hash = padded_hash(phrase, offset);
      const auto tag = static_cast<std::uint32_t>(hash);
      all.push_back({{index, static_cast<std::uint32_t>(phrase.size()), offset, tag}, hash});
    }
  }
  return all;
}

std::uint32_t PhraseTable::best_offset(std::string_view phrase,
                                       const std::vector<std::uint8_t>& counts) const {
  phrase = phrase.substr(0, longest_looked_at);
  std::size_t best = 0;
  unsigned best_count = std::numeric_limits<unsigned>::max();
  for (std::size_t offset = 0; offset + window_ + stride - 1 <= phrase.size(); offset += stride) {
    unsigned count = 0;
    for (std::size_t step = 0; step < stride; ++step) {
      count += counts[padded_hash(phrase, offset + step) >> (64 - count_bits)];
    }
    if (count >= best_count) continue;
    best = offset;
    best_count = count;
  }
  return static_cast<std::uint32_t>(best);
}

}  // namespace tailorbird
