#pragma once
// The table of listings that `tailorbird list` can show.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/compilation.hpp"

namespace tailorbird {

struct Listing {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  // as many cells as columns
  std::vector<std::string> counts = {};        // the columns that hold numbers, from 0 up
};

struct ListingKind {
  std::string_view name;
  std::string_view summary;
  bool needs_project;
  Listing (*make)(const Compilation& compiled);  // of an empty project when none is needed
};

std::span<const ListingKind> listing_kinds();

/// The listing as aligned columns, with their names in the first line.
std::string listing_text(const Listing& listing);
/// The listing as JSON: an array of objects, one per row; counts are numbers.
std::string listing_json(const Listing& listing);

}  // namespace tailorbird
