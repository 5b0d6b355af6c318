#include "tailor/page_tailor.hpp"

#include <algorithm>
#include <utility>

#include "diag/limit_findings.hpp"
#include "model/program_walk.hpp"
#include "tailor/content_search.hpp"
#include "tailor/fragment_hash.hpp"
#include "tailor/word_count.hpp"

namespace tailorbird {
namespace {

/// Decided by the first sign of nearly all words.
bool blank(std::string_view words) {
  return std::all_of(words.begin(), words.end(),
                     [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
}

}  // namespace

PageTailor::PageTailor(const Edition& edition, std::size_t edition_page, const ProgramOf& programs,
                       const Addressing& addressing, const TailorOptions& options)
    : edition_(edition),
      programs_(programs),
      options_(options),
      page_(edition.page(edition_page)),
      addressing_(addressing),
      at_(edition_page),
      root_(narrowed(edition.space, page_.front.condition)) {
  result_.edition_page = edition_page;
}

TailoredPage PageTailor::finish() && {
  const std::size_t page = edition_.pages[result_.edition_page].page;
  const Program& program = programs_(page);
  ProgramFrame frame{program, page, nullptr, {}};
  writer_.text.reserve(program.text.size() + program.text.size() / 4);
  run(frame, program.main, root_);
  close_heading(0, {});
  result_.body = close_writer({});
  const FragmentHash hash = fragment_hash(result_.body);
  result_.body_hash = hash.whole;
  result_.shared_hash = hash.shared;
  write_footnotes();
  finish_ids();
  finish_choices();
  limit_findings(result_.diagnostics.all());
  std::sort(result_.files.begin(), result_.files.end());
  result_.files.erase(std::unique(result_.files.begin(), result_.files.end()), result_.files.end());
  return std::move(result_);
}

/// A visitor of model/program_walk.hpp that keeps track of the readers who remain at its place.
class PageTailor::RangeVisitor {
 public:
  RangeVisitor(PageTailor& tailor, ProgramFrame& frame, const ReaderSet& readers)
      : tailor_(tailor), frame_(frame), readers_(&readers) {}

  template <typename Inside>
  void condition(std::uint32_t index, const Inside& inside) {
    const ConditionUse& use = frame_.program.conditions[index];
    const Verdict verdict = tailor_.in_preview(decide(use.condition, *readers_));
    if (verdict == Verdict::fails && !tailor_.options_.marks) return;
    if (verdict == Verdict::holds && !tailor_.options_.marks) return inside();
    const SourceRange where{frame_.program.file, use.where, use.length};
    const bool element = use.placement == Placement::element;
    if (element) push_element(index, verdict, where);
    tailor_.marked(use.placement, use.condition, where, verdict, [&] {
      if (verdict != Verdict::open) return inside();
      tailor_.open(use.placement, use.condition, *readers_, [&](const ReaderSet& fewer) {
        const ReaderSet* around = std::exchange(readers_, &fewer);
        inside();
        readers_ = around;
      });
    });
    if (element) frame_.elements.pop_back();
  }

  void component(const ComponentUse& use) {
    walk_under(use.root.condition, *this, [&] { tailor_.write_component(frame_, use, *readers_); });
  }

  std::uint32_t stored(CodeRange range) { return tailor_.stored(frame_.program, range); }
  std::uint32_t instruction(std::uint32_t at) { return tailor_.step(frame_, at, *readers_); }

 private:
  void push_element(std::uint32_t index, Verdict verdict, const SourceRange& where) {
    const Condition& condition = frame_.program.conditions[index].condition;
    frame_.elements.push_back({index, verdict == Verdict::open ? tailor_.when(condition, *readers_) : When{},
                               tailor_.mark_attributes(condition, where, verdict)});
  }

  PageTailor& tailor_;
  ProgramFrame& frame_;
  const ReaderSet* readers_;
};

void PageTailor::run(ProgramFrame& frame, CodeRange range, const ReaderSet& space) {
  RangeVisitor visitor(*this, frame, space);
  walk(frame.program, range, visitor);
}

/// Runs the instruction `at` and returns the next one.
std::uint32_t PageTailor::step(ProgramFrame& frame, std::uint32_t at, const ReaderSet& space) {
  const Program& program = frame.program;
  const Instruction& now = program.code[at];
  switch (now.op) {
    case Op::literal:
    case Op::text:
    case Op::begin_if:
    case Op::end_if:
    case Op::component:
      break;  // see RangeVisitor
    case Op::if_attributes:
    case Op::if_label:
      element_mark(frame, now);
      break;
    case Op::begin_optional:
      if (options_.marks) return at + 1;
      return has_content(
                 program, at, space,
                 [this](const IncludeUse& use, const ReaderSet& readers) { return is_shown(use, readers); })
                 ? at + 1
                 : now.b;
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
  }
  return at + 1;
}

/// Writes what `range` begins with, as far as it stands in one piece of the program's text: a page has
/// hundreds of literals and texts, and few other instructions between them. Returns the next instruction.
std::uint32_t PageTailor::stored(const Program& program, CodeRange range) {
  runs_.clear();
  const std::uint32_t begin = program.code[range.begin].a;
  std::uint32_t end = begin;
  std::uint32_t at = range.begin;
  for (; at < range.end; ++at) {
    const Instruction& now = program.code[at];
    if (!is_stored(now) || now.a != end) break;
    const bool is_words = now.op == Op::text;
    if (is_words) count_text(program.piece(now));
    runs_.push_back({now.b, is_words});
    end += now.b;
  }
  writer_.text.add_runs(std::string_view(program.text).substr(begin, end - begin), runs_);
  return at;
}

void PageTailor::text(std::string_view words) {
  writer_.text.add_words(words);
  count_text(words);
}

void PageTailor::count_text(std::string_view words) {
  if (outline_) return;
  if (result_.words == 0 || page_.front.minutes > 0) result_.words += count_words(words);
  if (!blank(words)) count_content();
}

void PageTailor::count_content() {
  if (!outline_ && left_out_ == 0) ++contents_;
}

void PageTailor::add_choices(const Condition& open) {
  for (const Atom& atom : open.atoms) choices_.push_back(atom.dimension);
}

/// The parts of components, including those from the profile.
void PageTailor::add_choices(const Fragment& fragment) {
  for (const Segment& segment : fragment) {
    for (const TailoredPart& component : segment.component) add_part_choices(component);
  }
}

void PageTailor::add_part_choices(const TailoredPart& part) {
  add_choices(part.open);
  add_choices(part.body);
  for (const TailoredPart& child : part.children) add_part_choices(child);
}

void PageTailor::finish_choices() {
  add_choices(result_.body);
  std::sort(choices_.begin(), choices_.end());
  choices_.erase(std::unique(choices_.begin(), choices_.end()), choices_.end());
  result_.choices = std::move(choices_);
}

void PageTailor::open_begin(Placement placement, const When& open) {
  if (placement == Placement::element) return;
  const bool block = placement == Placement::block;
  writer_.text.add_markup(block ? "<div class=\"when\" data-when=\"" : "<span class=\"when\" data-when=\"");
  writer_.text.add_markup(open.code);
  writer_.text.add_markup(block ? "\"><p class=\"when-label\">" : "\"><span class=\"when-label\">(");
  writer_.text.add_words(open.label);
  writer_.text.add_markup(block ? "</p>\n" : ") </span>");
}

void PageTailor::open(Placement placement, const Condition& condition, const ReaderSet& space,
                      const std::function<void(const ReaderSet&)>& inside) {
  const std::size_t start = writer_.text.size();
  const std::size_t segments = writer_.done.size();
  const std::size_t choices = choices_.size();
  add_choices(residual(condition, space));
  open_begin(placement, when(condition, space));
  const std::size_t begun = writer_.text.size();
  inside(narrowed(space, condition));
  if (placement == Placement::element) return;
  const bool empty = writer_.done.size() == segments && writer_.text.is_blank_after(begun);
  if (empty) {
    writer_.text.truncate(start);
    choices_.resize(choices);
  } else {
    writer_.text.add_markup(placement == Placement::block ? "</div>\n" : "</span>");
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
  if (mark.op == Op::if_attributes) writer_.text.add_markup(element->mark);
  if (element->when.code.empty()) return;
  if (mark.op == Op::if_attributes) {
    when_attributes(element->when);
  } else if (!outline_) {  // the contents list has an attribute of its own for that
    when_label(element->when);
  }
}

void PageTailor::when_label(const When& open) {
  writer_.text.add_markup("<span class=\"when-label\">(");
  writer_.text.add_words(open.label);
  writer_.text.add_markup(") </span>");
}

void PageTailor::when_attributes(const When& open) {
  writer_.text.add_markup(" class=\"when\" data-when=\"");
  writer_.text.add_markup(open.code);
  writer_.text.add_markup("\"");
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

/// Returns what was written, as a fragment; writing continues in `outer`.
Fragment PageTailor::close_writer(Writer outer) {
  Writer inner = std::exchange(writer_, std::move(outer));
  if (!inner.text.is_blank()) inner.done.push_back({std::move(inner.text), {}});
  return std::move(inner.done);
}

void PageTailor::problem(std::string_view code, SourceRange where, std::string message, std::string fix,
                         std::string about) {
  if (outline_) return;  // reported when the heading itself was run
  Diagnostic& added = result_.diagnostics.add(code, std::move(where), std::move(message), std::move(fix));
  added.editions = {edition_.id()};
  added.about = {page_.file};
  if (!about.empty()) added.about.push_back(std::move(about));
}

TailoredPage tailor_page(const Edition& edition, std::size_t edition_page, const ProgramOf& programs,
                         const TailorOptions& options) {
  return tailor_page(edition, edition_page, programs, Addressing(edition), options);
}

TailoredPage tailor_page(const Edition& edition, std::size_t edition_page, const ProgramOf& programs,
                         const Addressing& addressing, const TailorOptions& options) {
  return PageTailor(edition, edition_page, programs, addressing, options).finish();
}

}  // namespace tailorbird
