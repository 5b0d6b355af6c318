#pragma once
// The axes of tailoring, as site.yaml declares them.

#include "read/schema/schema_fields.hpp"

namespace tailorbird {

const Shape& dimension_shape();
const Shape& value_shape();

/// Adds the dimensions of the map `value`. One without a value that can be read is left out.
void read_dimensions(Site& site, const YamlNode& value, const FieldInfo& info, ReadContext& reading);

}  // namespace tailorbird
