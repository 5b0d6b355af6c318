#pragma once
// Imports returned translations as pages, with the structure, conditions and codes of the source and the
// words of the translators. A page is written only if all of its texts are present and valid.

#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"
#include "model/project.hpp"
#include "translate/exchange.hpp"
#include "translate/milestones.hpp"

namespace tailorbird {

/// A problem that prevents a page from being written.
struct ImportProblem {
  std::string file;  // the returned file
  int line = 0;
  std::string unit;  // id of the text; empty: the page
  std::string message;
  std::string fix;
};

struct ImportedPage {
  std::string file;   // from the root
  std::string bytes;  // the new content
  bool changed = true;
  std::string mark;
  std::vector<MilestoneText> texts;  // for the milestone
};

struct Import {
  std::string language;
  std::vector<ImportedPage> pages;
  std::size_t refused = 0;  // pages with problems
  std::vector<ImportProblem> problems;
};

struct ImportRequest {
  std::string name;          // of the file, for messages
  bool restructure = false;  // texts that only the current translation has may be removed
};

/// Reads a returned exchange; writes nothing.
Result<Import> read_import(const Project& project, const fs::path& root, const ReturnedExchange& returned,
                           const ImportRequest& request);

/// Writes the pages and their milestones.
Result<void> write_import(const fs::path& root, const Import& import);

/// "nl.xlf:120: item-1a2b3c4d: …", with the fix below.
std::string problem_text(const ImportProblem& problem);

}  // namespace tailorbird
