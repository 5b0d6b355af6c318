#pragma once
// Findings told by their cause: what only follows from a file that has an error is withheld until that error
// is gone, and causes come before what may follow from them.

#include <vector>

#include "diag/diagnostic.hpp"

namespace tailorbird {

/// `found` without the findings that another one explains: errors first, then warnings and notes; among these
/// causes first, and last what any edit of a page brings; each part sorted as merged() sorts.
///
/// A finding follows from another as its code's row says (codes.hpp, `Follows`):
///   earlier  from an error further up in its own file
///   page     from an error in its own file, in a file it names in `Diagnostic::about`, or in the row's
///            `rests_on`; and, edition by edition, from an error in that organisation's profile
///   project  from an error anywhere
///   edit     as page
/// Whatever it is, it follows from an error in content/site.yaml, unless it says itself that a file cannot be
/// read. At least one error is always left where there was one.
///
/// Findings of one code and one cause (codes.hpp, `JoinedBy`), such as all links to one page that is missing,
/// become the first of them, with the places of the others.
std::vector<Diagnostic> causes(std::vector<Diagnostic> found);

}  // namespace tailorbird
