#include "text/extract_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>

#include "base/strings.hpp"
#include "text/swar.hpp"

namespace tailorbird {
namespace {

/// A short name packed into a number.
constexpr std::uint64_t packed(std::string_view name) {
  std::uint64_t number = 0;
  for (const char c : name) number = number << 8U | static_cast<unsigned char>(c);
  return number;
}

constexpr auto inline_tags = std::to_array<std::uint64_t>(
    {packed("a"),    packed("abbr"),  packed("b"),      packed("bdi"),  packed("br"),  packed("cite"),
     packed("code"), packed("del"),   packed("em"),     packed("i"),    packed("img"), packed("ins"),
     packed("kbd"),  packed("mark"),  packed("q"),      packed("s"),    packed("sub"), packed("span"),
     packed("sup"),  packed("small"), packed("strong"), packed("time"), packed("u"),   packed("wbr")});

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Whether `rest`, the bytes after a `<`, make it a tag.
bool begins_tag(std::string_view rest) {
  return !rest.empty() && (is_letter(rest[0]) || rest[0] == '/' || rest[0] == '!' || rest[0] == '\\');
}

/// Whether the tag is inline, so that it does not separate words. `inside`: the bytes after its `<`. In a
/// script string `</em>` may be `<\/em>`.
bool is_inline_tag(std::string_view inside) {
  while (!inside.empty() && (inside[0] == '/' || inside[0] == '\\')) inside.remove_prefix(1);
  std::size_t size = 0;
  while (size < inside.size() && (is_letter(inside[size]) || (inside[size] >= '0' && inside[size] <= '9')))
    ++size;
  if (size > 6) return false;
  return std::find(inline_tags.begin(), inline_tags.end(), packed(inside.substr(0, size))) !=
         inline_tags.end();
}

/// A decoded character reference or escape, and its size in bytes; size 0 when there is none.
struct Decoded {
  std::uint32_t character = 0;
  std::size_t size = 0;
};

// The entities of XML, of Latin letters, and of spaces and punctuation within sentences.
constexpr auto named_entities = std::to_array<std::pair<std::string_view, std::uint32_t>>({
    {"amp;", '&'},        {"lt;", '<'},        {"gt;", '>'},
    {"quot;", '"'},       {"apos;", '\''},     {"nbsp;", 0xA0},
    {"iexcl;", 0xA1},     {"cent;", 0xA2},     {"pound;", 0xA3},
    {"curren;", 0xA4},    {"yen;", 0xA5},      {"brvbar;", 0xA6},
    {"sect;", 0xA7},      {"uml;", 0xA8},      {"copy;", 0xA9},
    {"ordf;", 0xAA},      {"laquo;", 0xAB},    {"not;", 0xAC},
    {"shy;", 0xAD},       {"reg;", 0xAE},      {"macr;", 0xAF},
    {"deg;", 0xB0},       {"plusmn;", 0xB1},   {"sup2;", 0xB2},
    {"sup3;", 0xB3},      {"acute;", 0xB4},    {"micro;", 0xB5},
    {"para;", 0xB6},      {"middot;", 0xB7},   {"cedil;", 0xB8},
    {"sup1;", 0xB9},      {"ordm;", 0xBA},     {"raquo;", 0xBB},
    {"frac14;", 0xBC},    {"frac12;", 0xBD},   {"frac34;", 0xBE},
    {"iquest;", 0xBF},    {"Agrave;", 0xC0},   {"Aacute;", 0xC1},
    {"Acirc;", 0xC2},     {"Atilde;", 0xC3},   {"Auml;", 0xC4},
    {"Aring;", 0xC5},     {"AElig;", 0xC6},    {"Ccedil;", 0xC7},
    {"Egrave;", 0xC8},    {"Eacute;", 0xC9},   {"Ecirc;", 0xCA},
    {"Euml;", 0xCB},      {"Igrave;", 0xCC},   {"Iacute;", 0xCD},
    {"Icirc;", 0xCE},     {"Iuml;", 0xCF},     {"ETH;", 0xD0},
    {"Ntilde;", 0xD1},    {"Ograve;", 0xD2},   {"Oacute;", 0xD3},
    {"Ocirc;", 0xD4},     {"Otilde;", 0xD5},   {"Ouml;", 0xD6},
    {"times;", 0xD7},     {"Oslash;", 0xD8},   {"Ugrave;", 0xD9},
    {"Uacute;", 0xDA},    {"Ucirc;", 0xDB},    {"Uuml;", 0xDC},
    {"Yacute;", 0xDD},    {"THORN;", 0xDE},    {"szlig;", 0xDF},
    {"agrave;", 0xE0},    {"aacute;", 0xE1},   {"acirc;", 0xE2},
    {"atilde;", 0xE3},    {"auml;", 0xE4},     {"aring;", 0xE5},
    {"aelig;", 0xE6},     {"ccedil;", 0xE7},   {"egrave;", 0xE8},
    {"eacute;", 0xE9},    {"ecirc;", 0xEA},    {"euml;", 0xEB},
    {"igrave;", 0xEC},    {"iacute;", 0xED},   {"icirc;", 0xEE},
    {"iuml;", 0xEF},      {"eth;", 0xF0},      {"ntilde;", 0xF1},
    {"ograve;", 0xF2},    {"oacute;", 0xF3},   {"ocirc;", 0xF4},
    {"otilde;", 0xF5},    {"ouml;", 0xF6},     {"divide;", 0xF7},
    {"oslash;", 0xF8},    {"ugrave;", 0xF9},   {"uacute;", 0xFA},
    {"ucirc;", 0xFB},     {"uuml;", 0xFC},     {"yacute;", 0xFD},
    {"thorn;", 0xFE},     {"yuml;", 0xFF},     {"OElig;", 0x152},
    {"oelig;", 0x153},    {"ensp;", 0x2002},   {"emsp;", 0x2003},
    {"thinsp;", 0x2009},  {"zwnj;", 0x200C},   {"zwj;", 0x200D},
    {"lrm;", 0x200E},     {"rlm;", 0x200F},    {"ndash;", 0x2013},
    {"mdash;", 0x2014},   {"lsquo;", 0x2018},  {"rsquo;", 0x2019},
    {"sbquo;", 0x201A},   {"ldquo;", 0x201C},  {"rdquo;", 0x201D},
    {"bdquo;", 0x201E},   {"hellip;", 0x2026}, {"lsaquo;", 0x2039},
    {"rsaquo;", 0x203A},  {"euro;", 0x20AC},   {"ZeroWidthSpace;", 0x200B},
    {"NoBreak;", 0x2060},
});

/// Decodes an entity. `rest`: the bytes after its `&`.
Decoded decode_entity(std::string_view rest) {
  if (!rest.starts_with('#')) {
    for (const auto& [name, character] : named_entities) {
      if (rest.starts_with(name)) return {character, name.size()};
    }
    return {};
  }
  const bool hexadecimal = rest.size() > 1 && (rest[1] == 'x' || rest[1] == 'X');
  const char* const begin = rest.data() + (hexadecimal ? 2 : 1);
  const char* const last = rest.data() + std::min<std::size_t>(rest.size(), 12);
  if (begin >= last) return {};
  std::uint32_t character = 0;
  const auto [end, problem] = std::from_chars(begin, last, character, hexadecimal ? 16 : 10);
  if (problem != std::errc{} || end == last || *end != ';' || character > 0x10FFFF) return {};
  return {character, static_cast<std::size_t>(end - rest.data()) + 1};
}

/// Decodes `\uXXXX` or `\xXX`. `rest`: the bytes after the backslash.
Decoded decode_unit(std::string_view rest) {
  const std::size_t digits = rest.starts_with('u') ? 4 : rest.starts_with('x') ? 2 : 0;
  if (digits == 0 || rest.size() <= digits) return {};
  std::uint32_t unit = 0;
  const char* const last = rest.data() + 1 + digits;
  const auto [end, problem] = std::from_chars(rest.data() + 1, last, unit, 16);
  if (problem != std::errc{} || end != last) return {};
  return {unit, digits + 1};
}

/// Decodes an escape. `rest`: the bytes after its backslash.
Decoded decode_escape(std::string_view rest) {
  if (rest.empty()) return {};
  switch (rest[0]) {
    case '"':
    case '\\':
    case '/':
    case '\'':
      return {static_cast<std::uint32_t>(rest[0]), 1};
    case 'n':
    case 'r':
    case 't':
      return {' ', 1};
    default:
      break;
  }
  const Decoded high = decode_unit(rest);
  if (high.size == 0 || high.character < 0xD800 || high.character > 0xDBFF) return high;
  const Decoded low = rest.substr(5).starts_with("\\u") ? decode_unit(rest.substr(6)) : Decoded{};
  if (low.size == 0) return high;
  return {0x10000 + ((high.character - 0xD800) << 10U) + (low.character - 0xDC00), 11};
}

char* put_utf8_tail(char* out, std::uint32_t c, unsigned shift) {
  *out = static_cast<char>(0x80U | (c >> shift & 0x3FU));
  return out + 1;
}

/// Writes `c` as UTF-8, at most four bytes, and returns the end.
char* put_utf8(char* out, std::uint32_t c) {
  if (c < 0x80) {
    *out++ = static_cast<char>(c);
  } else if (c < 0x800) {
    *out++ = static_cast<char>(0xC0U | c >> 6U);
    out = put_utf8_tail(out, c, 0);
  } else if (c < 0x10000) {
    *out++ = static_cast<char>(0xE0U | c >> 12U);
    out = put_utf8_tail(put_utf8_tail(out, c, 6), c, 0);
  } else {
    *out++ = static_cast<char>(0xF0U | c >> 18U);
    out = put_utf8_tail(put_utf8_tail(put_utf8_tail(out, c, 12), c, 6), c, 0);
  }
  return out;
}

/// Which of eight bytes are control characters, including line ends and tabs.
constexpr std::uint64_t control_bytes(std::uint64_t bytes) {
  return ~swar::at_least(bytes & ~swar::high_bits, ' ') & ~bytes & swar::high_bits;
}

/// Which of eight bytes are not plain text: control characters, and signs of tags, entities and escapes.
constexpr std::uint64_t special_bytes(std::uint64_t bytes) {
  return control_bytes(bytes) | swar::equal(bytes, '<') | swar::equal(bytes, '>') | swar::equal(bytes, '&') |
         swar::equal(bytes, '\\');
}

constexpr std::size_t slack = 8;  // eight bytes are written at once, even when fewer are needed

/// Writes to two buffers as long as the input, which is enough, since no replacement is longer.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {
    plain_.words.resize(bytes.size() + slack);
    plain_.marks.resize(bytes.size() + 1 + slack);
    words_ = plain_.words.data();
    marks_ = plain_.marks.data();
    out_ = words_;
  }

  ExtractedText read() && {
    while (at_ < bytes_.size()) {
      copy_plain();
      if (at_ < bytes_.size()) special();
    }
    plain_.ends_in_tag = in_tag_;
    if (in_tag_) leave_tag();
    plain_.words.resize(static_cast<std::size_t>(out_ - plain_.words.data()));
    plain_.marks.resize(static_cast<std::size_t>(marks_ - plain_.marks.data()));
    return std::move(plain_);
  }

 private:
  void copy_plain() {
    while (at_ < bytes_.size()) {
      const std::uint64_t group = swar::load(bytes_, at_);
      const std::size_t plain = swar::first(special_bytes(group));
      std::memcpy(out_, &group, sizeof group);
      out_ += plain;
      at_ += plain;
      if (plain < sizeof group) return;
    }
  }

  void special() {
    const char c = bytes_[at_++];
    if (c == '&') return entity();
    if (c == '\\') return escape();
    if (c == '<' || c == '>') return angle(c);
    *out_++ = ' ';
  }

  void entity() {
    const Decoded found = decode_entity(rest());
    at_ += found.size;
    put(found.size == 0 ? '&' : found.character);
  }

  void escape() {
    const Decoded found = decode_escape(rest());
    at_ += found.size;
    if (found.size == 0) return put('\\');
    if (found.character == '&') return entity();
    if (found.character == '<' || found.character == '>') return angle(static_cast<char>(found.character));
    put(found.character);
  }

  void angle(char c) {
    if (c == '<' && !in_tag_ && begins_tag(rest())) {
      if (!is_inline_tag(rest())) *out_++ = '\n';
      words_ = out_;
      out_ = marks_;
      in_tag_ = true;
    } else if (c == '>' && in_tag_) {
      leave_tag();
    } else {
      *out_++ = c;
    }
  }

  void leave_tag() {
    *out_++ = '\n';
    marks_ = out_;
    out_ = words_;
    in_tag_ = false;
  }

  void put(std::uint32_t c) { out_ = put_utf8(out_, c); }

  std::string_view rest() const { return bytes_.substr(at_); }

  std::string_view bytes_;
  std::size_t at_ = 0;
  ExtractedText plain_;
  char* words_ = nullptr;  // the end of the text outside tags
  char* marks_ = nullptr;  // the end of the text inside tags
  char* out_ = nullptr;    // words_ or marks_, depending on the current place
  bool in_tag_ = false;
};

}  // namespace

ExtractedText extract_text(std::string_view bytes) { return Reader(bytes).read(); }

void append_plain_text(std::string& out, std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::uint64_t group = swar::load(text, at);
    const std::size_t plain = swar::first(control_bytes(group) | swar::equal(group, '\\'));
    out.append(text, at, plain);
    at += plain;
    if (plain == sizeof group || at == text.size()) continue;
    if (text[at++] != '\\') {
      out += ' ';
      continue;
    }
    // In output, a quotation mark becomes an entity, which a backslash before it does not escape.
    Decoded found = text.substr(at).starts_with('"') ? Decoded{} : decode_escape(text.substr(at));
    at += found.size;
    if (found.character == '&') {
      found = decode_entity(text.substr(at));
      at += found.size;
      if (found.size == 0) found = {'&', 1};
    }
    std::array<char, 4> character{};
    char* const end = put_utf8(character.data(), found.size == 0 ? '\\' : found.character);
    out.append(character.data(), end);
  }
}

bool is_inline_html(std::string_view html) {
  if (!html.starts_with('<')) return trim(html).empty();
  for (std::size_t at = 0; at < html.size(); ++at) {
    if (html[at] == '<' && !is_inline_tag(html.substr(at + 1))) return false;
  }
  return true;
}

}  // namespace tailorbird
