#pragma once
// The table of diagnostics: one row for each kind of problem. Printers, the severities of site.yaml and the
// tests read the same rows.

#include <cstdint>
#include <span>
#include <string_view>

#include "diag/diagnostic.hpp"

namespace tailorbird {

/// What a kind of finding can be a mere consequence of (causes.hpp).
enum class Follows : std::uint8_t {
  nothing,  // it is a cause
  profile,  // an error in the profile of each of its editions; otherwise it is a cause
  earlier,  // an error further up in its file
  file,     // an error in its file; it also explains findings that depend on the page
  page,     // an error in its file, or in a file that it names
  project,  // any error: it concerns all pages and profiles together
  edit,     // any change of the file that it names, right or wrong: reported last; otherwise as `page`
};

/// Which findings of a code share a cause and are joined into one, with all their places (causes.hpp).
enum class JoinedBy : std::uint8_t {
  nothing,  // each stands alone
  message,  // those with the same message
  file,     // those with the same message in one file
  fix,      // those with the same fix
  about,    // those that name the same file last in Diagnostic::about
};

struct DiagnosticCode {
  std::string_view code;  // stable; names the problem, not the cure
  Severity severity;      // default
  bool can_be_lowered;    // false: it prevents leaks or broken output; site.yaml cannot change it
  std::string_view why;   // why it matters, as one or two sentences for a tired editor
  std::string_view fix;   // what to do when the occurrence has no fix of its own
  Follows follows = Follows::nothing;
  std::string_view rests_on = {};  // another file whose errors explain it, be it a cause otherwise
  JoinedBy joined_by = JoinedBy::nothing;
};

/// All rows, sorted by code.
std::span<const DiagnosticCode> diagnostic_codes();

/// The row of `code`, or null.
const DiagnosticCode* find_code(std::string_view code);

}  // namespace tailorbird
