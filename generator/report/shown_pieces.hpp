#pragma once
// Determines what given readers are shown in one language (pages, words, components, conditions) without
// making an edition. Pieces of text are identified by place, so that two groups of readers can be compared.

#include <cstdint>
#include <string_view>
#include <vector>

#include "tailor/edition.hpp"
#include "tailor/tailored_page.hpp"

namespace tailorbird {

/// A piece of text on the page on which readers see it.
struct ShownPiece {
  std::size_t page = 0;     // index in Project::pages: where it is read
  std::size_t program = 0;  // the same, or the partial that contains it
  std::uint32_t at = 0;     // instruction
  std::uint32_t words = 0;
  bool conditional = false;  // under a condition, on the page or around it
  auto operator<=>(const ShownPiece&) const = default;
};

struct Shown {
  std::vector<ShownPiece> pieces;  // sorted
  std::size_t pages = 0;
  std::size_t components = 0;
  std::size_t conditions = 0;  // that hold or are open for these readers, and do not hold for everybody

  std::size_t words() const;
  std::size_t conditional_words() const;
};

/// What readers of `space` may see of the pages of `content/` in `language`, including what depends on their
/// further choices.
Shown shown_to(const Project& project, const ProgramOf& programs, std::string_view language,
               const ReaderSet& space);

/// How much the words that two groups of readers see differ.
struct Difference {
  std::size_t words = 0;      // shown to at least one of the groups
  std::size_t differing = 0;  // shown to only one of them

  double percent() const;
};

Difference difference(const Shown& a, const Shown& b);

}  // namespace tailorbird
