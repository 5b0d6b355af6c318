#pragma once
// Compares two lists of texts by their longest common subsequence.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tailorbird {

/// A run of texts that is the same in both lists, or that differs.
struct DiffRun {
  bool same = false;
  std::size_t before = 0;  // its begin and length in the first list
  std::size_t before_count = 0;
  std::size_t after = 0;  // its begin and length in the second list
  std::size_t after_count = 0;
};

/// The runs in order, alternately same and different. Lists that are too long to compare within seconds are
/// reported as differing between their common prefix and suffix.
std::vector<DiffRun> compare(const std::vector<std::string_view>& before,
                             const std::vector<std::string_view>& after);

/// Both texts with their differing words marked, as HTML: <del>…</del> in the first, <ins>…</ins> in the
/// second.
struct MarkedTexts {
  std::string before;
  std::string after;
};
MarkedTexts mark_words(std::string_view before, std::string_view after);

}  // namespace tailorbird
