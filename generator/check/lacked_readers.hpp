#pragma once
// Finds bundles in a language that is not written for their readers: an organisation in Britain takes German,
// and the German pages hold what Germany's readers need.

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

/// Fewer pages that lack a text are slips of their own.
constexpr std::size_t least_lacking_pages = 5;

/// Reports the bundles whose readers have a value, decided when built, for which most of `pages`, the
/// translations into `language`, have no text where their sources have one. Returns their editions in
/// `language`: what a page lacks for them need not be said page by page.
std::set<std::string> report_lacked_readers(const Project& project, const ProgramOf& programs,
                                            std::string_view language,
                                            const std::vector<TranslatedPage>& pages,
                                            Diagnostics& diagnostics);

}  // namespace tailorbird
