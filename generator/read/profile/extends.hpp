#pragma once
// Profiles that begin from another one: the chain of `extends`, and the joining of what its files say.

#include <map>
#include <string>
#include <vector>

#include "read/schema/scalar_readers.hpp"
#include "read/yaml/yaml.hpp"

namespace tailorbird {

/// Profiles by id ("_base" too), parsed.
using ProfileNodes = std::map<std::string, YamlNode, std::less<>>;

struct ExtendedProfile {
  YamlNode root;                   // all files of the chain joined
  std::vector<std::string> chain;  // the profile itself, what it extends, and so on
  bool complete = true;            // false: something in the chain is missing, goes in a circle or cannot be
                                   // parsed, so facts may be lacking
};

/// `id` with what it extends. What is wrong with the chain is reported.
ExtendedProfile extended_profile(const ProfileNodes& nodes, const std::string& id, ReadContext& reading);

/// `own` on top of `base`: maps are joined key by key, anything else replaces.
YamlNode joined(YamlNode base, const YamlNode& own);

}  // namespace tailorbird
