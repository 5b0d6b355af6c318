#pragma once
// How the texts cover the readers: a map of two dimensions, how much the variants differ, and conditions that
// let nobody in or keep nobody out.

#include <cstdint>
#include <string>
#include <vector>

#include "report/shown_pieces.hpp"

namespace tailorbird {

struct CoverageCell {
  std::size_t row = 0;     // value of the first dimension
  std::size_t column = 0;  // of the second; 0 when there is none
  std::size_t pages = 0;
  std::size_t words = 0;
  std::size_t own_words = 0;  // under a condition: not for everybody
  std::size_t components = 0;
  std::size_t conditions = 0;
};

/// Two values of a dimension.
struct VariantPair {
  std::size_t dimension = 0;
  std::size_t first = 0;
  std::size_t second = 0;
  Difference difference;
};

/// Below these percents of differing words, two variants are one text, or nearly.
inline constexpr double thin_percent = 5.0;

/// A value that no page and no condition names.
struct UntouchedValue {
  std::size_t dimension = 0;
  std::size_t value = 0;
};

/// A condition that decides nothing.
struct IdleCondition {
  std::string file;
  std::uint32_t line = 0;
  std::string written;
  std::string cause;
};

struct CoverageRequest {
  std::string language;
  std::vector<std::size_t> dimensions;  // one or two: rows, columns
  ReaderSet readers;                    // of whom; usually everybody
};

struct Coverage {
  CoverageRequest request;
  std::vector<CoverageCell> cells;  // row by row
  std::vector<VariantPair> pairs;   // of all dimensions; least different first
  std::vector<UntouchedValue> untouched;
  std::vector<IdleCondition> dead;           // in no edition
  std::vector<IdleCondition> never_exclude;  // in each edition that comes to it
};

/// Dead and idle conditions are told for all editions in the language; the rest for the readers asked for.
Coverage coverage(const Project& project, const ProgramOf& programs, CoverageRequest request);

std::string coverage_text(const Site& site, const Coverage& coverage);
std::string coverage_json(const Site& site, const Coverage& coverage);
/// A whole page that needs nothing else: a heat map, readable in light, dark and print.
std::string coverage_html(const Site& site, const Coverage& coverage);

}  // namespace tailorbird
