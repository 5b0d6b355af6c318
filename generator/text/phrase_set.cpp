#include "text/phrase_set.hpp"

#include <algorithm>

#include "text/comparable.hpp"

namespace tailorbird {

void PhraseSet::add(std::string_view phrase) {
  const bool goes_on = phrase.ends_with('*');
  if (goes_on) phrase.remove_suffix(1);
  trie_.add(comparable_text(phrase), static_cast<std::uint32_t>(goes_on_.size()));
  goes_on_.push_back(goes_on);
}

std::vector<PhraseMatch> PhraseSet::find(std::string_view comparable) const {
  std::vector<PhraseMatch> found;
  for (std::size_t at = 0; at < comparable.size(); ++at) {
    if (word_before(comparable, at)) continue;
    trie_.walk(comparable, at, [&](std::uint32_t phrase, std::size_t end) {
      if (!goes_on_[phrase] && word_at(comparable, end)) return;
      while (end < comparable.size() && word_at(comparable, end)) ++end;
      found.push_back({phrase, at, end});
    });
  }
  return found;
}

std::vector<std::uint32_t> PhraseSet::found_in(std::string_view comparable) const {
  std::vector<std::uint32_t> found;
  for (const PhraseMatch& match : find(comparable)) found.push_back(match.phrase);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace tailorbird
