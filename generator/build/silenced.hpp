#pragma once
// Ignore comments: they silence findings that an author has reviewed, and give the reason.
//
//   <!-- ignore sentence-too-long: the words of the law -->
//       in a page: for the text below it, up to the next blank line
//   primary: "#ffdd00"  # ignore colour-contrast: our brand
//       in YAML: for this line; alone on a line, for the next one

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/input_files.hpp"
#include "diag/diagnostic.hpp"
#include "model/project.hpp"

namespace tailorbird {

/// An ignore comment.
struct IgnoreComment {
  Position where;
  std::uint32_t length = 0;  // code points
  std::string code;
  std::string reason;  // empty: not given
  std::uint32_t first = 0;
  std::uint32_t last = 0;  // the lines it applies to; last < first: none
};

/// The ignore comments of a file. `markdown`: a page, whose front matter is YAML; else the file is YAML.
std::vector<IgnoreComment> ignore_comments(std::string_view text, bool markdown);

/// Removes the findings that comments silence, and reports faulty comments: an unknown code or one that
/// cannot be lowered, a missing reason, and, in a `whole_run` (all editions, all checks), a comment that
/// silences nothing.
void silence_findings(const Files& files, const fs::path& root, const Project& project, bool whole_run,
                      Diagnostics& found);

}  // namespace tailorbird
