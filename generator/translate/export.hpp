#pragma once
// Exports the texts of a project for translators.

#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"
#include "model/project.hpp"
#include "translate/exchange.hpp"

namespace tailorbird {

struct ExportRequest {
  std::string language;            // one of the site's, but not the first
  std::vector<std::string> pages;  // files of sources, from the root; empty: all
  bool all = false;                // include texts whose translation is current
};

struct ExportResult {
  Exchange exchange;                // without pages that have nothing to translate
  std::size_t texts = 0;            // the number of texts in it
  std::vector<std::string> drafts;  // translations that were left out because they are drafts
};

Result<ExportResult> export_translations(const Project& project, const fs::path& root,
                                         const ExportRequest& request);

/// A page and its translation, with what is sent to translators.
struct SentPage {
  PairBytes bytes;
  Correspondence both;
  TranslationFile file;  // with all texts, in the order of Correspondence::pairs
};
Result<SentPage> sent_page(const PagePair& pair, const fs::path& root, const Milestones& milestones,
                           const Site& site);

}  // namespace tailorbird
