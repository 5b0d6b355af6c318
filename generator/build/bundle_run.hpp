#pragma once
// Makes one bundle in all of its formats: the files that its languages share, its editions, the pictures they
// use.

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "build/build.hpp"
#include "build/bundle_guard.hpp"
#include "build/bundle_output.hpp"
#include "build/kept_bundles.hpp"
#include "build/language_tools.hpp"
#include "check/text_facts.hpp"
#include "write/staging.hpp"

namespace tailorbird {

class BundleReuse;

/// The files packed for the readers of each organisation, sorted by path.
using DeliveredFiles = std::map<const Profile*, std::vector<WrittenFile>>;

/// The context that all bundles of a build share.
struct BuildSetting {
  const BuildRequest& request;
  const Project& project;
  const ProgramOf& programs;
  const LanguageTools& languages;
  const TextFacts& texts;
  const Staging* staging;  // null: check only, write nothing
  PackedStore& packed;
  const DeliveredFiles& delivered;     // so far; listed by the roll-out kit
  const BundleReuse* reuse = nullptr;  // null: nothing is known of the last build
};

/// One format of a bundle, in the staging folder.
struct FinishedPackage {
  std::string key;  // "meander/managers/site"
  std::vector<WrittenFile> files;
  std::vector<std::string> units;  // to move into place
};

/// A bundle that has been made and packed.
struct MadeBundle {
  const Profile& profile;
  Bundle bundle;  // with the languages that were built
  std::size_t pages = 0;
  std::string revision;  // BundleOutput::add_version
  std::vector<FinishedPackage> packages;
  Diagnostics diagnostics;
  std::unique_ptr<BundleGuard> guard;  // these two only while the bundle is made
  std::unique_ptr<BundleOutput> output;
  bool in_place = false;    // the output has it already: nothing of it is staged
  std::string inputs = {};  // BundleInputs::of_bundle; empty: not kept for the next build
  std::map<std::string, std::string> page_inputs = {};    // KeptBundle::page_inputs
  std::map<std::string, KeptEdition> kept_editions = {};  // KeptBundle::editions
  KeptSearch search = {};                                 // KeptBundle::search
  std::size_t found_by_check = 0;                         // KeptBundle::found_by_check
};

/// An empty bundle for `editions`, one for each language that is built.
std::unique_ptr<MadeBundle> begin_bundle(const std::vector<const Edition*>& editions);

/// Makes the bundle and packs it, so that memory does not grow with the number of bundles. `editions`: one
/// per language that is built. `compiling`: pages may still be compiling. Fails when a file cannot be read or
/// written. Thread-safe.
Result<std::unique_ptr<MadeBundle>> make_bundle(const std::vector<const Edition*>& editions,
                                                const Theme& theme, const BuildSetting& setting,
                                                bool compiling);

}  // namespace tailorbird
