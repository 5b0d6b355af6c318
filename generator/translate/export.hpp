#pragma once
// The texts of a project that translators are to get.

#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"
#include "model/project.hpp"
#include "translate/exchange.hpp"

namespace tailorbird {

struct ExportRequest {
  std::string language;            // of the site, not the first
  std::vector<std::string> pages;  // files of sources, from the root; empty: all
  bool all = false;                // also texts whose translation is current
};

struct ExportResult {
  Exchange exchange;                // pages without texts to translate are not in it
  std::size_t texts = 0;            // in all pages of it
  std::vector<std::string> drafts;  // translations that were left out because they are drafts
};

Result<ExportResult> export_translations(const Project& project, const fs::path& root,
                                         const ExportRequest& request);

/// A pair as translators and importers see it: what is sent of a page.
struct SentPage {
  PairBytes bytes;
  Correspondence both;
  TranslationFile file;  // with all texts, by the order of Correspondence::pairs
};
Result<SentPage> sent_page(const PagePair& pair, const fs::path& root, const Milestones& milestones,
                           const Site& site);

}  // namespace tailorbird
