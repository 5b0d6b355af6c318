#pragma once
// Profile inheritance: follows the chain of `extends` and merges its files.

#include <map>
#include <string>
#include <vector>

#include "read/schema/scalar_readers.hpp"
#include "read/yaml/yaml.hpp"

namespace tailorbird {

/// Profiles by id ("_base" too), parsed.
using ProfileNodes = std::map<std::string, YamlNode, std::less<>>;

struct ExtendedProfile {
  YamlNode root;                   // all files of the chain merged
  std::vector<std::string> chain;  // the profile itself, the one it extends, and so on
  bool complete = true;  // false: a profile of the chain is missing, repeated or cannot be parsed, so facts
                         // may be missing
};

/// The profile `id` merged with those it extends. Errors in the chain are reported.
ExtendedProfile extended_profile(const ProfileNodes& nodes, const std::string& id, ReadContext& reading);

/// `own` merged over `base`: maps key by key, anything else is replaced.
YamlNode joined(YamlNode base, const YamlNode& own);

}  // namespace tailorbird
