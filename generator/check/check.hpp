#pragma once
// The table of checks: each looks at what read, compile and tailor produced, and needs no render. One file
// and one row each. To add one: its file, its declaration in all_checks.hpp, its row in checks.cpp, its codes
// in diag/codes_tailor.cpp.

#include <span>
#include <string_view>
#include <vector>

#include "check/text_facts.hpp"
#include "diag/diagnostic.hpp"
#include "tailor/edition.hpp"
#include "tailor/navigation.hpp"
#include "tailor/tailored_page.hpp"

namespace tailorbird {

/// One edition, tailored, ready to be looked at.
struct EditionView {
  const Edition& edition;
  const Navigation& navigation;
  const ProgramOf& programs;
  const std::vector<TailoredPage>&
      pages;  // by index in Edition::pages; body and footnotes may be empty already.
              // Not to be used by a check of one page: the others may not be there yet
  const TextFacts& texts;
};

/// At least one of the three functions is there. Diagnostics of `edition` and `page` name the edition.
struct Check {
  std::string_view id;
  std::string_view summary;
  /// Once, for what does not depend on one edition.
  void (*project)(const Project& project, const ProgramOf& programs, Diagnostics& diagnostics) = nullptr;
  /// For each edition, when all its pages are tailored.
  void (*edition)(const EditionView& view, Diagnostics& diagnostics) = nullptr;
  /// For each page of each edition, while its body is there.
  void (*page)(const EditionView& view, const TailoredPage& page, Diagnostics& diagnostics) = nullptr;
};

std::span<const Check> checks();

}  // namespace tailorbird
