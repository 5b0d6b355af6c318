#pragma once
// What is kept of the bundles of a build for the next one, as text.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "write/written_files.hpp"

namespace tailorbird {

/// One format of a bundle.
struct KeptPackage {
  std::string key;                 // "meander/managers/site"
  std::vector<std::string> units;  // places in the output that are its own
  std::vector<WrittenFile> files;
};

struct KeptBundle {
  std::string inputs;  // BundleInputs::of_bundle
  std::size_t pages = 0;
  std::string revision;
  std::vector<Diagnostic> diagnostics;
  std::vector<KeptPackage> packages;
  std::map<std::string, std::string> page_inputs = {};  // BundleInputs::of_page, by path in the folder of the
                                                        // site: of pages whose rendering gave no findings
};

struct KeptBundles {
  std::map<std::string, KeptBundle> bundles;   // by "meander/managers"
  std::map<std::string, std::string> phrases;  // by language: of what the files were searched for
                                               // (phrase_hashes)
};

/// Nothing when a message is not UTF-8.
std::optional<std::string> kept_bundles_text(const KeptBundles& kept);
/// Nothing when the text is none.
std::optional<KeptBundles> read_kept_bundles(std::string_view text);

}  // namespace tailorbird
