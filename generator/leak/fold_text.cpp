#include "leak/fold_text.hpp"

#include <array>
#include <charconv>
#include <cstdint>

#include "text/swar.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

struct Replacement {
  std::int32_t first;
  std::int32_t last;
  std::string_view text;  // replaces each character from `first` to `last`
};

// Characters that are folded otherwise than by Unicode case folding. Sorted.
constexpr auto replacements = std::to_array<Replacement>({
    {0x80, 0xA0, " "},   // control characters, no-break space
    {0xAD, 0xAD, ""},    // soft hyphen
    {0x34F, 0x34F, ""},  // grapheme joiner
    {0x1680, 0x1680, " "},   {0x180E, 0x180E, ""},  {0x2000, 0x200A, " "},
    {0x200B, 0x200F, ""},  // zero width, direction marks
    {0x2010, 0x2015, "-"},   {0x2018, 0x201B, "'"}, {0x201C, 0x201F, "\""},
    {0x2026, 0x2026, "..."}, {0x2028, 0x2029, " "}, {0x202A, 0x202E, ""},
    {0x202F, 0x202F, " "},   {0x205F, 0x205F, " "}, {0x2060, 0x2064, ""},
    {0x3000, 0x3000, " "},   {0xFE00, 0xFE0F, ""},  {0xFEFF, 0xFEFF, ""},
});

constexpr std::int32_t latin_end = 0x250;

std::string folded_character(std::string_view bytes, std::int32_t character) {
  for (const Replacement& one : replacements) {
    if (character >= one.first && character <= one.last) return std::string(one.text);
  }
  return fold(bytes);
}

/// The folded forms of the characters below latin_end, computed once.
const std::array<std::string, latin_end>& latin_letters() {
  static const auto table = [] {
    std::array<std::string, latin_end> letters;
    for (std::int32_t c = 0x80; c < latin_end; ++c) {
      const std::array<char, 2> bytes = {static_cast<char>(0xC0 | c >> 6),
                                         static_cast<char>(0x80 | (c & 0x3F))};
      letters[static_cast<std::size_t>(c)] = folded_character({bytes.data(), 2}, c);
    }
    return letters;
  }();
  return table;
}

std::string without_percents(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    unsigned byte = 0;
    if (text[at] == '%' && at + 2 < text.size()) {
      const char* const end = text.data() + at + 3;
      const auto [stop, problem] = std::from_chars(text.data() + at + 1, end, byte, 16);
      if (problem == std::errc{} && stop == end) {
        result += static_cast<char>(byte);
        at += 2;
        continue;
      }
    }
    result += text[at];
  }
  return result;
}

/// Converts eight ASCII bytes to lower case.
std::uint64_t lower(std::uint64_t bytes) {
  const std::uint64_t capitals = swar::at_least(bytes, 'A') & ~swar::at_least(bytes, 'Z' + 1);
  return bytes | capitals >> 2U;  // 0x80 → 0x20
}

/// Whether the eight bytes are ASCII without control characters, and no space follows a space.
bool is_simple(std::uint64_t bytes) {
  if ((bytes & swar::high_bits) != 0) return false;
  const std::uint64_t control = ~swar::at_least(bytes, ' ') & swar::high_bits;
  const std::uint64_t spaces = swar::equal(bytes, ' ');
  return (control | (spaces & swar::moved_on(spaces, 0))) == 0;
}

class Folder {
 public:
  explicit Folder(std::string_view text) : text_(text), out_(text.size() + room, '\0') {}

  std::string fold() && {
    while (at_ < text_.size()) {
      if (!simple()) next();
    }
    out_.resize(size_);
    return std::move(out_);
  }

 private:
  static constexpr std::size_t room = 16;

  bool ends_in_space() const { return size_ == 0 || out_[size_ - 1] == ' '; }

  /// Makes room for `bytes` more. Grows only when folded characters are longer than the original ones.
  char* room_for(std::size_t bytes) {
    if (size_ + bytes > out_.size()) out_.resize(2 * (size_ + bytes));
    return out_.data() + size_;
  }

  /// Folds eight bytes at once when all of them are simple.
  bool simple() {
    if (at_ + 8 > text_.size()) return false;
    const std::uint64_t bytes = swar::load(text_, at_);
    if (!is_simple(bytes) || (text_[at_] == ' ' && ends_in_space())) return false;
    const std::uint64_t folded = lower(bytes);
    std::memcpy(room_for(sizeof(folded)), &folded, sizeof(folded));
    size_ += sizeof(folded);
    at_ += sizeof(folded);
    return true;
  }

  void next() {
    const auto byte = static_cast<unsigned char>(text_[at_]);
    if (byte >= 0x80) return beyond_ascii();
    ++at_;
    if (byte <= ' ' || byte == 0x7F) return add(" ");
    *room_for(1) = static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte | 0x20U : byte);
    ++size_;
  }

  void beyond_ascii() {
    const std::size_t begin = at_;
    const std::int32_t character = next_code_point(text_, at_);
    if (character < latin_end) return add(latin_letters()[static_cast<std::size_t>(character)]);
    add(folded_character(text_.substr(begin, at_ - begin), character));
  }

  void add(std::string_view folded) {
    if (folded == " " && ends_in_space()) return;
    std::memcpy(room_for(folded.size()), folded.data(), folded.size());
    size_ += folded.size();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string out_;  // its first `size_` bytes are the result so far
  std::size_t size_ = 0;
};

}  // namespace

std::string fold_text(std::string_view text) {
  if (text.find('%') == std::string_view::npos) return Folder(text).fold();
  return Folder(without_percents(text)).fold();
}

}  // namespace tailorbird
