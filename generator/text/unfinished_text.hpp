#pragma once
// Patterns for placeholders that authors leave in a text to fill in later.

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/strings.hpp"
#include "text/find_sign.hpp"

namespace tailorbird {

inline bool is_whole_word(std::string_view text, std::size_t begin, std::size_t end) {
  return (begin == 0 || !is_letter(text[begin - 1])) && (end >= text.size() || !is_letter(text[end]));
}
inline Found note_to_self(std::string_view text) {
  static constexpr auto signs =
      std::to_array<std::string_view>({"TODO", "FIXME", "XXX", "TBD", "TBC", "Lorem ipsum", "lorem ipsum"});
  Found first;
  for (const std::string_view sign : signs) {
    for (std::size_t at = text.find(sign); at < first.offset; at = text.find(sign, at + 1)) {
      if (is_whole_word(text, at, at + sign.size())) first = {at, sign.size()};
    }
  }
  if (const Found asked = at_sign(text, "???"); asked.offset < first.offset) first = asked;
  return first;
}
/// "tbd", "n/a", "?", "XXXX": a value that consists of a placeholder.
inline Found stand_in(std::string_view text) {
  static constexpr auto words =
      std::to_array<std::string_view>({"tbd", "tba", "tbc", "todo", "n/a", "n.a.", "n.v.t.", "nvt", "k.a.",
                                       "?", "??", "-", "--", "–", "...", "…"});
  constexpr std::size_t longest = 12;
  const std::string_view value = trim(text);
  if (value.empty() || value.size() > longest) return {};
  const std::string small = ascii_lower(value);
  const bool is_crossed = small.size() >= 2 && small.find_first_not_of('x') == std::string::npos;
  const bool is_one = is_crossed || std::find(words.begin(), words.end(), small) != words.end();
  return is_one ? Found{text.find(value), value.size()} : Found{};
}
/// "[name of the doctor]", "[insert date]": brackets that begin with a word that is typical of placeholders.
/// Other brackets may be additions to a quotation: "[my] manager".
inline Found blank_to_fill(std::string_view text) {
  static constexpr auto openers = std::to_array<std::string_view>(
      {"name",   "date",           "insert",   "enter",     "add",          "fill",
       "phone",  "email",          "link",     "tbd",       "tbc",          "xxx",
       "...",    "naam",           "datum",    "invullen",  "invoegen",     "vul",
       "voeg",   "telefoonnummer", "nom",      "insérer",   "ajouter",      "compléter",
       "numéro", "einfügen",       "ergänzen", "eintragen", "telefonnummer"});
  for (std::size_t at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
    const std::size_t end = text.find_first_of("[]\n", at + 1);
    if (end == std::string_view::npos || text[end] != ']') continue;
    const std::string inside = ascii_lower(text.substr(at + 1, end - at - 1));
    const bool begins_so = std::any_of(openers.begin(), openers.end(), [&](std::string_view opener) {
      return inside.starts_with(opener) && is_whole_word(inside, 0, opener.size());
    });
    if (begins_so) return {at, end + 1 - at};
  }
  return {};
}

}  // namespace tailorbird
