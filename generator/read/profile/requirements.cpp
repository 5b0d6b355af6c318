#include "read/profile/requirements.hpp"

#include <array>
#include <fmt/format.h>

namespace tailorbird {
namespace {

struct Row {
  std::string_view what;     // "contact"
  std::string_view section;  // the profile's key
  std::string_view example;  // after the name
  std::vector<std::string> Requirements::*required;
};

const std::array<Row, 4>& rows() {
  static const std::array<Row, 4> table{{
      {"contact", "contacts", "{name: …, phone: …}", &Requirements::contacts},
      {"link", "links", "{label: …, url: https://…}", &Requirements::links},
      {"fact", "facts", "…", &Requirements::facts},
      {"variable", "variables", "…", &Requirements::variables},
  }};
  return table;
}

/// The place of the section in the profile, or the file as a whole.
SourceRange place_of(const Profile& profile, std::string_view section, const YamlNode& root,
                     const ReadContext& reading) {
  for (const YamlEntry& entry : root.entries) {
    if (entry.key.text == section && reading.files[entry.key.source] == profile.file)
      return reading.range(entry.key);
  }
  return {profile.file, {}, 0};
}

}  // namespace

void check_requirements(const Profile& profile, const Site& site, const YamlNode& root,
                        ReadContext& reading) {
  for (const Row& row : rows()) {
    const YamlNode* const section = root.find(row.section);
    for (const std::string& name : site.requires_.*row.required) {
      if (section != nullptr && section->find(name) != nullptr) continue;
      reading.diagnostics.add("profile-incomplete", place_of(profile, row.section, root, reading),
                              fmt::format("the profile `{}` has no {} `{}`", profile.id, row.what, name),
                              fmt::format("Add to {} below `{}:` the line `{}: {}`.", profile.file,
                                          row.section, name, row.example));
    }
  }
}

}  // namespace tailorbird
