#pragma once
// What libyaml's parser says when it stops, in words for people who do not know its parts.

#include <string>
#include <string_view>

namespace tailorbird {

struct YamlProblem {
  std::string message;
  std::string fix;
  bool at_context = false;  // point where the unfinished thing began, not where it was noticed
};

/// `problem` and `context` are libyaml's own words, or empty; `before` is what stands on the line before the
/// place where the problem was noticed, without the white space at its end.
YamlProblem extract_text(std::string_view problem, std::string_view context, std::string_view before);

}  // namespace tailorbird
