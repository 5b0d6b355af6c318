#pragma once
// Says that translations are made from the present text of their source. Somebody has compared the two; this
// only writes it down: in the translation's front matter, and for each of its texts in translations/.

#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"
#include "model/project.hpp"

namespace tailorbird {

struct MarkResult {
  std::vector<std::string> marked;  // files whose mark was not the present one
  std::size_t current = 0;          // of those asked for: had it already
};

/// Marks the translations with these files, from the root; empty: all. Fails when one is no translation, and
/// then nothing is written.
Result<MarkResult> mark_translations(const Project& project, const fs::path& root,
                                     const std::vector<std::string>& files);

}  // namespace tailorbird
