#pragma once
// Checks that every text file must pass before it is parsed: UTF-8 without a byte order mark, of bounded
// size, without invisible characters that other programs read differently.

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

/// Checks the bytes of `file`; no diagnostics: they may be parsed. At most one diagnostic of each kind, at
/// the first place.
Diagnostics check_text(std::string_view bytes, const std::string& file);

/// Reports tabs before the first word of a line of YAML: parsers accept some and reject others with obscure
/// messages, so none is allowed. One diagnostic for all; `first_line` is the number of the text's first line.
Diagnostics tabs_in_indentation(std::string_view yaml, const std::string& file, std::uint32_t first_line);

/// The line and column (in code points) of the byte at `offset`, where `text` is valid UTF-8 before it.
Position position_at(std::string_view text, std::size_t offset);

}  // namespace tailorbird
