#include "leak/filled_texts.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "leak/fold_text.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view signs = ".,;:!? ";
constexpr std::string_view digits = "0123456789";

bool is_sign(char c) { return signs.find(c) != std::string_view::npos; }

std::string folded(std::string_view text) { return std::string(trim(fold_text(text))); }

/// The values that readers of the edition choose from. Their words are put in front of conditional texts.
std::vector<const DimensionValue*> offered_values(const Edition& edition) {
  std::vector<const DimensionValue*> offered;
  const std::vector<Dimension>& dimensions = edition.project->site.dimensions;
  for (std::size_t index = 0; index < dimensions.size(); ++index) {
    if (edition.space.fixed(index)) continue;
    for (std::size_t value = 0; value < dimensions[index].values.size(); ++value) {
      if ((edition.space.possible[index] >> value & 1) != 0)
        offered.push_back(&dimensions[index].values[value]);
    }
  }
  return offered;
}

/// The folded words of the block that are shown. `shown[first + guard]` says whether those under a guard are.
std::string shown_words(const TextBlock& block, const std::vector<bool>& shown, std::uint32_t first) {
  std::string words;
  for (const RestrictedText& text : block) {
    if (shown[first + text.guard]) words += text.words;
  }
  return folded(words);
}

/// Without the punctuation at the end, which a phrase loses when it is cut out of a sentence.
std::string_view without_signs(std::string_view text) {
  const std::size_t end = text.find_last_not_of(signs);
  return end == std::string_view::npos ? std::string_view{} : text.substr(0, end + 1);
}

/// The end of `piece` in `phrase` when it is there at `at` as whole words; npos when it is not. The phrase
/// may end within the piece.
std::size_t end_of_piece(std::string_view phrase, std::size_t at, std::string_view piece) {
  const std::string_view rest = phrase.substr(at);
  if (rest.starts_with(piece) && (rest.size() == piece.size() || is_sign(rest[piece.size()])))
    return at + piece.size();
  return piece.starts_with(rest) && is_sign(piece[rest.size()]) ? phrase.size() : std::string_view::npos;
}

}  // namespace

FilledTexts::FilledTexts(const AllTexts& texts, const std::vector<bool>& shown, const Edition& edition,
                         std::span<const std::string_view> theme_words,
                         std::span<const std::string> made_words) {
  for (const std::string_view words : theme_words) add_theme_words(words);
  for (const std::string& words : made_words) theme_pieces_.insert(folded(words));
  for (const auto& [name, value] : edition.variables) add_value(value.text);
  for (const DimensionValue* value : offered_values(edition)) add_value(value->when.in(edition.locale));
  std::sort(values_.begin(), values_.end());
  values_.erase(std::unique(values_.begin(), values_.end()), values_.end());
  for (std::size_t part = 0; part < texts.part_count(); ++part) {
    const auto of_part = texts.part(part);
    for (const TextBlock& block : of_part->blocks) {
      std::string words = shown_words(block, shown, texts.first_guard(part));
      if (words.empty()) continue;
      if (words.find_first_not_of(digits) == std::string::npos) theme_pieces_.insert(words);
      blocks_.push_back(std::move(words));
    }
    for (const RestrictedText& name : of_part->names) {
      if (shown[texts.first_guard(part) + name.guard]) add_label(name.words);
    }
  }
  add_labels(edition);
  collect_whole();
}

void FilledTexts::add_label(std::string_view text) {
  if (std::string words = folded(text); !words.empty()) labels_.push_back(std::move(words));
}

void FilledTexts::add_labels(const Edition& edition) {
  const Site& site = edition.project->site;
  add_label(site.title.in(edition.locale));
  for (const Dimension& dimension : site.dimensions) {
    for (const LocalizedText* text : {&dimension.label, &dimension.question})
      add_label(text->in(edition.locale));
    for (const DimensionValue& value : dimension.values) add_label(value.label.in(edition.locale));
  }
  for (const auto& [role, label] : site.roles) add_label(label.in(edition.locale));
}

void FilledTexts::collect_whole() {
  for (const auto* texts : {&blocks_, &values_, &labels_}) whole_.insert(texts->begin(), texts->end());
  whole_.insert(theme_pieces_.begin(), theme_pieces_.end());
}

bool FilledTexts::show(std::string_view line) const {
  if (whole_.contains(line)) return true;
  constexpr std::size_t longest = 200;  // of a title beside which the theme writes something
  if (line.size() > longest) return false;
  const auto is_of_theme = [this](std::string_view words) {
    return theme_pieces_.contains(std::string(without_signs(words)));
  };
  for (std::size_t at = line.find(' '); at != std::string_view::npos; at = line.find(' ', at + 1)) {
    const std::string_view before = line.substr(0, at);
    const std::string_view after = line.substr(at + 1);
    if (is_of_theme(before) && whole_.contains(after)) return true;
    if (is_of_theme(after) && whole_.contains(before)) return true;
  }
  return false;
}

void FilledTexts::add_value(std::string_view text) {
  if (std::string words = folded(text); !words.empty()) values_.push_back(std::move(words));
}

/// Adds the parts of a string of the theme between its placeholders: "step" and "of" of "Step {n} of
/// {count}".
void FilledTexts::add_theme_words(std::string_view text) {
  while (!text.empty()) {
    const std::size_t open = std::min(text.find('{'), text.size());
    const std::string words = folded(text.substr(0, open));
    if (const std::string_view piece = without_signs(words); !piece.empty()) theme_pieces_.emplace(piece);
    text.remove_prefix(std::min(text.find('}', open), text.size() - 1) + 1);
  }
}

/// Whether `phrase` consists of pieces of the theme, among them a number or date that the edition shows. It
/// may begin and end within one, since it was cut out of a sentence.
bool FilledTexts::is_made_by_theme(std::string_view phrase) const {
  if (phrase.find_first_of(digits) == std::string_view::npos) return false;
  std::vector<bool> is_made(phrase.size() + 1);  // by length of the beginning of `phrase`
  const auto add = [&](std::size_t at, std::string_view piece) {
    const std::size_t end = end_of_piece(phrase, at, piece);
    if (end != std::string_view::npos) is_made[end] = true;
  };
  for (const std::string_view piece : theme_pieces_) {
    add(0, piece);
    for (std::size_t word = piece.find(' '); word != std::string_view::npos; word = piece.find(' ', word + 1))
      add(0, piece.substr(word + 1));
  }
  for (std::size_t at = 1; at < phrase.size(); ++at) {
    if (!is_made[at]) continue;
    if (is_sign(phrase[at])) is_made[at + 1] = true;
    if (!is_sign(phrase[at - 1])) continue;
    for (const std::string_view piece : theme_pieces_) add(at, piece);
  }
  return is_made[phrase.size()];
}

/// Whether `rest`, the part of a phrase after a value, continues as the text from `block` on does.
bool FilledTexts::goes_on(std::string_view rest, std::size_t block) const {
  rest = trim(rest);
  if (without_signs(rest).empty()) return true;
  if (block == blocks_.size()) return false;
  const std::string_view words = blocks_[block];
  if (words.starts_with(rest)) return true;
  if (!rest.starts_with(words)) return false;
  rest = trim(rest.substr(words.size()));
  return std::any_of(values_.begin(), values_.end(), [&](const std::string& value) {
    return rest.starts_with(value) && goes_on(rest.substr(value.size()), block + 1);
  });
}

/// Whether `phrase` consists of the last words of a value and the beginning of a block: the phrase "work in
/// your firm" in "No " + "doctor at work" + " in your firm?".
bool FilledTexts::begins_in_value(std::string_view phrase) const {
  for (const std::string& value : values_) {
    for (std::size_t at = value.find(' '); at != std::string::npos; at = value.find(' ', at + 1)) {
      const std::string_view last_words = std::string_view(value).substr(at + 1);
      if (!phrase.starts_with(last_words)) continue;
      const std::string_view after = phrase.substr(last_words.size());
      if (!after.starts_with(' ')) continue;
      for (std::size_t block = 0; block < blocks_.size(); ++block) {
        if (goes_on(after, block)) return true;
      }
    }
  }
  return false;
}

bool FilledTexts::hold(std::string_view phrase) const {
  if (is_made_by_theme(phrase) || begins_in_value(phrase)) return true;
  for (const std::string& value : values_) {
    for (std::size_t at = phrase.find(value); at != std::string_view::npos; at = phrase.find(value, at + 1)) {
      const std::string_view before = trim(phrase.substr(0, at));
      const std::string_view after = phrase.substr(at + value.size());
      for (std::size_t block = 0; block < blocks_.size(); ++block) {
        if (before.empty() && goes_on(after, block)) return true;
        if (!before.empty() && blocks_[block].ends_with(before) && goes_on(after, block + 1)) return true;
      }
    }
  }
  return false;
}

}  // namespace tailorbird
