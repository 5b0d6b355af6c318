#include "text/comparable.hpp"

#include <array>
#include <utf8proc.h>

namespace tailorbird {
namespace {

constexpr std::u32string_view apostrophes = U"‘’‚";
constexpr std::u32string_view quotation_marks = U"“”„";
constexpr std::u32string_view no_break_spaces = U"\u00A0\u202F";

bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

bool in_word(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9'); }

char comparable(char ascii) {
  if (ascii >= 'A' && ascii <= 'Z') return static_cast<char>(ascii - 'A' + 'a');
  return ascii == '\n' || ascii == '\t' || ascii == '\r' ? ' ' : ascii;
}

utf8proc_int32_t comparable(utf8proc_int32_t code_point) {
  const auto one_of = [&](std::u32string_view set) {
    return set.find(static_cast<char32_t>(code_point)) != std::u32string_view::npos;
  };
  if (one_of(apostrophes)) return '\'';
  if (one_of(quotation_marks)) return '"';
  return one_of(no_break_spaces) ? ' ' : utf8proc_tolower(code_point);
}

/// Reads the code point at `text[at]` and returns its length in bytes; 0 where it is not valid.
std::size_t read(std::string_view text, std::size_t at, utf8proc_int32_t& code_point) {
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                     static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
  return size > 0 ? static_cast<std::size_t>(size) : 0;
}

/// Calls `take` with the bytes of each comparable character, one `char` when it is ASCII, and its offset in
/// the source.
template <typename Take>
void each_comparable(std::string_view source, const Take& take) {
  bool after_space = false;
  for (std::size_t at = 0; at < source.size();) {
    if (is_ascii(source[at])) {
      const char one = comparable(source[at]);
      if (one != ' ' || !after_space) take(one, at);
      after_space = one == ' ';
      ++at;
      continue;
    }
    utf8proc_int32_t code_point = 0;
    const std::size_t size = read(source, at, code_point);
    if (size == 0) return;  // invalid UTF-8, which `source` is not
    std::array<utf8proc_uint8_t, 4> encoded{};
    const auto length = utf8proc_encode_char(comparable(code_point), encoded.data());
    const std::string_view bytes(reinterpret_cast<const char*>(encoded.data()),
                                 static_cast<std::size_t>(length));
    if (bytes != " " || !after_space) take(bytes, at);
    after_space = bytes == " ";
    at += size;
  }
}

/// Whether the character that begins at `start` is part of a word.
bool is_in_word(std::string_view text, std::size_t start) {
  if (is_ascii(text[start])) return in_word(text[start]);
  utf8proc_int32_t code_point = 0;
  read(text, start, code_point);
  const auto category = utf8proc_category(code_point);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

}  // namespace

ComparableText make_comparable(std::string_view source) {
  ComparableText made;
  made.text.reserve(source.size());
  made.origin.reserve(source.size() + 1);
  each_comparable(source, [&](auto character, std::size_t at) {
    made.text += character;
    made.origin.resize(made.text.size(), at);
  });
  made.origin.push_back(source.size());
  return made;
}

std::string comparable_text(std::string_view source) {
  std::string text;
  text.reserve(source.size());
  each_comparable(source, [&](auto character, std::size_t) { text += character; });
  return text;
}

bool word_before(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  std::size_t start = at - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) --start;
  return is_in_word(text, start);
}

bool word_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return is_in_word(text, at);
}

}  // namespace tailorbird
