#pragma once
// A booklet for the office printer: two pages on each side of a sheet, in the order in which they come right
// when the printed sheets are folded and stapled in the middle (saddle stitch).

#include <cstddef>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"

namespace tailorbird {

/// The two pages on one side of a sheet, by number from 1. A number beyond the last page is an empty page.
struct SheetSide {
  std::size_t left = 0;
  std::size_t right = 0;

  bool operator==(const SheetSide&) const = default;
};

/// Front and back of each sheet in turn, the outermost sheet first: the sides of `pages` pages, filled up to
/// a multiple of four.
std::vector<SheetSide> saddle_stitched(std::size_t pages);

/// Makes `imposed`, A4 landscape, of the A5 pages of `pdf`. For printing on both sides, turned over on
/// the short edge. Fails when `pdf` is none, or `imposed` cannot be written.
Result<void> impose(const fs::path& pdf, const fs::path& imposed);

}  // namespace tailorbird
