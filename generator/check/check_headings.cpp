// Headings after tailoring: one that has lost all that stood under it in some edition.

#include <algorithm>
#include <fmt/format.h>

#include "check/all_checks.hpp"

namespace tailorbird {
namespace {

/// Whether the author wrote an include between the heading and the next one; what it brings may begin with a
/// heading of its own.
bool has_include_under(const Program& program, Position where) {
  const auto heading = std::find_if(program.headings.begin(), program.headings.end(),
                                    [&](const Heading& one) { return one.where == where; });
  const auto index = static_cast<std::uint32_t>(heading - program.headings.begin());
  auto at = std::find_if(program.code.begin(), program.code.end(),
                         [&](const Instruction& now) { return now.op == Op::end_heading && now.a == index; });
  at = std::find_if(at, program.code.end(), [](const Instruction& now) {
    return now.op == Op::include || now.op == Op::begin_heading;
  });
  return at != program.code.end() && at->op == Op::include;
}

}  // namespace

void check_headings(const EditionView& view, const TailoredPage& page, Diagnostics& diagnostics) {
  const std::string& file = view.edition.page(page.edition_page).file;
  const Program& program = view.programs(view.edition.pages[page.edition_page].page);
  for (const OutlineEntry& heading : page.outline) {
    if (!heading.empty || heading.where.file != file)
      continue;  // of a partial: told where it is a page's own
    if (has_include_under(program, heading.where.start)) continue;
    diagnostics
        .add("heading-without-text", heading.where,
             fmt::format("nothing stands under the heading `#{}` for these readers", heading.id))
        .editions = {view.edition.id()};
  }
}

}  // namespace tailorbird
