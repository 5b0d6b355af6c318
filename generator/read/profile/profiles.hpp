#pragma once
// profiles/*.yaml: one organisation each, or, when the name begins with _, something to extend.

#include <map>
#include <string>
#include <vector>

#include "model/profile.hpp"
#include "read/schema/schema_fields.hpp"
#include "read/yaml/text_checks.hpp"

namespace tailorbird {

struct ProfilesSource {
  std::vector<TextFile> files;           // profiles/*.yaml, sorted
  std::vector<std::string> other_files;  // everything else below profiles/, from the root: logos, overlays
  std::vector<std::string> formats;      // known formats; empty: not checked here
};

struct ProfilesRead {
  std::vector<Profile> profiles;                          // sorted by id
  std::map<std::string, std::vector<std::string>> files;  // by id: those that it was read from
  Diagnostics diagnostics;
};

/// A profile whose facts cannot be known for sure (a broken `extends`, an unknown value) has no bundles:
/// its readers would see what is meant for others.
ProfilesRead read_profiles(const ProfilesSource& source, const Site& site);

const Shape& profile_shape();
const Shape& organisation_shape();
const Shape& colours_shape();

}  // namespace tailorbird
