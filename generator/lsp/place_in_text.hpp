#pragma once
// What stands at a place of a page, as far as its line tells: for completion, hover and going to a
// definition.

#include <string>
#include <string_view>

namespace tailorbird {

/// What is being written, or pointed at.
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
  std::string_view word;    // what stands there, up to the place or whole
  std::string_view around;  // see Kind
};

/// While it is written: `before` is the line up to the cursor. In front matter other things are written than
/// in text.
PlaceInText place_before(std::string_view before, bool in_front_matter);

/// Of `line`, at the byte `at`: the whole of what the cursor stands in.
PlaceInText place_at(std::string_view line, std::size_t at, bool in_front_matter);

}  // namespace tailorbird
