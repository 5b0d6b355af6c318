#include "leak/leak_index.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <unordered_map>

#include "base/strings.hpp"
#include "leak/fold_text.hpp"
#include "leak/phrases.hpp"
#include "leak/pieces.hpp"
#include "leak/uncut_text.hpp"
#include "text/extract_text.hpp"

namespace tailorbird {
namespace {

/// The shown words, one line per block and one per name. `shown`: by guard, from `first` on.
std::string shown_words(const RestrictedTexts& texts, const std::vector<bool>& shown, std::uint32_t first) {
  std::string words;
  for (const TextBlock& block : texts.blocks) {
    for (const RestrictedText& text : block) {
      if (shown[first + text.guard]) words += text.words;
    }
    words += '\n';
  }
  for (const RestrictedText& name : texts.names) {
    if (shown[first + name.guard]) words += name.words + '\n';
  }
  return words;
}

bool is_one_word(std::string_view folded) {
  return std::all_of(folded.begin(), folded.end(), [](char c) { return is_word_byte(c); });
}

std::string folded_phrase_of(std::string_view words) { return std::string(trim(fold_text(words))); }

/// `words` with a sign, over which no phrase goes, between neighbouring lines for which `is_whole` holds.
std::string kept_apart(std::string_view words, const std::function<bool(std::string_view line)>& is_whole) {
  std::string apart;
  bool is_after_whole = false;
  for (const std::string_view line : split(words, '\n')) {
    const std::string folded = folded_phrase_of(line);
    if (folded.empty()) continue;
    const bool whole = is_whole(folded);
    if (whole && is_after_whole) apart += "| ";
    apart.append(line) += '\n';
    is_after_whole = whole;
  }
  return apart;
}

/// A name, number or address in the form that is searched for. Empty: it is too short to identify anybody.
std::string folded_name(std::string_view written) {
  if (std::string number = number_phrase(written); !number.empty()) return number;
  std::string name(trim(fold_text(written)));
  for (const std::string_view scheme : {"https://", "http://", "mailto:"}) {
    if (name.starts_with(scheme)) name.erase(0, scheme.size());
  }
  while (name.ends_with('/')) name.pop_back();
  const auto letters = std::count_if(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  });
  return letters >= least_name_letters ? name : std::string{};
}

}  // namespace

LeakIndex::LeakIndex(const Project& project, const ProgramOf& programs, std::string_view language,
                     std::span<const Edition* const> editions)
    : project_(project),
      programs_(programs),
      language_(language),
      texts_(restricted_texts(project, programs, language, editions)),
      phrases_(collect()),
      finder_(phrases_),
      shared_(editions.size() > 1) {}

const AllTexts& LeakIndex::all_texts() const {
  std::call_once(all_texts_once_,
                 [this] { all_texts_ = std::make_unique<const AllTexts>(project_, programs_, language_); });
  return *all_texts_;
}

std::shared_ptr<const Phrases> LeakIndex::find_shown(std::size_t part, const std::vector<bool>& shown) const {
  const AllTexts& texts = all_texts();
  const std::uint32_t first = texts.first_guard(part);
  // Where shown guards begin and end: most of them are of other organisations, and are not listed one by one.
  std::string key = std::to_string(part);
  bool inside = false;
  for (std::uint32_t guard = first; guard < texts.first_guard(part + 1); ++guard) {
    if (shown[guard] == inside) continue;
    inside = !inside;
    key += ' ' + std::to_string(guard - first);
  }
  return shown_memo_.get(
      key, [&](std::string_view) { return find(shown_words(*texts.part(part), shown, first)); });
}

std::shared_ptr<const Phrases> LeakIndex::find_again(std::string_view words) const {
  return words_memo_.get(words, [this](std::string_view text) { return find(text); });
}

Phrases LeakIndex::find_in_piece(std::string_view piece) const {
  return shared_ ? finder_.find_in_blocks(piece) : finder_.find_anywhere(piece);
}

std::shared_ptr<const Phrases> LeakIndex::find_words_of_theme(std::string_view bytes) const {
  return theme_memo_.get(bytes, [this](std::string_view file) {
    Phrases found = finder_.find_anywhere(file);
    std::erase_if(found, [this](std::uint32_t phrase) { return !is_one_word(phrases_[phrase]); });
    return found;
  });
}

/// Numbers in different elements are not one: the rows 1, 2, 3, 4 and 5 are not the telephone number 12345.
Phrases LeakIndex::find_prose(std::string_view words) const {
  Phrases found = find(words);
  const auto is_number = [this](std::uint32_t phrase) { return is_number_phrase(phrases_[phrase]); };
  if (std::none_of(found.begin(), found.end(), is_number)) return found;
  Phrases within;
  for (const std::string_view line : split(words, '\n')) {
    const Phrases one = find(line);
    within.insert(within.end(), one.begin(), one.end());
  }
  std::sort(within.begin(), within.end());
  std::erase_if(found, [&](std::uint32_t phrase) {
    return is_number(phrase) && !std::binary_search(within.begin(), within.end(), phrase);
  });
  return found;
}

void LeakIndex::keep_prose(TextKind kind, std::string_view piece, Phrases& found) const {
  const auto is_doubtful = [this](std::uint32_t phrase) { return bool{only_in_prose_[phrase]}; };
  if (std::none_of(found.begin(), found.end(), is_doubtful)) return;
  const auto in_prose = prose_memos_[static_cast<std::size_t>(kind)].get(
      piece,
      [this, kind](std::string_view bytes) { return find_prose(extract_text(prose_of(kind, bytes)).words); });
  std::erase_if(found, [&](std::uint32_t phrase) {
    return is_doubtful(phrase) && !std::binary_search(in_prose->begin(), in_prose->end(), phrase);
  });
}

Phrases LeakIndex::find_in_file(std::string_view path, std::string_view bytes,
                                const std::vector<bool>& wanted, std::string_view before) const {
  Phrases all;
  if (phrases_.empty()) return all;
  const TextKind kind = text_kind(path);
  std::vector<std::string_view> pieces = new_pieces_of(bytes, before);
  const std::optional<std::string> uncut = uncut_text(path, bytes);
  if (uncut) pieces.emplace_back(*uncut);
  for (const std::string_view piece : pieces) {
    const auto found = memo_.get(piece, [this](std::string_view one) { return find_in_piece(one); });
    Phrases left;
    std::copy_if(found->begin(), found->end(), std::back_inserter(left),
                 [&](std::uint32_t phrase) { return bool{wanted[phrase]}; });
    keep_prose(kind, piece, left);
    all.insert(all.end(), left.begin(), left.end());
  }
  return all;
}

Phrases LeakIndex::find_apart(std::string_view path, std::string_view bytes,
                              const std::function<bool(std::string_view line)>& is_whole) const {
  Phrases all = find(path);
  std::vector<std::string_view> pieces = pieces_of(bytes);
  const std::optional<std::string> uncut = uncut_text(path, bytes);
  if (uncut) pieces.emplace_back(*uncut);
  for (const std::string_view piece : pieces) {
    const ExtractedText plain = extract_text(piece);
    for (const Phrases& found : {find(kept_apart(plain.words, is_whole)), find(plain.marks)})
      all.insert(all.end(), found.begin(), found.end());
  }
  std::sort(all.begin(), all.end());
  return all;
}

/// Fills words_, written_, only_in_prose_ and guards_. Returns the folded phrases, each once.
std::vector<std::string_view> LeakIndex::collect() {
  std::vector<std::string_view> phrases;
  std::unordered_map<std::string_view, std::uint32_t, QuickHash> known;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places;  // phrase and guard
  const auto add = [&](std::string words, std::string&& written, std::uint32_t guard) {
    auto at = known.find(words);
    if (at == known.end()) {
      at = known.emplace(words_.emplace_back(std::move(words)), phrases.size()).first;
      phrases.push_back(at->first);
      written_.push_back(std::move(written));
      only_in_prose_.push_back(is_number_phrase(at->first) || is_one_word(at->first));
    }
    places.emplace_back(at->second, guard);
  };
  for (const TextBlock& block : texts_.blocks) {
    for (RestrictedText& phrase : phrases_of(block, texts_.guards)) {
      add(folded_phrase_of(phrase.words), std::move(phrase.words), phrase.guard);
    }
  }
  for (const RestrictedText& name : texts_.names) {
    if (std::string words = folded_name(name.words); !words.empty())
      add(std::move(words), std::string(name.words), name.guard);
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
