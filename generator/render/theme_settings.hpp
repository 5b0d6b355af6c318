#pragma once
// theme.yaml: what a theme says of itself.

#include "read/schema/schema_fields.hpp"
#include "render/flat_yaml.hpp"
#include "render/theme.hpp"

namespace tailorbird {

/// The keys of theme.yaml, for its schema.
const Shape& theme_shape();

/// Takes one line of theme.yaml over. Unknown keys, and values that cannot be, are reported.
void set_theme_option(Theme& theme, const FlatEntry& entry, Diagnostics& diagnostics);

}  // namespace tailorbird
