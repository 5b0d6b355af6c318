#pragma once
// One bundle: what its languages share, its editions, the pictures they use; into each of its formats.

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "build/build.hpp"
#include "build/bundle_guard.hpp"
#include "build/bundle_output.hpp"
#include "build/language_tools.hpp"
#include "check/text_facts.hpp"
#include "write/staging.hpp"

namespace tailorbird {

/// What is equal for all bundles of a build.
struct BuildSetting {
  const BuildRequest& request;
  const Project& project;
  const ProgramOf& programs;
  const LanguageTools& languages;
  const TextFacts& texts;
  const std::map<std::string, std::string>& revisions;  // by profile
  const Staging* staging;                               // null: only check
};

/// One bundle after its editions were made.
struct MadeBundle {
  const Profile& profile;
  Bundle bundle;  // with the languages that were built
  std::size_t pages = 0;
  std::unique_ptr<BundleGuard> guard;
  std::unique_ptr<BundleOutput> output;
  Diagnostics diagnostics;
};

/// `editions`: one per language that is built. `compiling`: programs may still be on their way. Fails when a
/// file cannot be read or written. Thread-safe.
Result<std::unique_ptr<MadeBundle>> make_bundle(const std::vector<const Edition*>& editions,
                                                const Theme& theme, const BuildSetting& setting,
                                                bool compiling);

}  // namespace tailorbird
