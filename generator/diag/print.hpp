#pragma once
// Prints diagnostics as text for people. Formats for programs are in print_machine.hpp.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"

namespace tailorbird {

/// The line of a file, without its line end, for the frame under a message; nothing when the file
/// cannot be read.
using SourceLine = std::function<std::optional<std::string>(const std::string& file, std::uint32_t line)>;

struct PrintOptions {
  SourceLine source_line;
  std::size_t edition_count = 0;  // of the whole run, for "3 of 24"
  bool colour = false;
  bool all =
      false;  // false: for a code with more than 20 findings, three are shown and the others are counted
};

/// content/en/plan.md:12:25: error[link-target-missing]: no page `first-days.md`
///   12 | - See [your first days](first-days.md).
///      |                         ^^^^^^^^^^^^^
///   why: …
///   fix: did you mean `first-day.md`?
///   in 3 of 24 editions: meander/managers/en, …
std::string diagnostics_text(const std::vector<Diagnostic>& diagnostics, const PrintOptions& options);

/// "error", "warning" or "note".
std::string_view severity_word(Severity severity);
/// The severity of a word; nothing: it is none.
std::optional<Severity> severity_of(std::string_view word);

/// Why the problem matters, from the code's row. Empty for a code without a row.
std::string_view why_of(const Diagnostic& one);
/// What to do: the finding's own fix, else that of the code's row.
std::string_view fix_of(const Diagnostic& one);

}  // namespace tailorbird
