#pragma once
// The table of checks. Checks examine what read, compile and tailor produced, without rendering. To add one:
// its file, its declaration in all_checks.hpp, its row in checks.cpp, its codes in diag/codes_tailor.cpp.

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
  const std::vector<TailoredPage>&
      pages;  // by index in Edition::pages; body and footnotes may have been cleared. Checks of one page must
              // not use it: other pages may not be ready
  const TextFacts& texts;
};

/// A row of the table. At least one of the three functions is set. Diagnostics of `edition` and `page` name
/// the edition.
struct Check {
  std::string_view id;
  std::string_view summary;
  /// Called once, for what does not depend on an edition.
  void (*project)(const Project& project, const ProgramOf& programs, Diagnostics& diagnostics) = nullptr;
  /// Called for each edition when all its pages are tailored.
  void (*edition)(const EditionView& view, Diagnostics& diagnostics) = nullptr;
  /// Called for each page of each edition while its body is available.
  void (*page)(const EditionView& view, const TailoredPage& page, Diagnostics& diagnostics) = nullptr;
};

std::span<const Check> checks();

}  // namespace tailorbird
