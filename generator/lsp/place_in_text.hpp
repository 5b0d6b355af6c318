#pragma once
// Determines the kind of name at a place of a page from its line alone, for completion, hover and
// definitions.

#include <string_view>

namespace tailorbird {

/// The name that is being written, or pointed at.
struct PlaceInText {
  enum class Kind : char {
    nothing,
    variable,         // {{< var NAME >}}, (var:NAME)
    include,          // {{< include PATH >}}
    link,             // ](PATH
    fragment,         // ](PATH#ID: `around` is the path
    term,             // key="ID"
    dimension_value,  // NAME="VALUE, or NAME: VALUE in front matter: `around` is the dimension's name
    condition,        // {.only NAME: a dimension or, after a dot, a named condition
    component,        // ::: {.NAME: `around` is what is between colons and name
    heading_id,       // ## … {#ID}
    source,           // sources: [ID
    key,              // a key of the front matter
  };
  Kind kind = Kind::nothing;
  std::string_view word;    // the name, up to the cursor or whole
  std::string_view around;  // see Kind
};

/// The name being written; `before` is the line up to the cursor. Front matter has its own syntax.
PlaceInText place_before(std::string_view before, bool in_front_matter);

/// The whole name around the byte `at` of `line`.
PlaceInText place_at(std::string_view line, std::size_t at, bool in_front_matter);

}  // namespace tailorbird
