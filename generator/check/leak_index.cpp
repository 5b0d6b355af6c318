#include "check/leak_index.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "base/hash.hpp"
#include "check/phrases.hpp"

namespace tailorbird {

LeakIndex::LeakIndex(const Project& project, const ProgramOf& programs, std::string_view language,
                     std::span<const Edition* const> editions)
    : project_(project),
      programs_(programs),
      language_(language),
      texts_(guarded_texts(project, programs, language, editions)),
      phrases_(collect()),
      windows_(choose_windows(phrases_)) {}

const GuardedTexts& LeakIndex::all_texts() const {
  std::call_once(all_texts_once_, [this] { all_texts_ = guarded_texts(project_, programs_, language_); });
  return all_texts_;
}

/// Fills words_ and guards_; the phrases, each once.
std::vector<std::string_view> LeakIndex::collect() {
  std::vector<std::string_view> phrases;
  std::unordered_map<std::uint64_t, std::uint32_t> known;       // by hash
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places;  // phrase and guard
  const auto add = [&](std::string&& words, std::uint32_t guard) {
    const auto [at, is_new] =
        known.try_emplace(quick_hash(words), static_cast<std::uint32_t>(phrases.size()));
    if (is_new) phrases.push_back(words_.emplace_back(std::move(words)));
    places.emplace_back(at->second, guard);
  };
  for (const TextBlock& block : texts_.blocks) {
    for (GuardedText& phrase : phrases_of(block, texts_.guards)) add(std::move(phrase.words), phrase.guard);
  }
  for (const GuardedText& name : texts_.names) {
    if (name.words.size() >= least_name_bytes) add(std::string(name.words), name.guard);
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  guard_starts_.assign(phrases.size() + 1, 0);
  for (const auto& [phrase, guard] : places) {
    ++guard_starts_[phrase + 1];
    guards_.push_back(guard);
  }
  std::partial_sum(guard_starts_.begin(), guard_starts_.end(), guard_starts_.begin());
  return phrases;
}

}  // namespace tailorbird
