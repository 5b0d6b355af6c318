#pragma once
// The records of bundles that are kept for the next build, and their form as text.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "build/searched_files.hpp"
#include "diag/diagnostic.hpp"
#include "write/written_files.hpp"

namespace tailorbird {

/// One format of a bundle.
struct KeptPackage {
  std::string key;                 // "meander/managers/site"
  std::vector<std::string> units;  // paths in the output that belong to it alone
  std::vector<WrittenFile> files;
};

/// One language of a bundle that was made without findings, before its pictures and renditions.
struct KeptEdition {
  std::string inputs;                        // KnownDocuments: of all of its documents
  std::map<std::string, std::string> files;  // by path in the folder of the site: what it was made from
  std::set<std::string> media;               // that its pages use, from the project's root
};

struct KeptBundle {
  std::string inputs;  // BundleInputs::of_bundle
  std::size_t pages = 0;
  std::string revision;
  std::vector<Diagnostic> diagnostics;
  std::vector<KeptPackage> packages;
  std::map<std::string, std::string> page_inputs =
      {};  // BundleInputs::of_page by path in the site's folder, for pages without findings
  std::map<std::string, KeptEdition> editions = {};  // by language
  KeptSearch search = {};                            // of the files in all formats
  std::size_t found_by_check = 0;  // so many of the diagnostics, from the first on, need no packages
};

struct KeptBundles {
  std::map<std::string, KeptBundle> bundles;  // by "meander/managers"
  std::map<std::string, std::string>
      phrases;  // by language: the phrases that files were searched for (phrase_hashes)
};

/// One bundle without its prints, as JSON. Nothing when a message is not UTF-8.
std::optional<std::string> kept_bundle_text(const KeptBundle& bundle);
/// Reads what KeptRecords writes; nothing when `text` is malformed.
std::optional<KeptBundles> read_kept_bundles(std::string_view text);

}  // namespace tailorbird
