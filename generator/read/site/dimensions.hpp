#pragma once
// Reads the dimensions, the axes of tailoring, that site.yaml declares.

#include "read/schema/schema_fields.hpp"

namespace tailorbird {

const Shape& dimension_shape();
const Shape& value_shape();

/// Adds the dimensions of the map `value`. A dimension without any readable value is left out.
void read_dimensions(Site& site, const YamlNode& value, const FieldInfo& info, ReadContext& reading);

}  // namespace tailorbird
