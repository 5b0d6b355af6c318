#pragma once
// How far two readers are shown different texts, page by page: what tailoring does for them.

#include <string>
#include <vector>

#include "report/shown_pieces.hpp"

namespace tailorbird {

/// A page that at least one of the two is shown. All its words differ when it is for one of them alone.
struct PageDifference {
  std::size_t page = 0;  // index in Project::pages
  Difference difference;
};

struct TwoReaders {
  std::string language;
  Difference all;
  std::vector<PageDifference> pages;  // least different first
};

/// What an organisation's overlay adds is not counted.
TwoReaders compare_readers(const Project& project, const ProgramOf& programs, const std::string& language,
                           const ReaderSet& one, const ReaderSet& other);

std::string two_readers_text(const Project& project, const TwoReaders& readers);
std::string two_readers_json(const Project& project, const TwoReaders& readers);

}  // namespace tailorbird
