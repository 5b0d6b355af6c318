#pragma once
// Finds the lines of the source that a condition covers.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/page.hpp"
#include "model/program.hpp"

namespace tailorbird {

/// Lines [first, last] of a file, counted from 1.
struct LineSpan {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  bool holds(std::uint32_t line) const { return first <= line && line <= last; }
};

/// The Markdown of a page, by line number in its file.
class PageLines {
 public:
  /// `page` must outlive this object.
  explicit PageLines(const Page& page);

  /// The text of a line; empty beyond the end and in the front matter.
  std::string_view line(std::uint32_t number) const;
  std::uint32_t last() const;

  /// The mark as written: `{.only audience="hr"}`.
  std::string mark(const ConditionUse& use) const;
  /// The lines that a condition covers: those of its div, section, item or row, else the line of its mark.
  LineSpan span(const ConditionUse& use) const;

 private:
  std::uint32_t end_of_div(std::uint32_t fence) const;
  std::uint32_t end_of_section(std::uint32_t heading) const;
  std::uint32_t end_of_item(std::uint32_t item) const;

  std::uint32_t first_;
  std::vector<std::string_view> lines_;
};

}  // namespace tailorbird
