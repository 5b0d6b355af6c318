#pragma once
// Reads profiles/*.yaml: one organisation each, or, when the name begins with `_`, a base to extend.

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
  std::map<std::string, std::vector<std::string>> files;  // by id: the files it was read from
  Diagnostics diagnostics;
};

/// Reads all profiles. One whose facts are uncertain (a broken `extends`, an unknown value) gets no bundles,
/// since its readers might see what is meant for others.
ProfilesRead read_profiles(const ProfilesSource& source, const Site& site);

const Shape& profile_shape();
const Shape& organisation_shape();
const Shape& colours_shape();

}  // namespace tailorbird
