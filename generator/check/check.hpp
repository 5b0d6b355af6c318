#pragma once
// The table of checks: each looks at what read, compile and tailor produced, and needs no render. One file and
// one row each.

#include <span>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "tailor/edition.hpp"
#include "tailor/navigation.hpp"
#include "tailor/run.hpp"

namespace tailorbird {

/// One edition, tailored, ready to be looked at.
struct EditionView {
  const Edition& edition;
  const Navigation& navigation;
  const ProgramOf& programs;
  const std::vector<TailoredPage>& pages;  // by index in Edition::pages; body and footnotes may be empty already
};

struct Check {
  std::string_view id;
  std::string_view summary;
  void (*project)(const Project& project, const ProgramOf& programs, Diagnostics& diagnostics);  // once; may be null
  void (*edition)(const EditionView& view, Diagnostics& diagnostics);                           // per edition; may be null
  void (*page)(const EditionView& view, const TailoredPage& page, Diagnostics& diagnostics);    // per page while its body
                                                                                                // is there; may be null
};

std::span<const Check> checks();

}  // namespace tailorbird
