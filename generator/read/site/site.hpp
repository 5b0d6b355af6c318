#pragma once
// Reads content/site.yaml and the lists beside it: sources.yaml, glossary.yaml, rules.yaml,
// responsibilities.yaml, personas.yaml.

#include <array>
#include <optional>
#include <string_view>

#include "model/site.hpp"
#include "read/schema/schema_fields.hpp"
#include "read/yaml/text_checks.hpp"

namespace tailorbird {

/// The files as read from disk. Only site.yaml is required.
struct SiteFiles {
  TextFile site;
  std::optional<TextFile> sources;
  std::optional<TextFile> glossary;
  std::optional<TextFile> responsibilities;
  std::optional<TextFile> personas = std::nullopt;
  std::optional<TextFile> rules = std::nullopt;
};

struct SiteRead {
  Site site;
  Diagnostics diagnostics;
  std::vector<CheckedDay> checked_days;
};

SiteRead read_site(const SiteFiles& files);

/// The shapes of maps in these files. `site_shape` is the whole of site.yaml.
const Shape& site_shape();
const Shape& licence_shape();
const Shape& navigation_shape();
const Shape& requires_shape();
const Shape& promise_shape();
const Shape& source_shape();
const Shape& glossary_term_shape();

/// Names that no condition can have, since they have a meaning as classes already.
inline constexpr auto taken_conditions =
    std::to_array<std::string_view>({"only", "except", "section", "term"});

/// The ids of all roles, for suggestions.
std::vector<std::string> role_ids(const Site& site);

/// Adds the content of sources.yaml and glossary.yaml to a site.
void read_sources(Site& site, const YamlNode& root, ReadContext& reading);
void read_glossary(Site& site, const YamlNode& root, ReadContext& reading);

}  // namespace tailorbird
