#pragma once
// Delivery, the last step of a build: all staged files are moved into place together with the new build.json.

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

/// The keys of all bundles and formats that the project's profiles declare.
std::set<std::string> wanted_keys(const Project& project);

struct Delivery {
  BuildRecord record;              // of this build; other entries are taken from the old record
  std::vector<std::string> units;  // to move into place
  std::set<std::string> wanted;
  bool prune = false;
  std::vector<std::string> standing = {};  // units that the output has already, and that are not staged
};

struct Delivered {
  std::vector<std::string> pruned;
  std::vector<std::string> stale;  // no profile declares it, but it was not removed
  std::vector<std::string> gone;   // pages of the last build whose addresses no longer exist
  std::vector<std::string> kept;   // files in the output's folders that are not Tailorbird's
  bool settled = false;            // delivering again would change nothing and report the same
};

/// Moves the units into place, with a build.json that keeps the entries of what was not built, and removes
/// undeclared output if `prune` is set: all of it or nothing (write/switch.hpp). During the switch build.json
/// says that it is not complete. Files that are not Tailorbird's are kept.
Result<Delivered> deliver(Staging& staging, const fs::path& out, const Delivery& delivery);

}  // namespace tailorbird
