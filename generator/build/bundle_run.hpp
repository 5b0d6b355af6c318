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

class BundleReuse;

/// What was packed for the readers of each organisation, sorted by path.
using DeliveredFiles = std::map<const Profile*, std::vector<WrittenFile>>;

/// What is equal for all bundles of a build.
struct BuildSetting {
  const BuildRequest& request;
  const Project& project;
  const ProgramOf& programs;
  const LanguageTools& languages;
  const TextFacts& texts;
  const Staging* staging;  // null: only check
  PackedStore& packed;
  const DeliveredFiles& delivered;     // so far: what the roll-out kit lists
  const BundleReuse* reuse = nullptr;  // null: nothing of the last build is known
};

/// One format of a bundle, in the staging folder.
struct FinishedPackage {
  std::string key;  // "meander/managers/site"
  std::vector<WrittenFile> files;
  std::vector<std::string> units;  // to move into place
};

/// One bundle after it was made and packed.
struct MadeBundle {
  const Profile& profile;
  Bundle bundle;  // with the languages that were built
  std::size_t pages = 0;
  std::string revision;  // BundleOutput::add_version
  std::vector<FinishedPackage> packages;
  Diagnostics diagnostics;
  std::unique_ptr<BundleGuard> guard;  // these two only while it is made
  std::unique_ptr<BundleOutput> output;
  std::string inputs = {};  // BundleInputs::of_bundle; empty: nothing is kept of it
  std::map<std::string, std::string> page_inputs = {};  // KeptBundle::page_inputs
};

/// A bundle with `editions`, one for each language that is built, of which nothing is made yet.
std::unique_ptr<MadeBundle> begin_bundle(const std::vector<const Edition*>& editions);

/// Makes the bundle and packs it, so that memory does not grow with the number of bundles. `editions`: one
/// per language that is built. `compiling`: programs may still be on their way. Fails when a file cannot be
/// read or written. Thread-safe.
Result<std::unique_ptr<MadeBundle>> make_bundle(const std::vector<const Edition*>& editions,
                                                const Theme& theme, const BuildSetting& setting,
                                                bool compiling);

}  // namespace tailorbird
