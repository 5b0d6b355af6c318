#pragma once
// Compares the texts that two readers see, page by page: the effect of tailoring.

#include <string>
#include <vector>

#include "report/shown_pieces.hpp"

namespace tailorbird {

/// A page that at least one of the two sees. All its words differ when only one of them sees it.
struct PageDifference {
  std::size_t page = 0;  // index in Project::pages
  Difference difference;
};

struct TwoReaders {
  std::string language;
  Difference all;
  std::vector<PageDifference> pages;  // least different first
};

/// Overlays of organisations are not counted.
TwoReaders compare_readers(const Project& project, const ProgramOf& programs, const std::string& language,
                           const ReaderSet& one, const ReaderSet& other);

std::string two_readers_text(const Project& project, const TwoReaders& readers);
std::string two_readers_json(const Project& project, const TwoReaders& readers);

}  // namespace tailorbird
