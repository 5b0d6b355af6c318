#include "leak/phrases.hpp"

#include "base/strings.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t longest_phrase = 96;
constexpr std::size_t neighbour_bytes = 24;

bool is_long_enough(std::string_view text) {
  if (text.size() < least_phrase_bytes) return false;
  std::size_t gaps = 0;
  for (std::size_t at = 1; at < text.size(); ++at) gaps += text[at] == ' ' && text[at - 1] != ' ' ? 1 : 0;
  return gaps + 1 >= least_phrase_words;
}

/// The end of the first sentence of `text`: after `. `, `? ` or `! `, at two spaces (which some outputs
/// collapse to one) or, in a long sentence, at a space.
std::size_t sentence_end(std::string_view text) {
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    if (text[at + 1] != ' ') continue;
    if (text[at] == '.' || text[at] == '?' || text[at] == '!' || text[at] == ' ') return at + 1;
    if (at >= longest_phrase / 2 && text.size() > longest_phrase) return at + 1;
  }
  return text.size();
}

/// Whether texts under `outer` are shown whenever texts under `inner` are.
bool encloses(std::uint32_t outer, std::uint32_t inner, const std::vector<Guard>& guards) {
  for (std::uint32_t guard = inner; guard != Guard::none; guard = guards[guard].parent) {
    if (guard == outer) return true;
  }
  return false;
}

/// The last (`before`) or first words of `text`: enough to make a short text next to them recognisable.
std::string_view words_near(std::string_view text, bool before) {
  if (text.size() <= neighbour_bytes) return text;
  if (before) {
    const std::size_t space = text.find(' ', text.size() - neighbour_bytes);
    return space == std::string_view::npos ? text : text.substr(space + 1);
  }
  return text.substr(0, text.rfind(' ', neighbour_bytes));
}

std::string with_neighbours(const TextBlock& block, std::size_t index, const std::vector<Guard>& guards) {
  const std::uint32_t guard = block[index].guard;
  std::string before;
  for (std::size_t at = 0; at < index; ++at) {
    if (encloses(block[at].guard, guard, guards)) before += block[at].words;
  }
  std::string after;
  for (std::size_t at = index + 1; at < block.size(); ++at) {
    if (encloses(block[at].guard, guard, guards)) after += block[at].words;
  }
  return std::string(words_near(before, true)) + block[index].words + std::string(words_near(after, false));
}

/// Without punctuation at either end, which may belong to the sentence around the value of a variable.
std::string_view without_marks(std::string_view phrase) {
  constexpr std::string_view marks = ".,;:!? ";
  const std::size_t begin = phrase.find_first_not_of(marks);
  if (begin == std::string_view::npos) return {};
  return phrase.substr(begin, phrase.find_last_not_of(marks) - begin + 1);
}

void add_phrase(std::vector<RestrictedText>& found, std::string_view phrase, std::uint32_t guard) {
  const std::string_view words = without_marks(phrase);
  if (is_long_enough(words)) found.push_back({std::string(words), guard});
}

}  // namespace

std::vector<std::string_view> sentences(std::string_view text) {
  std::vector<std::string_view> found;
  text = trim(text);
  std::size_t begin = 0;  // of the current phrase
  for (std::size_t at = 0; at < text.size();) {
    at += sentence_end(text.substr(at));
    const std::string_view phrase = trim(text.substr(begin, at - begin));
    if (!is_long_enough(phrase)) continue;
    found.push_back(phrase);
    begin = at;
  }
  const std::string_view rest = trim(text.substr(begin));
  if (rest.empty() || found.empty()) return found;
  // The rest is too short for a phrase of its own, so it is added to the last one.
  const char* const from = found.back().data();
  found.back() = {from, static_cast<std::size_t>(rest.data() + rest.size() - from)};
  return found;
}

std::vector<RestrictedText> phrases_of(const TextBlock& block, const std::vector<Guard>& guards) {
  std::vector<RestrictedText> found;
  for (std::size_t index = 0; index < block.size(); ++index) {
    const RestrictedText& text = block[index];
    const std::vector<std::string_view> whole = sentences(text.words);
    for (const std::string_view phrase : whole) add_phrase(found, phrase, text.guard);
    if (!whole.empty() || trim(text.words).empty()) continue;
    add_phrase(found, with_neighbours(block, index, guards), text.guard);
  }
  return found;
}

}  // namespace tailorbird
