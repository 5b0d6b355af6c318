#include "check/find_in_source.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utf8proc.h>

#include "base/strings.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

/// Text made comparable: lower case, white space as single spaces, straight quotation marks. Each byte knows
/// which byte of the text it was made from.
struct Comparable {
  std::string text;
  std::vector<std::size_t> origin;  // one more than bytes: the end too
};

constexpr std::u32string_view apostrophes = U"‘’‚";
constexpr std::u32string_view quotation_marks = U"“”„";
constexpr std::u32string_view spaces = U"\u00A0\u202F\n\t\r";

utf8proc_int32_t comparable(utf8proc_int32_t code_point) {
  const auto one_of = [&](std::u32string_view set) {
    return set.find(static_cast<char32_t>(code_point)) != std::u32string_view::npos;
  };
  if (one_of(apostrophes)) return '\'';
  if (one_of(quotation_marks)) return '"';
  return one_of(spaces) ? ' ' : utf8proc_tolower(code_point);
}

Comparable make_comparable(std::string_view source) {
  Comparable made;
  const auto* const bytes = reinterpret_cast<const utf8proc_uint8_t*>(source.data());
  std::size_t at = 0;
  while (at < source.size()) {
    utf8proc_int32_t code_point = 0;
    const auto size =
        utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(source.size() - at), &code_point);
    if (size <= 0) break;  // texts are valid UTF-8 when they come here
    code_point = comparable(code_point);
    if (code_point != ' ' || !made.text.ends_with(' ')) {
      std::array<utf8proc_uint8_t, 4> encoded{};
      const auto length = utf8proc_encode_char(code_point, encoded.data());
      made.text.append(reinterpret_cast<const char*>(encoded.data()), static_cast<std::size_t>(length));
      made.origin.resize(made.text.size(), at);
    }
    at += static_cast<std::size_t>(size);
  }
  made.origin.push_back(source.size());
  return made;
}

bool in_word(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9'); }

/// Whether the character at `at` (before it, with `backwards`) continues a word. Other than ASCII: quotation
/// marks and dashes end a word, letters do not.
bool continues_word(std::string_view text, std::size_t at, bool backwards) {
  if (backwards ? at == 0 : at >= text.size()) return false;
  std::size_t start = backwards ? at - 1 : at;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) --start;
  if (static_cast<unsigned char>(text[start]) < 0x80) return in_word(text[start]);
  utf8proc_int32_t code_point = 0;
  utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + start),
                   static_cast<utf8proc_ssize_t>(text.size() - start), &code_point);
  const auto category = utf8proc_category(code_point);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

SourceRange range_in(const Page& page, std::size_t begin, std::size_t end) {
  const std::string_view body = page.body;
  const std::string_view before = body.substr(0, begin);
  const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  const auto lines = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
  const auto column = static_cast<std::uint32_t>(code_points(before.substr(line_start))) + 1;
  const std::string_view found = body.substr(begin, end - begin);
  const auto length = static_cast<std::uint32_t>(code_points(found.substr(0, found.find('\n'))));
  return {page.file, {page.body_line + lines, column}, length};
}

/// Where `phrase` begins and ends in a comparable text, each time.
std::vector<std::pair<std::size_t, std::size_t>> phrase_ends(std::string_view text, std::string_view phrase) {
  const bool goes_on = phrase.ends_with('*');
  if (goes_on) phrase.remove_suffix(1);
  const std::string wanted = make_comparable(phrase).text;
  std::vector<std::pair<std::size_t, std::size_t>> found;
  if (wanted.empty()) return found;
  for (std::size_t at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + 1)) {
    std::size_t end = at + wanted.size();
    if (continues_word(text, at, true)) continue;
    if (!goes_on && continues_word(text, end, false)) continue;
    while (goes_on && end < text.size() && continues_word(text, end, false)) ++end;
    found.emplace_back(at, end);
  }
  return found;
}

std::optional<SourceRange> first_place(const Page& page, std::string_view words) {
  std::vector<SourceRange> places = places_of(page, words);
  if (places.empty()) return std::nullopt;
  return std::move(places.front());
}

}  // namespace

std::vector<SourceRange> places_of(const Page& page, std::string_view phrase) {
  const Comparable body = make_comparable(page.body);
  std::vector<SourceRange> places;
  for (const auto& [begin, end] : phrase_ends(body.text, phrase))
    places.push_back(range_in(page, body.origin[begin], body.origin[end]));
  return places;
}

std::string comparable_text(std::string_view text) { return make_comparable(text).text; }

bool holds_phrase(std::string_view text, std::string_view phrase) {
  return !phrase_ends(make_comparable(text).text, phrase).empty();
}

SourceRange place_of_sentence(const Project& project, const Page& page, std::string_view sentence) {
  constexpr std::size_t most_words = 6;
  constexpr std::size_t fewest_words = 3;  // fewer could be anywhere
  std::vector<std::string> beginning;
  for (const std::string_view word : words(sentence)) beginning.emplace_back(word);
  beginning.resize(std::min(beginning.size(), most_words));
  for (; beginning.size() >= fewest_words; beginning.pop_back()) {  // marks may stand between words
    const std::string wanted = join(beginning, " ");
    if (auto place = first_place(page, wanted)) return *place;
    for (const Page& partial : project.pages) {
      if (!partial.partial || partial.language != page.language) continue;
      if (auto place = first_place(partial, wanted)) return *place;
    }
  }
  return {page.file, page.front.title_at, 0};
}

}  // namespace tailorbird
