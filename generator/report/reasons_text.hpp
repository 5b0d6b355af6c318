#pragma once
// The reasons of report/reasons.hpp in words, for a terminal.

#include <string>
#include <vector>

#include "report/reasons.hpp"

namespace tailorbird {

/// What is asked about.
struct PlaceQuestion {
  const Project& project;
  const ProgramOf& programs;
  const std::vector<Edition>& editions;  // those that were asked for
  std::size_t page = 0;                  // index in Project::pages
};

/// Each way to the line with its conditions, and what the editions make of it.
std::string line_reasons_text(const PlaceQuestion& question, std::uint32_t line);

/// The page as a whole, and each of its conditions with the number of editions it is in, open or left out of.
std::string page_reasons_text(const PlaceQuestion& question);

/// A dimension: its values, who fixes it, how many pages and conditions name it.
std::string dimension_text(const Project& project, const ProgramOf& programs, std::size_t dimension);

}  // namespace tailorbird
