#pragma once
// The restricted texts of one language, each with the guard that says who may see it. This is the leak
// scanner's view of a project, collected independently of tailoring.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/project.hpp"
#include "tailor/tailored_page.hpp"

namespace tailorbird {

/// Who may see a text: readers of the page or profile who meet the condition and those of enclosing guards.
/// A page's first guard has the condition of its front matter. A guard comes after its `parent`.
struct Guard {
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  std::uint32_t parent = none;
  std::uint32_t page = none;     // index in Project::pages
  std::uint32_t profile = none;  // index in Project::profiles; for texts of one organisation
  Condition condition;
  SourceRange where;  // what the author attached the condition to
};

/// A run of words under one guard: plain UTF-8 without line ends.
struct RestrictedText {
  std::string words;
  std::uint32_t guard = 0;
};

/// The texts of one block in order, with their guards.
using TextBlock = std::vector<RestrictedText>;

/// An include and its guard.
struct RestrictedInclude {
  std::string path;
  std::uint32_t guard = 0;
};

struct RestrictedTexts {
  std::vector<Guard> guards;
  std::vector<TextBlock> blocks;
  std::vector<RestrictedText>
      names;  // addresses, paths, people, numbers: searched for as a whole, even when short
  std::vector<RestrictedInclude> includes;
};

/// Collects the texts of the pages, the site and all profiles in `language`. Leaves out blocks that all of
/// `editions` may show, since they cannot leak.
RestrictedTexts restricted_texts(const Project& project, const ProgramOf& programs, std::string_view language,
                                 std::span<const Edition* const> editions);

/// All texts of project.pages[index].
RestrictedTexts page_texts(const Project& project, const ProgramOf& programs, std::size_t index);

/// All texts of the site and the profiles in `language`.
RestrictedTexts common_texts(const Project& project, std::string_view language);

}  // namespace tailorbird
