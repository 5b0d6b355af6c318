#pragma once
// Reduces findings to their causes: those that merely follow from an error are withheld until that error is
// fixed, and causes come before possible consequences.

#include <vector>

#include "diag/diagnostic.hpp"

namespace tailorbird {

/// `found` without the findings that another one explains. Errors come first, then warnings and notes; within
/// each, causes first, and last those that any edit of a page brings; each part is sorted as by merged().
///
/// A finding follows from another as its code's row says (codes.hpp, `Follows`):
///   profile  from an error in the profile of all of its editions
///   earlier  from an error further up in its own file
///   page     from an error in its own file, in a file it names in `Diagnostic::about`, or in the row's
///            `rests_on`; and, edition by edition, from an error in that organisation's profile
///   project  from an error anywhere
///   edit     as page
/// Any kind follows from an error in the row's `rests_on`, and, edition by edition, `file` as `profile`.
/// Every finding follows from an error in content/site.yaml, unless it reports that a file cannot be read. If
/// there was an error, at least one is left.
///
/// Findings with the same code and cause (codes.hpp, `JoinedBy`), such as all links to one missing page, are
/// joined into the first, with the places of the others.
std::vector<Diagnostic> causes(std::vector<Diagnostic> found);

}  // namespace tailorbird
