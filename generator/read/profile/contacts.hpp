#pragma once
// Reads an organisation's contacts and links.

#include <string_view>
#include <vector>

#include "model/profile.hpp"
#include "read/schema/schema_fields.hpp"

namespace tailorbird {

const Shape& contact_shape();
const Shape& link_shape();

/// The contacts of a map role → contact, in the order of the site's roles. Unknown roles are reported.
std::vector<Contact> read_contacts(const YamlNode& map, std::string_view key, ReadContext& reading);

/// The links of a map name → link, sorted by name.
std::vector<ProfileLink> read_links(const YamlNode& map, std::string_view key, ReadContext& reading);

}  // namespace tailorbird
