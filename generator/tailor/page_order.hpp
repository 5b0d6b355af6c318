#pragma once
// How pages lie under each other: sections and the order of what they hold.

#include <cstdint>
#include <string_view>
#include <vector>

#include "tailor/edition.hpp"

namespace tailorbird {

/// By index in Project::pages: a number that orders pages of one section: by `order`, then the first value of
/// the path dimension they name, then title, then path. Equal for all editions, so computed once.
std::vector<std::uint32_t> page_ranks(const Project& project);

/// Index in `edition.pages` of the nearest section (a folder's index.md) that holds the page `path`, or -1
/// for the start page and what lies directly beside it. A folder without an index page is no section.
int section_of(const Edition& edition, std::string_view path);

/// The start page, then depth first through the sections, each section's pages by rank: indices in
/// `edition.pages`.
std::vector<std::size_t> reading_order(const Edition& edition, const std::vector<std::uint32_t>& ranks);

/// Whether `path` is a section's first page: its name is index.md.
bool is_index(std::string_view path);

}  // namespace tailorbird
