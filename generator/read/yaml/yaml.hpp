#pragma once
// A strict YAML reader that makes a plain tree. Only maps, lists and texts are allowed. Constructs that
// parsers disagree on or people misread (anchors, tags, duplicate keys, tabs, several documents) are errors.
// Scalars are kept as written: `no` is the text "no" here, and the readers of values (scalar_readers.hpp)
// report that it needs quotes where a text is expected.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"

namespace tailorbird {

struct YamlEntry;

struct YamlNode {
  enum class Kind : std::uint8_t {
    scalar,   // `text`; empty and not quoted: no value was written
    list,     // `items`
    map,      // `entries`, in the order written, each key once
    refused,  // was reported already: readers skip it silently
  };
  Kind kind = Kind::scalar;
  bool quoted = false;       // '…', "…", | or >: always a string
  std::uint16_t source = 0;  // which file: index in ReadContext::files (scalar_readers.hpp)
  std::uint32_t length = 0;  // code points from `where` on its line: the text with its quotes; 1 for [ and {
  Position where;            // of a map or list in block style: its first key or item
  std::string text;
  std::vector<YamlNode> items;
  std::vector<YamlEntry> entries;

  /// Whether nothing was written: `key:` and the end of the line.
  bool blank() const { return kind == Kind::scalar && text.empty() && !quoted; }
  /// The value of `key` in a map, or null.
  const YamlNode* find(std::string_view key) const;
};

struct YamlEntry {
  YamlNode key;  // a scalar
  YamlNode value;
};

/// Text to parse, and its place in a file: front matter begins on the second line.
struct YamlSource {
  std::string_view text;  // has passed check_text (text_checks.hpp)
  std::string file;
  std::uint16_t source = 0;
  std::uint32_t first_line = 1;
};

struct YamlRead {
  YamlNode root;         // an empty text is an empty map
  bool complete = true;  // false: parsing stopped at an error, `root` is refused
  Diagnostics diagnostics;
};

YamlRead parse_yaml(const YamlSource& source);

}  // namespace tailorbird
