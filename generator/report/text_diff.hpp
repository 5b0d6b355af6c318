#pragma once
// What changed between two lists of texts: the longest common subsequence stays, the rest was removed or
// added.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tailorbird {

/// A stretch of the lists that is the same in both, or that differs.
struct Stretch {
  bool same = false;
  std::size_t before = 0;  // where it begins in the first list, and how long it is there
  std::size_t before_count = 0;
  std::size_t after = 0;  // the same in the second list; equal counts when it is the same
  std::size_t after_count = 0;
};

/// Stretches in order, alternately the same and different. Lists so long that comparing them would take
/// seconds differ as a whole between their equal beginnings and ends.
std::vector<Stretch> compare(const std::vector<std::string_view>& before,
                             const std::vector<std::string_view>& after);

/// Both texts with their differing words marked, as HTML: <del>…</del> in the first, <ins>…</ins> in the
/// second.
struct MarkedTexts {
  std::string before;
  std::string after;
};
MarkedTexts mark_words(std::string_view before, std::string_view after);

}  // namespace tailorbird
