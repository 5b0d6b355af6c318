#pragma once
// Marks translations as made from the current text of their source, after a person has compared the two: in
// the translation's front matter, and for each of its texts in translations/.

#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"
#include "model/project.hpp"

namespace tailorbird {

struct MarkResult {
  std::vector<std::string> marked;  // files whose mark was not current
  std::size_t current = 0;          // requested files whose mark was current already
};

/// Marks the translations with these files, from the root; empty: all. Fails without writing anything when
/// one of them is not a translation.
Result<MarkResult> mark_translations(const Project& project, const fs::path& root,
                                     const std::vector<std::string>& files);

}  // namespace tailorbird
