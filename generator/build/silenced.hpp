#pragma once
// Findings that somebody has looked at and keeps: a comment beside the text says which, and why.
//
//   <!-- ignore sentence-too-long: the words of the law -->     in a page: for the text below it, up to the
//   next
//                                                               blank line
//   primary: "#ffdd00"  # ignore colour-contrast: our brand     in YAML: for this line; alone on a line, for
//   the
//                                                               next one

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/input_files.hpp"
#include "diag/diagnostic.hpp"
#include "model/project.hpp"

namespace tailorbird {

/// One such comment.
struct IgnoreComment {
  Position where;
  std::uint32_t length = 0;  // code points
  std::string code;
  std::string reason;  // empty: none is given
  std::uint32_t first = 0;
  std::uint32_t last = 0;  // lines that it is about; last before first: none
};

/// The comments of a file. `markdown`: a page, whose front matter is YAML; else YAML.
std::vector<IgnoreComment> ignore_comments(std::string_view text, bool markdown);

/// Takes the findings out that comments name, and adds what is wrong with comments: a code that is unknown or
/// cannot be lowered, no reason, and, when `whole_run` (all editions, all checks), one that nothing needs.
void silence_findings(const Files& files, const fs::path& root, const Project& project, bool whole_run,
                      Diagnostics& found);

}  // namespace tailorbird
