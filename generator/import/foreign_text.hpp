#pragma once
// Decodes the bytes of a foreign file to text that we accept: UTF-8, line feeds, no invisible characters.

#include <string>
#include <string_view>
#include <vector>

namespace tailorbird {

struct ForeignText {
  std::string text;                  // as many lines as before
  std::vector<std::string> changes;  // the changes, as clauses: "read as Windows-1252"
};

/// Never fails: bytes that are not UTF-8 are read as UTF-16 if they have its byte order mark, else as
/// Windows-1252. Byte order marks, control and zero-width characters are removed, CR and CRLF become LF.
ForeignText foreign_text(std::string_view bytes);

}  // namespace tailorbird
