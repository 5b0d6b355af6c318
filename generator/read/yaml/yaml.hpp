#pragma once
// YAML, read strictly into a plain tree. Only what people need to write facts down is allowed: maps,
// lists and texts. What would be read differently by someone else (anchors, tags, duplicate keys, tabs,
// several documents) is an error. Texts are kept as written: `no` is the text "no" here, and the readers
// of values (scalar_readers.hpp) say that it needs quotes where a text is meant.

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
    refused,  // was reported already: readers skip it in silence
  };
  Kind kind = Kind::scalar;
  bool quoted = false;       // '…', "…", | or >: surely meant as text
  std::uint16_t source = 0;  // which file: index in ReadContext::files (scalar_readers.hpp)
  std::uint32_t length = 0;  // code points from `where` on its line: the text with its quotes; 1 for [ and {
  Position where;            // a map or list in lines: its first key or item
  std::string text;
  std::vector<YamlNode> items;
  std::vector<YamlEntry> entries;

  /// Nothing was written: `key:` and the end of the line.
  bool blank() const { return kind == Kind::scalar && text.empty() && !quoted; }
  /// The value of `key` in a map, or null.
  const YamlNode* find(std::string_view key) const;
};

struct YamlEntry {
  YamlNode key;  // a scalar
  YamlNode value;
};

/// Text to parse, and where it stands: front matter begins on the second line of its file.
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
