#pragma once
// Reads the requirements for texts in site.yaml (readability, banned-phrases, page-elements), and
// personas.yaml.

#include "read/schema/schema_fields.hpp"

namespace tailorbird {

/// Read the value of the field of this name in site.yaml (read/schema/schema_fields.hpp).
void read_readability(Site& site, const YamlNode& value, const FieldInfo& info, ReadContext& reading);
void read_banned_phrases(Site& site, const YamlNode& value, const FieldInfo& info, ReadContext& reading);
void read_terms_explained_to(Site& site, const YamlNode& value, const FieldInfo& info, ReadContext& reading);
void read_page_elements(Site& site, const YamlNode& value, const FieldInfo& info, ReadContext& reading);

/// Adds the content of personas.yaml, a list, to a site.
void read_personas(Site& site, const YamlNode& root, ReadContext& reading);

/// The shapes of the maps in these lists.
const Shape& readability_shape();
const Shape& banned_phrases_shape();
const Shape& page_elements_shape();
const Shape& persona_shape();

}  // namespace tailorbird
