#pragma once
// Front matter: the YAML at the top of a page, between two lines of three hyphens.

#include <optional>
#include <string_view>

#include "model/page.hpp"
#include "read/schema/schema_fields.hpp"

namespace tailorbird {

/// The keys of front matter, except the dimensions, whose names come from the site.
const Shape& front_matter_shape();

/// A page's text, split into front matter and body. Views into the file's bytes.
struct FrontMatterSplit {
  bool found = false;     // the first line is ---
  bool closed = false;    // and another such line follows
  std::string_view yaml;  // between the two; starts on line 2
  std::string_view body;  // after them; everything when not found
  std::uint32_t body_line = 1;
};

FrontMatterSplit split_front_matter(std::string_view bytes);

struct FrontMatterRead {
  FrontMatter front;
  bool readable = true;  // false: its readers are unknown, so it must be in no edition
};

/// Reads the front matter of a page, which messages call by `place.name`. reading.site must be complete.
FrontMatterRead read_front_matter(const YamlNode& root, const MapPlace& place, ReadContext& reading);

}  // namespace tailorbird
