#pragma once
// Reads the responsibility matrix: content/responsibilities.yaml, and the rows that a profile changes.

#include "read/schema/schema_fields.hpp"

namespace tailorbird {

const Shape& responsibilities_shape();  // the whole file
const Shape& responsibility_row_shape();
const Shape& responsibility_change_shape();  // a row in a profile: only its id is required

/// Adds the content of responsibilities.yaml to a site whose dimensions and roles are known.
void read_responsibilities(Site& site, const YamlNode& root, ReadContext& reading);

/// The site's rows with the changes of a profile's list `changes`: a row with a known id is changed key by
/// key, its roles one by one; a new id adds a row.
std::vector<ResponsibilityRow> changed_responsibilities(const Site& site, const YamlNode& changes,
                                                        ReadContext& reading);

}  // namespace tailorbird
