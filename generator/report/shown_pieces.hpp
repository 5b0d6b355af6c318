#pragma once
// What some readers are shown of the texts of a language: pages, words, components and conditions, without
// making an edition. A piece of text is told by its place, so that two groups of readers can be compared.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tailor/edition.hpp"
#include "tailor/tailored_page.hpp"

namespace tailorbird {

/// A piece of text on the page on which readers see it.
struct ShownPiece {
  std::size_t page = 0;     // index in Project::pages: where it is read
  std::size_t program = 0;  // the same, or the partial that it stands in
  std::uint32_t at = 0;     // instruction
  std::uint32_t words = 0;
  bool conditional = false;  // stands under a condition, on the page or around the page
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

/// What readers of `space` may see of the pages of `content/` in `language`. What their further choices
/// decide counts.
Shown shown_to(const Project& project, const ProgramOf& programs, std::string_view language,
               const ReaderSet& space);

/// How far two groups of readers are shown different words.
struct Difference {
  std::size_t words = 0;      // that one of them or both are shown
  std::size_t differing = 0;  // that only one of them is shown

  double percent() const;
};

Difference difference(const Shown& a, const Shown& b);

}  // namespace tailorbird
