#pragma once
// What `tailorbird list` can show: one row each in the table of listings.

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

/// Columns one under the other, each as wide as its widest cell; the first line names them.
std::string listing_text(const Listing& listing);
/// An array of objects, one per row; counts are numbers.
std::string listing_json(const Listing& listing);

}  // namespace tailorbird
