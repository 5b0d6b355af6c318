#include "leak/phrase_table.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <tuple>

#include "base/hash.hpp"
#include "leak/short_names.hpp"
#include "text/word_starts.hpp"

namespace tailorbird {
namespace {

using Entry = FingerprintTable::Entry;

constexpr std::size_t shortest_sentence = 16;
constexpr std::size_t block = 512;  // the number of words that are filtered at a time

unsigned log2_at_least(std::size_t number) {
  return static_cast<unsigned>(std::bit_width(std::max<std::size_t>(number, 2) - 1));
}

/// Entries with equal shapes become one.
auto shape(const Entry& entry) { return std::tuple(entry.hash, entry.offset, entry.length); }

}  // namespace

std::size_t QuickHash::operator()(std::string_view text) const { return quick_hash(text); }

FingerprintTable::FingerprintTable(const std::vector<Entry>& entries) {
  const unsigned bits = log2_at_least(entries.size());
  bucket_shift_ = 64 - bits;
  filter_shift_ = 64 - std::clamp(bits - std::min(bits, 2U), 1U, 20U);  // four per word; at most 8 MiB
  starts_.assign((std::size_t{1} << bits) + 1, 0);
  filter_.assign(std::size_t{1} << (64 - filter_shift_), 0);
  for (const Entry& entry : entries) {
    ++starts_[(entry.hash >> bucket_shift_) + 1];
    filter_[entry.hash >> filter_shift_] |= bits_of(entry.hash);
  }
  std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
  std::vector<std::uint32_t> next = starts_;
  entries_.resize(entries.size());
  for (const Entry& entry : entries) entries_[next[entry.hash >> bucket_shift_]++] = entry;
}

PhraseTable::PhraseTable(std::vector<std::string_view> phrases) : phrases_(std::move(phrases)) {
  const std::vector<Fingerprint> fingerprints = choose_fingerprints(phrases_);
  Entries narrow;
  Entries wide;
  for (std::uint32_t phrase = 0; phrase < phrases_.size(); ++phrase) {
    const Fingerprint& fingerprint = fingerprints[phrase];
    if (fingerprint.offset == Fingerprint::none) continue;
    const auto length = static_cast<std::uint32_t>(phrases_[phrase].size());
    (fingerprint.size == FingerprintSize::wide ? wide : narrow)
        .push_back({fingerprint.hash, phrase, fingerprint.offset, length});
  }
  narrow_ = FingerprintTable(joined(std::move(narrow)));
  wide_ = FingerprintTable(joined(std::move(wide)));
}

/// Merges entries with the same fingerprint, offset and length.
PhraseTable::Entries PhraseTable::joined(Entries entries) {
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return shape(a) < shape(b); });
  Entries result;
  for (std::size_t begin = 0, end = 0; begin < entries.size(); begin = end) {
    while (end < entries.size() && shape(entries[end]) == shape(entries[begin])) ++end;
    result.push_back(entries[begin]);
    if (end - begin == 1) continue;
    result.back().phrase = Entry::several;
    for (std::size_t index = begin; index < end; ++index) {
      const std::uint32_t phrase = entries[index].phrase;
      by_words_.emplace(phrases_[phrase], phrase);
    }
  }
  return result;
}

std::uint32_t PhraseTable::phrase_at(const Candidate& candidate, std::string_view text) const {
  const Entry& entry = *candidate.entry;
  if (!candidate.is_within(text.size())) return no_phrase;
  const std::size_t begin = candidate.at - entry.offset;
  const std::string_view there = text.substr(begin, entry.length);
  std::uint32_t phrase = entry.phrase;
  if (phrase == Entry::several) {
    const auto known = by_words_.find(there);
    if (known == by_words_.end()) return no_phrase;
    phrase = known->second;
  }
  if (phrases_[phrase] != there) return no_phrase;
  const bool is_short = entry.length < shortest_sentence;
  return is_short && !stands_alone(text, begin, begin + entry.length) ? no_phrase : phrase;
}

template <std::uint64_t hash_of(const char*)>
void PhraseTable::find_with(const FingerprintTable& table, std::string_view text,
                            std::span<const std::uint32_t> starts, std::vector<Candidate>& candidates) {
  if (table.empty()) return;
  std::array<std::uint32_t, block> places{};
  for (std::size_t begin = 0; begin < starts.size(); begin += block) {
    // Branch-free, since branches on the filter would be mispredicted too often.
    std::size_t count = 0;
    for (const std::uint32_t at : starts.subspan(begin, std::min(block, starts.size() - begin))) {
      places[count] = at;
      count += table.may_have(hash_of(text.data() + at)) ? 1 : 0;
    }
    for (const std::uint32_t at : std::span(places).first(count)) {
      const std::uint64_t hash = hash_of(text.data() + at);
      for (const Entry& entry : table.near(hash)) {
        if (entry.hash == hash) candidates.push_back({at, &entry});
      }
    }
  }
}

void PhraseTable::find_candidates(std::string_view text, std::span<const std::uint32_t> starts,
                                  std::vector<Candidate>& candidates) const {
  find_with<narrow_hash>(narrow_, text, starts, candidates);
  find_with<wide_hash>(wide_, text, starts, candidates);
}

std::vector<std::uint32_t> PhraseTable::find(std::string_view text) const {
  return find(text, word_starts(text));
}

std::vector<std::uint32_t> PhraseTable::find(std::string_view text,
                                             std::span<const std::uint32_t> starts) const {
  std::vector<Candidate> candidates;
  find_candidates(text, starts, candidates);
  std::vector<std::uint32_t> found;
  for (const Candidate& candidate : candidates) {
    const std::uint32_t phrase = phrase_at(candidate, text);
    if (phrase != no_phrase) found.push_back(phrase);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace tailorbird
