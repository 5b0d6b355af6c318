#include "leak/leak_index.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "base/hash.hpp"
#include "leak/phrases.hpp"
#include "text/extract_text.hpp"

namespace tailorbird {
namespace {

/// A line for each block, and for each name that stands for itself.
std::string shown_words(const RestrictedTexts& texts, std::size_t part, const std::vector<bool>& shown) {
  const TextPart& begin = texts.parts[part];
  const TextPart& end = texts.parts[part + 1];
  std::string words;
  for (std::size_t block = begin.blocks; block < end.blocks; ++block) {
    for (const RestrictedText& text : texts.blocks[block]) {
      if (shown[text.guard]) words += text.words;
    }
    words += '\n';
  }
  for (std::size_t name = begin.names; name < end.names; ++name) {
    if (shown[texts.names[name].guard]) words += texts.names[name].words + '\n';
  }
  return words;
}

}  // namespace

LeakIndex::LeakIndex(const Project& project, const ProgramOf& programs, std::string_view language,
                     std::span<const Edition* const> editions)
    : project_(project),
      programs_(programs),
      language_(language),
      texts_(restricted_texts(project, programs, language, editions)),
      phrases_(collect()),
      table_(phrases_) {}

const RestrictedTexts& LeakIndex::all_texts() const {
  std::call_once(all_texts_once_, [this] { all_texts_ = restricted_texts(project_, programs_, language_); });
  return all_texts_;
}

std::shared_ptr<const Phrases> LeakIndex::find_shown(std::size_t part, const std::vector<bool>& shown) const {
  const RestrictedTexts& texts = all_texts();
  std::string key = std::to_string(part) + ':';
  for (std::size_t guard = texts.parts[part].guards; guard < texts.parts[part + 1].guards; ++guard) {
    key += shown[guard] ? '1' : '0';
  }
  return shown_memo_.get(key, [&](std::string_view) { return find(shown_words(texts, part, shown)); });
}

Phrases LeakIndex::find(std::string words) const {
  words.append(fingerprint_slack, '\n');
  return table_.find(words);
}

Phrases LeakIndex::find_in_piece(std::string_view bytes) const {
  ExtractedText plain = extract_text(bytes);
  Phrases found = find(std::move(plain.words));
  const Phrases in_marks = find(std::move(plain.marks));
  found.insert(found.end(), in_marks.begin(), in_marks.end());
  return found;
}

Phrases LeakIndex::find_in_file(std::string_view bytes) const {
  Phrases all;
  if (table_.empty()) return all;
  for (const std::string_view piece : pieces_of(bytes)) {
    const auto found = memo_.get(piece, [this](std::string_view one) { return find_in_piece(one); });
    all.insert(all.end(), found->begin(), found->end());
  }
  return all;
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
    for (RestrictedText& phrase : phrases_of(block, texts_.guards))
      add(std::move(phrase.words), phrase.guard);
  }
  for (const RestrictedText& name : texts_.names) {
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
