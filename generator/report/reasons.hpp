#pragma once
// Explains why a place on a page is in an edition, left out of it, or the reader's choice: the conditions
// around it, in which files, and their verdict in each edition.

#include <optional>
#include <string>
#include <vector>

#include "tailor/edition.hpp"
#include "tailor/tailored_page.hpp"

namespace tailorbird {

/// A condition around a place.
struct ConditionPlace {
  std::string file;
  std::uint32_t line = 0;
  std::string written;  // as its author wrote it: `{.only audience="hr"}`, `audience: hr`
  Condition condition;
};

/// One way in which readers reach a place: on its page, or on a page that includes its partial.
struct Way {
  std::vector<std::size_t> pages;          // index in Project::pages; the page itself first, then partials
  std::vector<ConditionPlace> conditions;  // outermost first
};

/// The outcome of a way in one edition.
struct Outcome {
  Verdict verdict = Verdict::holds;
  std::optional<std::size_t> left_out_by;  // index in Way::conditions
  std::size_t replaced_by = no_page;       // index in Project::pages of the page that replaces it
  std::string choice = {};                 // for whom it is shown, when the reader decides

  static constexpr std::size_t no_page = static_cast<std::size_t>(-1);
};

/// The index of the page whose file, or path below a language folder, is `name`; nothing when there is none.
std::optional<std::size_t> find_page(const Project& project, std::string_view name,
                                     std::string_view language);

/// All ways to a line of a page, or to its text as a whole when `line` is 0. For a line with several marked
/// pieces: the innermost conditions that cover all of it, then those of each piece.
std::vector<Way> ways_to(const Project& project, const ProgramOf& programs, std::size_t page,
                         std::uint32_t line);

/// The same to a condition of the page.
std::vector<Way> ways_to_condition(const Project& project, const ProgramOf& programs, std::size_t page,
                                   std::uint32_t condition);

Outcome outcome(const Way& way, const Edition& edition);

}  // namespace tailorbird
