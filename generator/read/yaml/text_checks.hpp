#pragma once
// What every text file must be before it is looked into: UTF-8 without a byte order mark, of bounded
// size, without characters that nobody sees and that other programs read differently.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/limits.hpp"
#include "diag/diagnostic.hpp"

namespace tailorbird {

/// A file's bytes as they are on disk.
struct TextFile {
  std::string file;  // from the root, with '/'
  std::string bytes;
};

/// What is wrong with the bytes of `file`; nothing when they may be parsed. At most one diagnostic of
/// each kind: the first place tells enough.
Diagnostics check_text(std::string_view bytes, const std::string& file);

/// Whether nobody sees `code_point` although programs act on it: controls other than tab and line feed, C1
/// controls (mostly Windows-1252 quotes gone wrong), line separators that YAML and editors count differently,
/// byte order marks, non-characters.
bool is_invisible(unsigned code_point);

/// Tabs before the first word of a line of YAML: parsers take some of them and stumble over others with odd
/// words, so none is allowed. One diagnostic for all; `first_line` is the number of the text's first line.
Diagnostics tabs_in_indentation(std::string_view yaml, const std::string& file, std::uint32_t first_line);

/// The line and column (in code points) of the byte at `offset`, where `text` is valid UTF-8 before it.
Position position_at(std::string_view text, std::size_t offset);

}  // namespace tailorbird
