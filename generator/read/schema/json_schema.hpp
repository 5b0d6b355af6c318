#pragma once
// JSON Schema (2020-12) of site.yaml, profiles and front matter, for completion and first checks in editors.
// Made from the tables that read these files.

#include <string>

#include "read/schema/schema_fields.hpp"

namespace tailorbird {

/// The schema of a shape (site_shape(), profile_shape(), front_matter_shape()). With `site`, its
/// dimensions, values, languages and roles are listed in the schema; without, any id is allowed there.
/// Ends with a line feed.
std::string json_schema(const Shape& shape, const Site* site = nullptr);

}  // namespace tailorbird
