// Checks callouts. When a page has more than two warnings, readers skip all of them. People who use a screen
// reader cannot tell where a callout ends unless a heading follows.

#include <fmt/format.h>

#include "base/strings.hpp"
#include "check/all_checks.hpp"
#include "check/each_component.hpp"
#include "components/component.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t most_warnings = 2;

bool warns(const TailoredPart& component) {
  if (component.role != "callout") return false;
  const std::string_view type = attribute(component.attributes, "type");
  return type == "important" || type == "warning" || type == "caution";
}

/// Whether the text after a callout begins with a paragraph. Headings, lists, and conditional text, which has
/// a label of its own, are recognisably not part of the callout.
bool begins_with_paragraph(const MarkedText& text) { return trim(text.first_markup()).starts_with("<p>"); }

void check_count(const EditionView& view, const TailoredPage& page, Diagnostics& diagnostics) {
  std::vector<SourceRange> warnings;
  each_component(page.body, [&](const TailoredPart& component) {
    if (warns(component)) warnings.push_back(component.where);
  });
  if (warnings.size() <= most_warnings) return;
  const Page& source = view.edition.page(page.edition_page);
  diagnostics
      .add("warnings-too-many", {source.file, source.front.title_at, 0},
           fmt::format("page `{}` has {} boxes that warn; at most {} are read", source.front.title,
                       warnings.size(), most_warnings))
      .editions = {view.edition.id()};
}

void check_what_follows(const EditionView& view, const TailoredPage& page, Diagnostics& diagnostics) {
  for (std::size_t index = 0; index + 1 < page.body.size(); ++index) {
    const auto& components = page.body[index].component;
    if (components.empty() || components.front().role != "callout" ||
        !components.front().has_content ||  // reported as `box-empty`: its text was written below it
        !begins_with_paragraph(page.body[index + 1].text))
      continue;
    diagnostics
        .add("box-without-heading-after", components.front().where,
             "running text follows this box, and no heading")
        .editions = {view.edition.id()};
  }
}

}  // namespace

void check_boxes(const EditionView& view, const TailoredPage& page, Diagnostics& diagnostics) {
  check_count(view, page, diagnostics);
  check_what_follows(view, page, diagnostics);
}

}  // namespace tailorbird
