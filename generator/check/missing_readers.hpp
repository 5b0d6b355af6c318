#pragma once
// Finds bundles in a language that is not written for their readers. Example: a British organisation has a
// German bundle, but the German pages contain only what readers in Germany need.

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "check/check.hpp"

namespace tailorbird {

/// A source page and its translation, as indices in Project::pages.
struct TranslatedPage {
  std::size_t source;
  std::size_t translation;
};

/// Fewer pages without a text are separate mistakes, each reported by itself.
constexpr std::size_t least_pages_without_text = 5;

/// Reports bundles with a fixed value for which most of `pages`, the translations into `language`, lack the
/// text that their sources have. Returns the ids of their editions in `language`, for which the pages need
/// not be reported one by one.
std::set<std::string> report_missing_readers(const Project& project, const ProgramOf& programs,
                                             std::string_view language,
                                             const std::vector<TranslatedPage>& pages,
                                             Diagnostics& diagnostics);

}  // namespace tailorbird
