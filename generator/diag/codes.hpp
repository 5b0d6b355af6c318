#pragma once
// The table of diagnostics: one row for each kind of problem. Printers, the severities of site.yaml and the
// tests read the same rows.

#include <cstdint>
#include <span>
#include <string_view>

#include "diag/diagnostic.hpp"

namespace tailorbird {

/// What a finding of some kind can be a mere consequence of (causes.hpp).
enum class Follows : std::uint8_t {
  nothing,  // it is a cause
  earlier,  // an error further up in its file
  file,     // an error in its file; it explains in its turn what rests on the page
  page,     // an error in its file, or in a file that it names
  project,  // any error: it is about what all pages and profiles make together
  edit,     // a change of the file that it names, right or wrong: told last; and as `page`
};

/// Which findings of a code have one cause and are told as one, with the places of all (causes.hpp).
enum class JoinedBy : std::uint8_t {
  nothing,  // each stands alone
  message,  // those that say the same
  file,     // those that say the same of one file
  fix,      // those that are cured alike
  about,    // those that name the same file last in Diagnostic::about
};

struct DiagnosticCode {
  std::string_view code;  // stable; names the problem, not the cure
  Severity severity;      // default
  bool can_be_lowered;    // false: it prevents leaks or broken output; site.yaml cannot change it
  std::string_view why;   // why it matters, as one or two sentences for a tired editor
  std::string_view fix;   // what to do when the occurrence knows nothing better
  Follows follows = Follows::nothing;
  std::string_view rests_on = {};  // a file whose errors explain it too: "content/glossary.yaml"
  JoinedBy joined_by = JoinedBy::nothing;
};

/// All rows, sorted by code.
std::span<const DiagnosticCode> diagnostic_codes();

/// The row of `code`, or null.
const DiagnosticCode* find_code(std::string_view code);

}  // namespace tailorbird
