#pragma once
// Patterns for the markup of other tools, which readers would see literally.

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "base/strings.hpp"
#include "text/find_sign.hpp"

namespace tailorbird {

/// "{% if x %}", "{{ name }}", "${name}": templates such as Liquid.
inline Found liquid(std::string_view text) {
  static constexpr auto signs = std::to_array<std::string_view>({"{%", "{{", "${"});
  return at_any(text, signs);
}
/// "%NAME%", "#NAME#", "@@name@@": merge fields of form letters.
inline Found merge_field(std::string_view text) {
  static constexpr auto signs = std::to_array<std::string_view>({"%", "#", "@@"});
  for (const std::string_view sign : signs) {
    for (std::size_t at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + 1)) {
      const std::size_t begin = at + sign.size();
      std::size_t end = begin;
      const auto is_of_name = [&](char c) {
        return (c >= 'A' && c <= 'Z') || c == '_' || (sign.size() > 1 && c >= 'a' && c <= 'z');
      };
      while (end < text.size() && is_of_name(text[end])) ++end;
      if (end > begin + 1 && text.substr(end).starts_with(sign)) return {at, end + sign.size() - at};
    }
  }
  return {};
}
/// "word^[A note.]", but not the regular expression "^[a-z]".
inline Found inline_note(std::string_view text) {
  const std::size_t at = text.find("^[");
  const std::size_t end = at == std::string_view::npos ? at : text.find(']', at);
  return end != std::string_view::npos && text.substr(at, end - at).find(' ') != std::string_view::npos
             ? Found{at, 2}
             : Found{};
}
/// A word between two identical signs: "==word==", ":smile:".
inline Found enclosed(std::string_view text, std::string_view sign) {
  for (std::size_t at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + 1)) {
    const std::size_t begin = at + sign.size();
    std::size_t end = begin;
    while (end < text.size() && (is_letter(text[end]) || text[end] == '_')) ++end;
    const bool is_free = at == 0 || is_blank(text[at - 1]);
    if (end > begin + 1 && is_free && text.substr(end, sign.size()) == sign)
      return {at, end + sign.size() - at};
  }
  return {};
}
inline Found inserted(std::string_view text) { return enclosed(text, "++"); }
inline Found marked(std::string_view text) { return enclosed(text, "=="); }
inline Found emoji_name(std::string_view text) { return enclosed(text, ":"); }
/// "m^2^"
inline Found raised(std::string_view text) {
  for (std::size_t at = text.find('^'); at != std::string_view::npos; at = text.find('^', at + 1)) {
    std::size_t end = at + 1;
    while (end < text.size() && (is_letter(text[end]) || (text[end] >= '0' && text[end] <= '9'))) ++end;
    if (end > at + 1 && end < text.size() && text[end] == '^') return {at, end + 1 - at};
  }
  return {};
}
/// "[TOC]": the place of a table of contents.
inline Found contents_sign(std::string_view text) {
  static constexpr auto signs = std::to_array<std::string_view>({"[TOC]", "[[_TOC_]]", "[toc]"});
  return at_any(text, signs);
}
/// "*[HR]: Human Resources" on a line of its own.
inline Found abbreviation(std::string_view text) {
  return at_line(text, [](std::string_view line) -> std::size_t {
    return line.starts_with("*[") && line.find("]: ") != std::string_view::npos ? 2 : 0;
  });
}
/// "!!! note", "??? tip" at the beginning of a line: a callout of MkDocs.
inline Found admonition(std::string_view text) {
  return at_line(text, [](std::string_view line) -> std::size_t {
    return (line.starts_with("!!! ") || line.starts_with("??? ")) && line.size() > 4 && is_letter(line[4])
               ? 3
               : 0;
  });
}
/// "include::", ".. note::", "--8<--" at the beginning of a line: directives of AsciiDoc, Sphinx and MkDocs.
inline Found directive(std::string_view text) {
  return at_line(text, [](std::string_view line) -> std::size_t {
    static constexpr auto signs =
        std::to_array<std::string_view>({"ifdef::", "ifndef::", "ifeval::", "endif::", "include::",
                                         ".. note::", ".. warning::", ".. only::", "--8<--"});
    const auto sign =
        std::find_if(signs.begin(), signs.end(), [&](std::string_view one) { return line.starts_with(one); });
    return sign == signs.end() ? 0 : sign->size();
  });
}
/// Whether `text` begins with the letters of a currency and an amount: "CAD 50".
inline bool begins_with_sum(std::string_view text) {
  constexpr std::size_t letters_of_currency = 3;
  const std::size_t letters = std::min(text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), text.size());
  const std::size_t sum = text.find_first_not_of(' ', letters);
  return letters == letters_of_currency && sum != std::string_view::npos && is_digit(text[sum]);
}
/// Whether `text` ends with letters that may precede the sign of a currency: "US", "NZ", "A".
inline bool ends_with_country(std::string_view text) {
  constexpr std::size_t most_letters = 3;
  const std::size_t blank = text.find_last_of(" \t\n(");
  const std::string_view word = blank == std::string_view::npos ? std::string_view{} : text.substr(blank + 1);
  return !word.empty() && word.size() <= most_letters &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}
/// "$$", or "$x + y$": a dollar directly before a letter or backslash and one directly after a word, on one
/// line. Not "$5 and $6", "A$5", "$HOME/$PATH" or "$CAD 50 or US$ 40".
inline Found formula(std::string_view text) {
  constexpr std::size_t longest = 80;
  for (std::size_t at = text.find('$'); at != std::string_view::npos; at = text.find('$', at + 1)) {
    const bool begins_line = at == 0 || text[at - 1] == '\n';
    if (begins_line && text.substr(at).starts_with("$$")) return {at, 2};
    const bool opens = at + 2 < text.size() && (is_letter(text[at + 1]) || text[at + 1] == '\\') &&
                       (at == 0 || !(is_letter(text[at - 1]) || is_digit(text[at - 1])));
    if (!opens || begins_with_sum(text.substr(at + 1))) continue;
    const std::size_t end = text.find_first_of("$\n", at + 1);
    if (end == std::string_view::npos) return {};
    if (ends_with_country(text.substr(at, end - at)) && text.substr(end + 1).starts_with(' ')) continue;
    const bool closes = text[end] == '$' && !is_blank(text[end - 1]) && end - at <= longest &&
                        (end + 1 == text.size() || !(is_letter(text[end + 1]) || is_digit(text[end + 1])));
    if (closes) return {at, end + 1 - at};
  }
  return {};
}
/// Whether `name`, which follows a dollar sign, is an amount in words: "$millions", "$mille".
inline bool is_sum_in_words(std::string_view name) {
  static constexpr auto sums = std::to_array<std::string_view>(
      {"mill", "milj", "bill", "trill", "thousand", "hundred", "tausend", "hundert", "duizend", "honderd"});
  return std::any_of(sums.begin(), sums.end(), [&](std::string_view one) { return name.starts_with(one); });
}
/// "$NAME", "$first_name": variables of a shell or merge fields of form letters. Not "$5", "US$", "$CAD 50",
/// "$millions" or the path "$HOME/x".
inline Found dollar_name(std::string_view text) {
  constexpr std::size_t shortest = 4;  // longer than the letters of a currency
  constexpr std::string_view letters("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_");
  for (std::size_t at = text.find('$'); at != std::string_view::npos; at = text.find('$', at + 1)) {
    const bool is_free = at == 0 || is_blank(text[at - 1]) || text[at - 1] == '(';
    const std::size_t end = std::min(text.find_first_not_of(letters, at + 1), text.size());
    const std::string_view name = text.substr(at + 1, end - at - 1);
    const bool is_path = end < text.size() && (text[end] == '/' || text[end] == '\\' || text[end] == '$');
    if (is_free && !is_path && name.size() >= shortest && name[0] != '_' && !is_sum_in_words(name))
      return {at, end - at};
  }
  return {};
}
/// Whether `text` ends with a word that a note may refer to: at least four letters, or two and the end of a
/// sentence, but not a unit that may be squared.
inline bool ends_with_word(std::string_view text) {
  static constexpr auto units = std::to_array<std::string_view>(
      {"meter", "meters", "metre", "metres", "m\u00e8tre", "m\u00e8tres", "Metern", "inch", "foot", "feet"});
  constexpr std::string_view ends_of_sentences(".!?,;");
  const bool is_sentence = !text.empty() && ends_of_sentences.find(text.back()) != std::string_view::npos;
  const std::size_t least_letters = is_sentence ? 2 : 4;
  if (is_sentence) text.remove_suffix(1);
  if (text.size() < least_letters) return false;
  const std::string_view last = text.substr(text.size() - least_letters);
  return std::all_of(last.begin(), last.end(), is_letter) &&
         std::none_of(units.begin(), units.end(),
                      [&](std::string_view unit) { return text.ends_with(unit); });
}
/// "word^1", "words.^2": a note without its brackets. Not "2^10", "x^2", "km^2" or "meter^2".
inline Found raised_note(std::string_view text) {
  constexpr std::size_t most_digits = 2;
  constexpr std::string_view digits("0123456789");
  for (std::size_t at = text.find('^'); at != std::string_view::npos; at = text.find('^', at + 1)) {
    const std::size_t end = std::min(text.find_first_not_of(digits, at + 1), text.size());
    const std::size_t count = end - at - 1;
    const bool goes_on = end < text.size() && (is_letter(text[end]) || text[end] == '^' || text[end] == '[');
    if (count > 0 && count <= most_digits && !goes_on && ends_with_word(text.substr(0, at)))
      return {at, end - at};
  }
  return {};
}

/// "Term", and ": what it means" on the next line.
inline Found definition(std::string_view text) {
  const std::size_t at = text.find("\n: ");
  const bool is_one = at != std::string_view::npos && at > 0 && at + 3 < text.size() && text[at + 3] != ':';
  return is_one ? Found{at + 1, 2} : Found{};
}
/// "\newpage" alone on its line.
inline Found command(std::string_view text) {
  return at_line(text, [](std::string_view line) -> std::size_t {
    const std::string_view word = trim(line);
    const bool is_one =
        word.size() > 4 && word[0] == '\\' &&
        std::all_of(word.begin() + 1, word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return is_one ? word.size() : 0;
  });
}

}  // namespace tailorbird
