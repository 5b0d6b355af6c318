#include "text/lone_sign.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view no_break_space = "\u00a0";
constexpr auto opening_signs = std::to_array<std::string_view>(
    {"(", "[", "\"", "'", "/", "“", "„", "«", "‘", "‚", "–", "—", no_break_space});
constexpr auto closing_signs =
    std::to_array<std::string_view>({".", ",", ";", ":", "!", "?", ")", "]", "\"", "'", "/", "”", "“", "»",
                                     "’", "…", "–", "—", no_break_space});
constexpr auto opening_quotes = std::to_array<std::string_view>({"\"", "“", "„", "«", "‘"});
constexpr auto word_ends = std::to_array<std::string_view>({".", "!", "?", ")", "\"", "”", "»", "’"});

/// Whether a character of general punctuation (“ – …) or a no-break space may begin with the byte.
bool is_punctuation_byte(char c) { return c == '\xe2' || c == '\xc2'; }

template <std::size_t count>
bool begins_with_any(std::string_view text, const std::array<std::string_view, count>& signs) {
  return std::any_of(signs.begin(), signs.end(), [&](std::string_view one) { return text.starts_with(one); });
}

template <std::size_t count>
bool ends_with_any(std::string_view text, const std::array<std::string_view, count>& signs) {
  return std::any_of(signs.begin(), signs.end(), [&](std::string_view one) { return text.ends_with(one); });
}

bool begins_words(std::string_view before, std::string_view after) {
  if (!before.empty() && !is_blank(before.back()) && !ends_with_any(before, opening_signs)) return false;
  if (after.empty()) return false;
  return begins_with_any(after, opening_quotes) ||
         (is_letter(after.front()) && !is_punctuation_byte(after.front()));
}

bool ends_words(std::string_view before, std::string_view after) {
  if (!after.empty() && !is_blank(after.front()) && !begins_with_any(after, closing_signs)) return false;
  if (before.empty() || before.ends_with(no_break_space)) return false;
  return is_letter(before.back()) || ends_with_any(before, word_ends);
}

/// Whether the word around `at` is a name or an address: `_shared/note.md`, `https://example.org/a_`, `_a_b`.
bool is_name(std::string_view text, std::size_t at, std::size_t length) {
  constexpr std::size_t longest = 200;  // bytes
  constexpr std::string_view blanks(" \t\n");
  const std::size_t window = at > longest ? at - longest : 0;
  const std::size_t blank = text.substr(window, at - window).find_last_of(blanks);
  const std::size_t begin = blank == std::string_view::npos ? window : window + blank + 1;
  const std::string_view around = text.substr(begin, std::min(at - begin + length + longest, text.size()));
  const std::string_view word = around.substr(0, around.find_first_of(blanks, at - begin));
  const std::string_view inner = word.substr(0, word.find_last_not_of(".,;:!?)_*") + 1);
  const std::size_t begins = std::min(inner.find_first_not_of("_*("), inner.size());
  const std::string_view of_names(length == 1 ? "_/@.\\" : "/@.\\");
  return inner.find_first_of(of_names, begins) != std::string_view::npos;
}

struct Sign {
  char letter;
  std::size_t length;
  bool may_end;  // false: "f***" does not end emphasis
};

constexpr auto signs =
    std::to_array<Sign>({{'*', 1, true}, {'*', 3, false}, {'_', 1, true}, {'_', 2, true}, {'~', 2, true}});

const Sign* sign_of(char letter, std::size_t length) {
  const auto* const found = std::find_if(signs.begin(), signs.end(), [&](const Sign& one) {
    return one.letter == letter && one.length == length;
  });
  return found == signs.end() ? nullptr : found;
}

}  // namespace

Found lone_sign(std::string_view text) {
  constexpr std::string_view letters("*_~");
  std::array<Found, signs.size()> open;  // by sign: the first opening one without a closing one yet
  for (std::size_t at = text.find_first_of(letters); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_not_of(text[at], at), text.size());
    if (const Sign* const sign = sign_of(text[at], end - at)) {
      Found& opener = open[static_cast<std::size_t>(sign - signs.data())];
      const bool begins = begins_words(text.substr(0, at), text.substr(end));
      const bool ends = sign->may_end && ends_words(text.substr(0, at), text.substr(end));
      if (begins != ends && !is_name(text, at, end - at)) {
        if (ends && !opener.any()) return {at, end - at};
        if (ends) opener = {};
        if (begins && !opener.any()) opener = {at, end - at};
      }
    }
    at = text.find_first_of(letters, end);
  }
  return *std::min_element(open.begin(), open.end(),
                           [](const Found& one, const Found& other) { return one.offset < other.offset; });
}

bool begins_with_star(std::string_view text) {
  return at_line(text, [](std::string_view line) -> std::size_t { return line.starts_with('*') ? 1 : 0; })
      .any();
}

}  // namespace tailorbird
