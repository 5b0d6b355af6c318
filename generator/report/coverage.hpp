#pragma once
// Coverage report: a map of pages and words over two dimensions, how much variants differ, and conditions
// that admit nobody or exclude nobody.

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
  std::size_t own_words = 0;  // under a condition, so not for everybody
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

/// With fewer differing words than this, two variants are practically the same text.
inline constexpr double thin_percent = 5.0;

/// A value that no page and no condition names.
struct UntouchedValue {
  std::size_t dimension = 0;
  std::size_t value = 0;
};

/// A condition without any effect.
struct IdleCondition {
  std::string file;
  std::uint32_t line = 0;
  std::string written;
  std::string cause;
};

struct CoverageRequest {
  std::string language;
  std::vector<std::size_t> dimensions;  // one or two: rows, columns
  ReaderSet readers;                    // usually everybody
};

struct Coverage {
  CoverageRequest request;
  std::vector<CoverageCell> cells;  // row by row
  std::vector<VariantPair> pairs;   // of all dimensions; least different first
  std::vector<UntouchedValue> untouched;
  std::vector<IdleCondition> dead;           // hold in no edition
  std::vector<IdleCondition> never_exclude;  // hold in every edition that reaches them
};

/// Dead and idle conditions are determined over all editions in the language; the rest for the requested
/// readers.
Coverage coverage(const Project& project, const ProgramOf& programs, CoverageRequest request);

std::string coverage_text(const Site& site, const Coverage& coverage);
std::string coverage_json(const Site& site, const Coverage& coverage);
/// A self-contained page with a heat map, readable in light, dark and print.
std::string coverage_html(const Site& site, const Coverage& coverage);

}  // namespace tailorbird
