#include "read/yaml/text_checks.hpp"

#include <fmt/format.h>
#include <optional>

#include "text/invisible.hpp"
#include "text/swar.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// A character that must not be in a text: its offset and code point.
struct BadCharacter {
  std::size_t offset = 0;
  unsigned code_point = 0;
};

/// `text` is valid UTF-8.
std::optional<BadCharacter> first_bad_character(std::string_view text) {
  std::size_t looked_at = 0;  // the end of the last eight bytes that are not all plain
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at >= looked_at) {
      while (swar::all(text, at, swar::plain)) at += 8;
      if (at == text.size()) break;
      looked_at = at + 8;
    }
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == '\r' && text.substr(at + 1).starts_with('\n')) continue;
    if (byte < 0x80) {
      if (is_invisible(byte)) return BadCharacter{at, byte};
    } else if (byte == 0xC2 || byte == 0xE2 || byte == 0xEF) {  // the lead bytes of all invisible characters
      std::size_t end = at;
      const auto code_point = static_cast<unsigned>(next_code_point(text, end));
      if (is_invisible(code_point)) return BadCharacter{at, code_point};
    }
  }
  return std::nullopt;
}

/// The offset of the line with which a version control system marks an unresolved conflict.
std::optional<std::size_t> first_conflict(std::string_view text) {
  constexpr std::string_view begin = "<<<<<<< ";
  for (std::size_t at = text.find(begin); at != std::string_view::npos; at = text.find(begin, at + 1)) {
    const bool begins_line = at == 0 || text[at - 1] == '\n';
    if (begins_line && text.find("\n>>>>>>> ", at) != std::string_view::npos) return at;
  }
  return std::nullopt;
}

/// How a file that is no UTF-8 was saved, where that can be told from its first bytes or its lines as a
/// whole.
struct OtherForm {
  std::string_view code;
  std::string_view message;
  std::string_view fix;
};

/// Letters of UTF-16 have a byte that is zero each, in the languages of Europe.
bool is_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  const auto is_zero = [&](std::size_t at) { return at < bytes.size() && bytes[at] == '\0'; };
  return (is_zero(0) && is_zero(2)) || (is_zero(1) && is_zero(3));
}

/// The ends of lines that programs wrote before 2001.
bool has_old_line_ends(std::string_view bytes) {
  return bytes.find('\r') != std::string_view::npos && bytes.find('\n') == std::string_view::npos;
}

std::optional<OtherForm> other_form(std::string_view bytes) {
  if (is_utf16(bytes))
    return OtherForm{"file-not-utf8", "the file is saved as UTF-16",
                     "Save the file as \"UTF-8\", not as \"Unicode\" or \"UTF-16\"."};
  if (has_old_line_ends(bytes))
    return OtherForm{"file-control-character", "the lines of this file end as on old Macs",
                     "Save the file with line ends of Unix (LF) or Windows (CR LF)."};
  return std::nullopt;
}

std::string size_message(std::size_t bytes) {
  return fmt::format("this file has {} bytes; at most {} are read", bytes, largest_text_file);
}

}  // namespace

Diagnostics check_text(std::string_view bytes, const std::string& file) {
  Diagnostics found;
  if (bytes.size() > largest_text_file) {
    found.add("file-too-large", {file, {}, 0}, size_message(bytes.size()));
    return found;
  }
  if (bytes.starts_with(byte_order_mark)) {
    found.add("file-byte-order-mark", {file, {1, 1}, 1}, "the file begins with a byte order mark");
    return found;
  }
  if (const auto other = other_form(bytes)) {
    found.add(other->code, {file, {1, 1}, 1}, std::string(other->message), std::string(other->fix));
    return found;
  }
  if (const auto invalid = first_invalid_utf8(bytes)) {
    found.add("file-not-utf8", {file, position_at(bytes, *invalid), 1},
              fmt::format("the byte 0x{:02X} is not UTF-8", static_cast<unsigned char>(bytes[*invalid])));
    return found;
  }
  if (const auto bad = first_bad_character(bytes)) {
    found.add("file-control-character", {file, position_at(bytes, bad->offset), 1},
              fmt::format("the invisible character U+{:04X}", bad->code_point));
    return found;
  }
  if (const auto conflict = first_conflict(bytes)) {
    found.add("file-merge-conflict", {file, position_at(bytes, *conflict), 7},
              "two versions of this text are here, and nobody has chosen one");
  }
  return found;
}

Diagnostics tabs_in_indentation(std::string_view yaml, const std::string& file, std::uint32_t first_line) {
  Diagnostics found;
  std::size_t count = 0;
  Position first;
  std::uint32_t line = first_line;
  for (std::size_t start = 0; start < yaml.size(); ++line) {
    const std::size_t indent = yaml.find_first_not_of(' ', start);
    if (indent == std::string_view::npos) break;
    if (yaml[indent] == '\t' && count++ == 0) first = {line, static_cast<std::uint32_t>(indent - start) + 1};
    const std::size_t end = yaml.find('\n', indent);
    if (end == std::string_view::npos) break;
    start = end + 1;
  }
  if (count == 0) return found;
  found.add("yaml-tab", {file, first, 1},
            count == 1 ? "a tab at the beginning of this line"
                       : fmt::format("a tab at the beginning of this line and of {} more", count - 1));
  return found;
}

Position position_at(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  Position position{1, 1};
  std::size_t line_start = 0;
  for (std::size_t at = before.find('\n'); at != std::string_view::npos; at = before.find('\n', at + 1)) {
    ++position.line;
    line_start = at + 1;
  }
  position.column += static_cast<std::uint32_t>(code_points(before.substr(line_start)));
  return position;
}

}  // namespace tailorbird
