#pragma once
// Sections, and the order of the pages in them.

#include <cstdint>
#include <string_view>
#include <vector>

#include "tailor/edition.hpp"

namespace tailorbird {

/// By index in Project::pages: a sort key for pages of one section. They are ordered by `order`, then by the
/// first value of the path dimension they name, then title, then path. Equal for all editions, so computed
/// once.
std::vector<std::uint32_t> page_ranks(const Project& project);

/// Index in `edition.pages` of the nearest section (a folder's index.md) that holds the page `path`, or -1
/// for the start page and the pages beside it. A folder without an index page is no section.
int section_of(const Edition& edition, std::string_view path);

/// The start page, then depth first through the sections, each section's pages by rank: indices in
/// `edition.pages`.
std::vector<std::size_t> reading_order(const Edition& edition, const std::vector<std::uint32_t>& ranks);

/// Whether `path` is the first page of a section: a file named index.md.
bool is_index(std::string_view path);

}  // namespace tailorbird
