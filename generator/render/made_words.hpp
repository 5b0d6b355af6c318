#pragma once
// What a theme writes in words of the dates and numbers that pages and sources have.

#include <string>
#include <string_view>
#include <vector>

#include "model/page.hpp"
#include "render/theme.hpp"
#include "tailor/edition.hpp"

namespace tailorbird {

/// When the page is looked at again, in words; empty where it does not say so.
std::string next_review(const FrontMatter& front, const Theme& theme, std::string_view language);

/// The days on which the edition's pages were checked and will be checked again, their reading times, and the
/// days on which sources were seen: "12 November 2026", "4 minutes". Each once, sorted.
std::vector<std::string> made_words(const Theme& theme, const Edition& edition);

}  // namespace tailorbird
