#pragma once
// Translates the error messages of yaml-cpp for people who do not know its terms.

#include <cstddef>
#include <string>
#include <string_view>

namespace tailorbird {

/// The place where yaml-cpp stopped. Offsets are in bytes of `text`.
struct YamlStop {
  std::string_view problem;  // yaml-cpp's own words
  std::string_view text;
  std::size_t offset = 0;                        // where it was noticed
  std::size_t read_to = 0;                       // the end of what became part of the tree
  std::size_t open_bracket = std::string::npos;  // of the innermost list or map in brackets that is open
};

/// Two problems that yaml-cpp does not detect: more content after the document's only value; a last line that
/// is a key without a colon.
inline constexpr std::string_view second_root = "second root";
inline constexpr std::string_view missing_colon = "missing colon";

struct YamlProblem {
  std::string_view code = "yaml-syntax";
  std::string message;
  std::string fix;
  std::size_t offset = 0;  // what to point to
};

YamlProblem explain_stop(const YamlStop& stop);

/// The fix for all problems with quotes.
inline constexpr std::string_view close_quote_fix =
    "End the text with the quote it began with; inside it, write that quote twice in '…' and as \\\" in "
    "\"…\".";
/// The fix for a text that YAML reads as something else.
inline constexpr std::string_view quote_it_fix = "Put the text in double quotes.";
/// The fix for a `\\` that is meant literally.
inline constexpr std::string_view backslash_fix = "Write \\\\ for a backslash, or use single quotes.";

}  // namespace tailorbird
