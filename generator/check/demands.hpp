#pragma once
// Demands of site.yaml on all pages (`readability`, `page-elements`, `promises`). One that nearly no page
// meets is more likely a slip in site.yaml than in each of the pages, and is reported there, once.

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "tailor/edition.hpp"
#include "tailor/tailored_page.hpp"

namespace tailorbird {

/// A score or an average of fewer says nothing, and a page of fewer seldom has a long sentence.
inline constexpr std::size_t enough_words = 100;

/// The first target that holds for everybody who reads `page` in this edition, or null.
const ReadabilityTarget* target_for(const Edition& edition, const Page& page);

/// Whether `wanted` is asked of `page` in this edition.
bool concerns(const PageElements& wanted, const Edition& edition, const Page& page);

/// Whether a demand on so many is at fault when so many do not meet it: three or more, and nine in ten.
bool is_at_fault(std::size_t unmet, std::size_t asked);

/// What helps against a demand that is at fault.
inline constexpr std::string_view fix_of_demand =
    "Correct it, or take it out until what it asks for is there.";

/// Gives `one` the place, the message and the editions of another finding that it stands for.
void join_into(Diagnostic& one, Diagnostic&& other);

/// `found` without those that only say that a demand (Diagnostic::asked_at) is not met which is at fault; in
/// their place one finding at each such demand, which has their places. `found` must be merged() and is
/// returned so.
std::vector<Diagnostic> joined_by_demand(std::vector<Diagnostic> found, std::span<const Edition> editions,
                                         const ProgramOf& programs);

}  // namespace tailorbird
