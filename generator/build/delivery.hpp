#pragma once
// The end of a build: everything that was staged takes its place together with the new build.json.

#include <set>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/project.hpp"
#include "write/build_record.hpp"
#include "write/staging.hpp"

namespace tailorbird {

/// "meander/managers/site", as build.json names it.
std::string record_key(const Profile& profile, const Bundle& bundle, std::string_view format);

/// What all profiles of the project ask for.
std::set<std::string> wanted_keys(const Project& project);

struct Delivery {
  BuildRecord record;              // of what is built now; entries of the rest are taken from the old one
  std::vector<std::string> units;  // to move into place
  std::set<std::string> wanted;
  bool prune = false;
};

struct Delivered {
  std::vector<std::string> pruned;
  std::vector<std::string> stale;  // no profile asks for it, but it was not to be removed
  std::vector<std::string> gone;   // pages of the last build whose addresses now lead nowhere
  std::vector<std::string> kept;   // files in the folders of what was built that are not Tailorbird's
  bool settled = false;            // the same delivery again would change nothing and say the same
};

/// Swaps the units in, with a build.json that keeps the entries of what was not built, and removes what
/// nobody asks for, if that was asked: all of it or nothing (write/switch.hpp). While places are changed,
/// build.json says that it is not complete. Files of others in the folders are kept.
Result<Delivered> deliver(Staging& staging, const fs::path& out, Delivery delivery);

}  // namespace tailorbird
