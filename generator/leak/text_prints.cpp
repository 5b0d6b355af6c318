#include "leak/text_prints.hpp"

#include <optional>
#include <string>

#include "base/hash.hpp"
#include "leak/fold_text.hpp"
#include "leak/phone_numbers.hpp"
#include "leak/phrase_fingerprints.hpp"
#include "leak/pieces.hpp"
#include "leak/short_names.hpp"
#include "leak/uncut_text.hpp"
#include "text/extract_text.hpp"
#include "text/word_starts.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t narrow_bytes = 7;
constexpr std::size_t wide_bytes = 16;
constexpr std::size_t most_prints_of_word = 3;

// The functions differ, so that equal hashes of different kinds yield different prints.
std::uint64_t narrow_print(const char* bytes) { return narrow_hash(bytes) ^ 0xA5A5A5A5A5A5A5A5U; }
std::uint64_t wide_print(const char* bytes) { return wide_hash(bytes); }

std::uint64_t word_print(std::uint64_t word) {
  const std::uint64_t value = (word + 1) * 0xC2B2AE3D27D4EB4FU;
  return value ^ value >> 29U;
}

std::uint64_t number_print(std::string_view digits) { return ~quick_hash(digits); }

/// Adds the prints of text as PhraseFinder::find reads it.
void add_prints(std::string_view words, Prints& prints) {
  std::string text = fold_text(words);
  text.append(fingerprint_slack, '\n');
  const std::vector<std::uint32_t> starts = word_starts(text);
  const std::size_t before = prints.size();
  prints.resize(before + most_prints_of_word * starts.size());
  std::uint64_t* next = prints.data() + before;
  for (const std::uint32_t at : starts) {
    *next++ = wide_print(text.data() + at);
    *next++ = narrow_print(text.data() + at);
    if (const auto word = short_word(text, at)) *next++ = word_print(*word);
  }
  prints.resize(static_cast<std::size_t>(next - prints.data()));
  each_number(text, starts, [&](std::string_view digits) { prints.push_back(number_print(digits)); });
}

/// Adds the prints of bytes as PhraseFinder::find_anywhere reads them.
void add_prints_anywhere(std::string_view bytes, Prints& prints) {
  const ExtractedText plain = extract_text(bytes);
  add_prints(plain.words, prints);
  add_prints(plain.marks, prints);
}

/// Adds the prints of the word at `at` whose bytes are within the first `size`, the phrase itself.
void add_prints_at(std::string_view padded, std::size_t at, std::size_t size, Prints& prints) {
  if (at + wide_bytes <= size) prints.push_back(wide_print(padded.data() + at));
  if (at + narrow_bytes <= size) prints.push_back(narrow_print(padded.data() + at));
}

}  // namespace

Prints prints_of_file(std::string_view path, std::string_view bytes) {
  return prints_of_changed_file(path, bytes, {});
}

Prints prints_of_changed_file(std::string_view path, std::string_view bytes, std::string_view before) {
  Prints prints;
  add_prints(path, prints);
  for (const std::string_view piece : new_pieces_of(bytes, before)) add_prints_anywhere(piece, prints);
  if (const std::optional<std::string> uncut = uncut_text(path, bytes)) add_prints_anywhere(*uncut, prints);
  return prints;
}

/// Every word of a phrase begins a word of the text that contains it, except perhaps the first: letters
/// directly before it may make it part of a longer word. The first word counts only when no other word is
/// long enough, as in leak/phrase_fingerprints.cpp.
Prints prints_of_phrase(std::string_view phrase) {
  if (is_number_phrase(phrase)) return {number_print(phrase.substr(1))};
  std::string padded(phrase);
  padded.append(fingerprint_slack, '\n');
  if (phrase.size() <= ShortNames::longest) {
    const auto word = short_word(padded, 0);
    return word && *word != 0 ? Prints{word_print(*word)} : Prints{};
  }
  const std::vector<std::uint32_t> starts = word_starts(phrase);
  Prints prints;
  for (const std::uint32_t at : starts) {
    if (at != 0) add_prints_at(padded, at, phrase.size(), prints);
  }
  if (prints.empty() && !starts.empty() && starts.front() == 0)
    add_prints_at(padded, 0, phrase.size(), prints);
  return prints;
}

}  // namespace tailorbird
