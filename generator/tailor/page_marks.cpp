// Marks for previews (page_tailor.hpp): around what stands under a condition
//   <div class="tb-mark" data-tb="shown" data-tb-when="`audience: manager`"
//   data-tb-at="content/en/plan.md:12:3">
// with a <span> around words; the same data attributes without a class on an element that is itself
// conditional; and an empty <span> at the start of a component's part. data-tb is what the edition makes of
// it: "shown", "left-out", or "choice" where the reader decides.

#include <fmt/format.h>

#include "tailor/condition_text.hpp"
#include "tailor/page_tailor.hpp"
#include "text/html_escape.hpp"

namespace tailorbird {
namespace {

std::string_view state_name(Verdict verdict) {
  switch (verdict) {
    case Verdict::holds:
      return "shown";
    case Verdict::fails:
      return "left-out";
    case Verdict::open:
      break;
  }
  return "choice";
}

}  // namespace

std::string PageTailor::mark_attributes(const Condition& condition, const SourceRange& where,
                                        Verdict verdict) const {
  if (!options_.marks || outline_ || condition.always()) return {};
  std::string attributes = fmt::format(" data-tb=\"{}\" data-tb-when=\"", state_name(verdict));
  append_html_escaped(attributes, condition_text(edition_.project->site, condition));
  attributes += "\" data-tb-at=\"";
  append_html_escaped(attributes, fmt::format("{}:{}:{}", where.file, where.start.line, where.start.column));
  return attributes + '"';
}

void PageTailor::marked(Placement placement, const Condition& condition, const SourceRange& where,
                        Verdict verdict, const std::function<void()>& inside) {
  const std::string_view tag = placement == Placement::block ? "div" : "span";
  const std::string attributes =
      placement == Placement::element ? std::string{} : mark_attributes(condition, where, verdict);
  if (!attributes.empty()) writer_.text.add_markup(fmt::format("<{} class=\"tb-mark\"{}>", tag, attributes));
  if (verdict == Verdict::fails) ++left_out_;
  inside();
  if (verdict == Verdict::fails) --left_out_;
  if (!attributes.empty()) writer_.text.add_markup(fmt::format("</{}>", tag));
}

void PageTailor::mark_part(const Condition& condition, const ProgramFrame& frame, const Part& part,
                           Verdict verdict, TailoredPart& tailored) const {
  const std::string attributes = mark_attributes(condition, {frame.program.file, part.where, 0}, verdict);
  if (attributes.empty()) return;
  Segment mark;
  mark.text.add_markup(fmt::format("<span class=\"tb-mark tb-part\"{}></span>", attributes));
  tailored.body.insert(tailored.body.begin(), std::move(mark));
}

}  // namespace tailorbird
