// Reports headings with no text below them after tailoring.

#include <algorithm>
#include <fmt/format.h>

#include "check/all_checks.hpp"

namespace tailorbird {
namespace {

/// Whether the author did write text under the heading although another heading follows it: an include that
/// begins with a heading, or a paragraph that became a heading by mistake.
bool has_text_under(const Program& program, Position where) {
  const auto heading = std::find_if(program.headings.begin(), program.headings.end(),
                                    [&](const Heading& one) { return one.where == where; });
  if (heading == program.headings.end()) return false;
  if (heading + 1 != program.headings.end() && (heading + 1)->is_prose) return true;
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
      continue;  // a partial's heading is not reported for each page that includes it
    if (has_text_under(program, heading.where.start)) continue;
    diagnostics
        .add("heading-without-text", heading.where,
             fmt::format("there is nothing under the heading `#{}` for these readers", heading.id))
        .editions = {view.edition.id()};
  }
}

}  // namespace tailorbird
