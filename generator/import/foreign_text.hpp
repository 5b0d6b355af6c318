#pragma once
// Bytes of a file from elsewhere as text that we read: UTF-8, line feeds, nothing that nobody sees.

#include <string>
#include <string_view>
#include <vector>

namespace tailorbird {

struct ForeignText {
  std::string text;                  // as many lines as before
  std::vector<std::string> changes;  // what was done, as half sentences: "read as Windows-1252"
};

/// Never fails: bytes that are no UTF-8 are read as UTF-16 where a byte order mark says so, else as
/// Windows-1252. Byte order marks, controls and characters of no width are left out, CR and CRLF become LF.
ForeignText foreign_text(std::string_view bytes);

}  // namespace tailorbird
