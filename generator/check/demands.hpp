#pragma once
// Demands of site.yaml on all pages (`readability`, `page-elements`, `promises`). When almost no page meets a
// demand, the mistake is more likely in site.yaml than in every page, and is reported there, once.

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "tailor/edition.hpp"
#include "tailor/tailored_page.hpp"

namespace tailorbird {

/// Pages with fewer words are not scored: a score or an average of so few words means nothing.
inline constexpr std::size_t enough_words = 100;

/// The first readability target of site.yaml that applies to all readers of `page` in this edition, or null.
const ReadabilityTarget* target_for(const Edition& edition, const Page& page);

/// Whether `wanted` applies to `page` in this edition.
bool concerns(const PageElements& wanted, const Edition& edition, const Page& page);

/// Whether a demand on `asked` pages is itself the mistake when `unmet` of them do not meet it: three or
/// more, and nine in ten.
bool is_at_fault(std::size_t unmet, std::size_t asked);

/// The fix in the diagnostic of a demand that is at fault.
inline constexpr std::string_view fix_of_demand =
    "Correct it, or take it out until what it asks for is there.";

/// Adds the place and message of `other` to `one` as a related place, and its editions.
void join_into(Diagnostic& one, Diagnostic&& other);

/// `found`, in which the diagnostics that only report a demand at fault (Diagnostic::asked_at) are replaced
/// by one at that demand, with their places as related places. `found` must be merged()
/// (diag/diagnostic.hpp), and so is the result.
std::vector<Diagnostic> joined_by_demand(std::vector<Diagnostic> found, std::span<const Edition> editions,
                                         const ProgramOf& programs);

}  // namespace tailorbird
