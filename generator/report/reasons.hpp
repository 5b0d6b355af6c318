#pragma once
// Why a place on a page is in an edition, left out of it, or the reader's choice: which conditions stand
// around it, in which files, and what each edition makes of them.

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "tailor/edition.hpp"
#include "tailor/tailored_page.hpp"

namespace tailorbird {

/// A condition on the way to a place.
struct ConditionPlace {
  std::string file;
  std::uint32_t line = 0;
  std::string written;  // as its author wrote it: `{.only audience="hr"}`, `audience: hr`
  Condition condition;
};

/// One way in which readers come to a place: on a page, or on a page that includes the partial it is in.
struct Way {
  std::vector<std::size_t> pages;          // index in Project::pages; the page itself first, then partials
  std::vector<ConditionPlace> conditions;  // outermost first
};

/// What an edition makes of a way.
struct Outcome {
  Verdict verdict = Verdict::holds;
  std::optional<std::size_t> left_out_by;  // index in Way::conditions
  std::size_t replaced_by = no_page;       // index in Project::pages of the file that stands in its place
  std::string choice = {};                 // for whom it is shown, when the reader decides

  static constexpr std::size_t no_page = static_cast<std::size_t>(-1);
};

/// The page whose file is `name`, or whose path below a language is; nothing when there is none.
std::optional<std::size_t> find_page(const Project& project, std::string_view name,
                                     std::string_view language);

/// All ways to the lines of a page: to its text as a whole when `line` is 0. A line with several marked
/// pieces gives the innermost conditions that cover all of it, then those of each piece.
std::vector<Way> ways_to(const Project& project, const ProgramOf& programs, std::size_t page,
                         std::uint32_t line);

/// The same to a condition of the page.
std::vector<Way> ways_to_condition(const Project& project, const ProgramOf& programs, std::size_t page,
                                   std::uint32_t condition);

Outcome outcome(const Way& way, const Edition& edition);

}  // namespace tailorbird
