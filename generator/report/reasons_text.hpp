#pragma once
// Prints the reasons of report/reasons.hpp for a terminal.

#include <string>
#include <vector>

#include "report/reasons.hpp"

namespace tailorbird {

/// The page and editions in question.
struct PlaceQuestion {
  const Project& project;
  const ProgramOf& programs;
  const std::vector<Edition>& editions;  // the selected editions
  std::size_t page = 0;                  // index in Project::pages
};

/// Each way to the line with its conditions, and their outcome in the editions.
std::string line_reasons_text(const PlaceQuestion& question, std::uint32_t line);

/// The page as a whole, and each of its conditions with the number of editions it is in, open or left out of.
std::string page_reasons_text(const PlaceQuestion& question);

/// A dimension: its values, who fixes it, how many pages and conditions name it.
std::string dimension_text(const Project& project, const ProgramOf& programs, std::size_t dimension);

}  // namespace tailorbird
