#pragma once
// The table of checks. Checks examine what read, compile and tailor produced, without rendering. To add one:
// its file, its row in checks.def, its codes in diag/codes_tailor.cpp.

#include <span>
#include <string_view>
#include <vector>

#include "check/text_facts.hpp"
#include "diag/diagnostic.hpp"
#include "tailor/edition.hpp"
#include "tailor/navigation.hpp"
#include "tailor/tailored_page.hpp"

namespace tailorbird {

/// A tailored edition, as checks see it.
struct EditionView {
  const Edition& edition;
  const Navigation& navigation;
  const ProgramOf& programs;
  /// By index in Edition::pages. Bodies and footnotes may have been cleared. Checks of one page must not use
  /// it, because other pages may not be ready yet.
  const std::vector<TailoredPage>& pages;
  const TextFacts& texts;
};

/// Examines the project once. For rules that do not depend on an edition.
using ProjectCheck = void(const Project& project, const ProgramOf& programs, Diagnostics& diagnostics);
/// Examines an edition when all its pages are tailored.
using EditionCheck = void(const EditionView& view, Diagnostics& diagnostics);
/// Examines a page of an edition while its body is available.
using PageCheck = void(const EditionView& view, const TailoredPage& page, Diagnostics& diagnostics);

/// A row of the table. At least one of the three functions is set. Diagnostics of `edition` and `page` name
/// the edition.
struct Check {
  std::string_view id;
  std::string_view summary;
  ProjectCheck* project = nullptr;
  EditionCheck* edition = nullptr;
  PageCheck* page = nullptr;
};

std::span<const Check> checks();

}  // namespace tailorbird
