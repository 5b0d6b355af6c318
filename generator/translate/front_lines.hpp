#pragma once
// Edits front matter line by line, so that one key can be rewritten while all others stay as their authors
// wrote them.

#include <string>
#include <string_view>
#include <vector>

namespace tailorbird {

/// A key with its lines, up to the next key.
struct FrontEntry {
  std::string key;                  // empty: lines before the first key
  std::vector<std::string> values;  // a text, or the texts of a list
  std::string lines;                // as written, with their ends
};

/// The entries of the page with these bytes, in the order written; none when it has no front matter.
std::vector<FrontEntry> front_entries(std::string_view bytes);

/// `key: value`, or `key: [one, two]` for a `list`; quoted where YAML would not read a text.
std::string front_line(std::string_view key, const std::vector<std::string>& values, bool list);

/// The file with `translates: "mark"` at the end of its front matter, and no other such line. A file without
/// front matter gets one.
std::string with_mark(std::string_view bytes, std::string_view mark);

}  // namespace tailorbird
