#pragma once
// Reads from the source text what yaml-cpp's events lack, since they carry only the offset where a node
// begins: the style of a scalar, its end, and what was meant as text but is not. All offsets are in bytes.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "diag/diagnostic.hpp"

namespace tailorbird {

/// A scalar in the source.
struct YamlScalar {
  enum class Style : std::uint8_t { plain, single_quoted, double_quoted, block };
  Style style = Style::plain;
  std::size_t begin = 0;  // of its quote, its sign | or >, or its first character
  std::size_t end = 0;    // past it; std::string_view::npos: its quote is never closed
  bool one_line = true;
};

/// Tags and anchors before a node.
struct YamlProperties {
  bool tag = false;
  std::size_t end = 0;  // where the node itself begins
};

/// Skips tags and anchors. `node`: the offset of a node's event.
YamlProperties yaml_properties(std::string_view text, std::size_t node);

/// The scalar at `begin`, after its properties. `value` is its text as yaml-cpp read it; `column` is that of
/// the innermost map or list in block style, -1 when there is none: the lines of a scalar are indented
/// further.
YamlScalar yaml_scalar(std::string_view text, std::size_t begin, std::string_view value, int column);

/// A problem in a scalar, or in what follows it on its line.
struct YamlScalarProblem {
  std::string_view code;
  std::size_t begin = 0;  // of what to point to
  std::size_t end = 0;
  std::string message;
  std::string fix;
};

/// Finds quotes that are not closed or close far too late, invalid escapes or escapes for invisible
/// characters, a `#` that cuts a text off. `column` as above.
std::optional<YamlScalarProblem> scalar_problem(std::string_view text, const YamlScalar& scalar, int column);

/// The end of the last indicator (`:`, `-`, `[`, …) between two offsets, outside comments: the place of an
/// empty value. `from` when there is none.
std::size_t end_of_indicators(std::string_view text, std::size_t from, std::size_t to);

/// Replaces a `?` that is text: a control character, which no parsed text contains.
inline constexpr char hidden_question_mark = '\x1A';

/// `text` with hidden_question_mark for each `?` that is text rather than the mark of a key: in flow style
/// yaml-cpp ends an unquoted text at any `?`, as in `{en: Who are you?}`. Offsets stay the same.
std::string hide_question_marks(std::string_view text);

/// The offset of the first character from `from` on that is neither white space, comment nor indicator:
/// yaml-cpp silently skips a line that begins with `%`.
std::optional<std::size_t> first_word(std::string_view text, std::size_t from);

/// The offset of a directive (`%YAML 1.2`) before the first document.
std::optional<std::size_t> directive_offset(std::string_view text);

/// Converts offsets to lines and columns (in code points). Linear in total when called in ascending order:
/// each byte is read once.
class YamlPositions {
 public:
  YamlPositions(std::string_view text, std::uint32_t first_line)
      : text_(text), first_line_(first_line), line_(first_line) {}
  Position at(std::size_t offset);

 private:
  std::string_view text_;
  std::uint32_t first_line_;
  std::size_t offset_ = 0;
  std::uint32_t line_;
  std::uint32_t column_ = 1;
};

}  // namespace tailorbird
