#include "tailor/page_tailor.hpp"

#include <algorithm>
#include <utility>

#include "base/strings.hpp"
#include "tailor/word_count.hpp"
#include "text/html_escape.hpp"

namespace tailorbird {
namespace {

bool blank(std::string_view html) { return trim(html).empty(); }

}  // namespace

PageTailor::PageTailor(const Edition& edition, std::size_t edition_page, const ProgramOf& programs)
    : edition_(edition),
      programs_(programs),
      page_(edition.page(edition_page)),
      output_(output_path(page_)),
      root_(narrowed(edition.space, page_.front.condition)) {
  result_.edition_page = edition_page;
}

TailoredPage PageTailor::finish() && {
  const std::size_t page = edition_.pages[result_.edition_page].page;
  const Program& program = programs_(page);
  ProgramFrame frame{program, page, nullptr, {}};
  writer_.html.reserve(program.text.size() + program.text.size() / 4);
  run(frame, program.main, root_);
  result_.body = close_writer({});
  write_footnotes();
  finish_ids();
  std::sort(result_.files.begin(), result_.files.end());
  result_.files.erase(std::unique(result_.files.begin(), result_.files.end()), result_.files.end());
  return std::move(result_);
}

void PageTailor::run(ProgramFrame& frame, CodeRange range, const ReaderSet& space) {
  for (std::uint32_t at = range.begin; at < range.end;) at = step(frame, at, space);
}

/// Runs the instruction `at` and returns the next one.
std::uint32_t PageTailor::step(ProgramFrame& frame, std::uint32_t at, const ReaderSet& space) {
  const Program& program = frame.program;
  const Instruction& now = program.code[at];
  switch (now.op) {
    case Op::literal:
      writer_.html += program.piece(now);
      break;
    case Op::text:
      text(program.piece(now));
      break;
    case Op::begin_if:
      return begin_if(frame, at, space);
    case Op::end_if:
      break;  // of a condition that holds: it leaves no trace
    case Op::if_attributes:
    case Op::if_label:
      element_mark(frame, now);
      break;
    case Op::begin_optional:
      return has_content(program, {at + 1, now.b}, space) ? at + 1 : now.b;
    case Op::end_optional:
    case Op::content:
      break;
    case Op::variable:
      variable(frame, program.variables[now.a]);
      break;
    case Op::begin_link:
      return link(frame, at, space);
    case Op::end_link:
      end_link();
      break;
    case Op::image:
      image(frame, now.a, space);
      break;
    case Op::begin_heading:
      begin_heading(frame, program.headings[now.a], space);
      break;
    case Op::end_heading:
      end_heading(program.headings[now.a]);
      break;
    case Op::footnote:
      footnote(frame, now, space);
      break;
    case Op::include:
      include(frame, program.includes[now.a], space);
      break;
    case Op::component:
      component(frame, program.components[now.a], space);
      return now.b;
  }
  return at + 1;
}

void PageTailor::text(std::string_view words) {
  writer_.html += words;
  if (!outline_) result_.words += count_words(words);
}

std::uint32_t PageTailor::begin_if(ProgramFrame& frame, std::uint32_t at, const ReaderSet& space) {
  const Instruction& now = frame.program.code[at];
  const ConditionUse& use = frame.program.conditions[now.a];
  const Verdict verdict = decide(use.condition, space);
  if (verdict == Verdict::fails) return now.b;
  if (verdict == Verdict::holds) return at + 1;
  const CodeRange inside{at + 1, now.b - 1};
  if (use.placement == Placement::element) frame.elements.push_back({now.a, when(use.condition, space)});
  open(use.placement, use.condition, space, [&](const ReaderSet& fewer) { run(frame, inside, fewer); });
  if (use.placement == Placement::element) frame.elements.pop_back();
  return now.b;
}

void PageTailor::open_begin(Placement placement, const When& open) {
  if (placement == Placement::element) return;
  const bool block = placement == Placement::block;
  writer_.html += block ? "<div class=\"when\" data-when=\"" : "<span class=\"when\" data-when=\"";
  writer_.html += open.code;
  writer_.html += block ? "\"><p class=\"when-label\">" : "\"><span class=\"when-label\">(";
  append_html_escaped(writer_.html, open.label);
  writer_.html += block ? "</p>\n" : ") </span>";
}

void PageTailor::open(Placement placement, const Condition& condition, const ReaderSet& space,
                      const std::function<void(const ReaderSet&)>& inside) {
  const std::size_t start = writer_.html.size();
  const std::size_t segments = writer_.done.size();
  open_begin(placement, when(condition, space));
  const std::size_t begun = writer_.html.size();
  // A product of sets says which readers are left, but for an `.except` on several open dimensions.
  const ReaderSet fewer = narrowed(space, condition);
  const bool unsaid = fewer == space;
  if (unsaid) negations_.push_back(residual(condition, space));
  inside(fewer);
  if (unsaid) negations_.pop_back();
  if (placement == Placement::element) return;
  const bool empty = writer_.done.size() == segments && blank(std::string_view(writer_.html).substr(begun));
  if (empty) {
    writer_.html.resize(start);
  } else {
    writer_.html += placement == Placement::block ? "</div>\n" : "</span>";
  }
}

Verdict PageTailor::under(const Program& program, std::span<const std::uint32_t> chain,
                          const ReaderSet& space, const std::function<void(const ReaderSet&)>& inside) {
  if (chain.empty()) {
    inside(space);
    return Verdict::holds;
  }
  const Condition& condition = program.conditions[chain.front()].condition;
  const Verdict verdict = decide(condition, space);
  if (verdict == Verdict::holds) return under(program, chain.subspan(1), space, inside);
  if (verdict == Verdict::open) {
    open(Placement::words, condition, space,
         [&](const ReaderSet& fewer) { under(program, chain.subspan(1), fewer, inside); });
  }
  return verdict;
}

void PageTailor::element_mark(const ProgramFrame& frame, const Instruction& mark) {
  const auto element = std::find_if(frame.elements.rbegin(), frame.elements.rend(),
                                    [&](const OpenElement& one) { return one.condition == mark.a; });
  if (element == frame.elements.rend()) return;  // decided: it holds
  if (mark.op == Op::if_attributes) {
    when_attributes(element->when);
  } else if (!outline_) {  // the contents list says it by its own attribute
    when_label(element->when);
  }
}

void PageTailor::when_label(const When& open) {
  writer_.html += "<span class=\"when-label\">(";
  append_html_escaped(writer_.html, open.label);
  writer_.html += ") </span>";
}

void PageTailor::when_attributes(const When& open) {
  writer_.html += " class=\"when\" data-when=\"";
  writer_.html += open.code;
  writer_.html += '"';
}

bool PageTailor::has_content(const Program& program, CodeRange range, const ReaderSet& space) const {
  for (std::uint32_t at = range.begin; at < range.end;) {
    const Instruction& now = program.code[at];
    if (now.op == Op::content) return true;
    if (now.op == Op::begin_if) {
      const Condition& condition = program.conditions[now.a].condition;
      const Verdict verdict = decide(condition, space);
      if (verdict == Verdict::open && has_content(program, {at + 1, now.b - 1}, narrowed(space, condition)))
        return true;
      at = verdict == Verdict::holds ? at + 1 : now.b;
    } else {
      at = now.op == Op::component ? now.b : at + 1;
    }
  }
  return false;
}

PageTailor::When PageTailor::when(const Condition& condition, const ReaderSet& space) const {
  const Site& site = edition_.project->site;
  const Condition left = residual(condition, space);
  return {condition_code(site, left), condition_label(site, left, space, edition_.locale)};
}

Fragment PageTailor::fragment(ProgramFrame& frame, CodeRange range, const ReaderSet& space) {
  Writer outer = std::exchange(writer_, {});
  run(frame, range, space);
  return close_writer(std::move(outer));
}

/// What was written, as a fragment; writing goes on in `outer`.
Fragment PageTailor::close_writer(Writer outer) {
  Writer inner = std::exchange(writer_, std::move(outer));
  if (!blank(inner.html)) inner.done.push_back({std::move(inner.html), {}});
  return std::move(inner.done);
}

void PageTailor::problem(std::string_view code, SourceRange where, std::string message, std::string fix,
                         std::string about) {
  if (outline_) return;  // said when the heading itself was run
  Diagnostic& added = result_.diagnostics.add(code, std::move(where), std::move(message), std::move(fix));
  added.editions = {edition_.id()};
  added.about = {page_.file};
  if (!about.empty()) added.about.push_back(std::move(about));
}

TailoredPage tailor_page(const Edition& edition, std::size_t edition_page, const ProgramOf& programs) {
  return PageTailor(edition, edition_page, programs).finish();
}

}  // namespace tailorbird
