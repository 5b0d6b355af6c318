#pragma once
// Imposes a PDF as a booklet for office printers: two pages on each side of a sheet, ordered so that the
// folded and stapled stack reads correctly (saddle stitch).

#include <cstddef>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"

namespace tailorbird {

/// The two pages on one side of a sheet, numbered from 1. A number beyond the last page is an empty page.
struct SheetSide {
  std::size_t left = 0;
  std::size_t right = 0;

  friend bool operator==(SheetSide a, SheetSide b) { return a.left == b.left && a.right == b.right; }
};

/// The sides for `pages` pages, filled up to a multiple of four: front and back of each sheet, the outermost
/// first.
std::vector<SheetSide> saddle_stitched(std::size_t pages);

/// Writes `imposed`, A4 landscape, from the A5 pages of `pdf`, for double-sided printing flipped on the short
/// edge. Fails when `pdf` is not a PDF, or `imposed` cannot be written.
Result<void> impose(const fs::path& pdf, const fs::path& imposed);

}  // namespace tailorbird
