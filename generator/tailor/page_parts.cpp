// Components and includes of a page (page_tailor.hpp).

#include <algorithm>
#include <fmt/format.h>

#include "base/files.hpp"
#include "base/limits.hpp"
#include "tailor/file_target.hpp"
#include "tailor/missing_page.hpp"
#include "tailor/page_tailor.hpp"

namespace tailorbird {
namespace {

/// A file that a component names, from the project's root: relative to the file it is written in, as links
/// are.
std::string file_beside(const std::string& file, std::string_view written) {
  return normalise_path(std::string(folder_of(file)).append(written));
}

bool is_file(std::span<const AttributeSpec> specs, std::string_view name) {
  return std::any_of(specs.begin(), specs.end(), [&](const AttributeSpec& spec) {
    return spec.name == name && spec.kind == AttributeSpec::Kind::file;
  });
}

/// Whether the edition leaves nothing of a part that has content.
bool nothing_is_left(const Part& written, const TailoredPart& tailored) {
  const bool had_something = written.body.begin != written.body.end || !written.children.empty();
  return had_something && tailored.body.empty() && tailored.children.empty();
}

void append_words(const TailoredPart& part, MarkedText& text) {
  for (const Segment& segment : part.body) {
    text.append(segment.text);
    for (const TailoredPart& component : segment.component) append_words(component, text);
  }
  for (const TailoredPart& child : part.children) append_words(child, text);
}

/// An estimate of the bytes that a program adds to a page: its words and tags, and some for each instruction.
std::size_t size_of(const Program& program) { return program.text.size() + 4 * program.code.size(); }

}  // namespace

MarkedText PageTailor::flat_text(const Fragment& fragment) {
  MarkedText text;
  for (const Segment& segment : fragment) {
    text.append(segment.text);
    for (const TailoredPart& component : segment.component) append_words(component, text);
  }
  return text;
}

/// Ends the current segment with the component. A component of which the edition leaves nothing is not
/// written.
void PageTailor::write_component(ProgramFrame& frame, const ComponentUse& use, const ReaderSet& space) {
  const ComponentSpec& spec = component_specs()[use.kind];
  const std::size_t choices = choices_.size();
  const std::size_t contents = contents_;
  count_content();
  TailoredPart tailored = part(frame, use.root, {spec.attributes, spec.parts}, space);
  const bool completed = spec.prepare != nullptr && use.root.children.empty();
  if (!completed && nothing_is_left(use.root, tailored)) {
    contents_ = contents;
    return choices_.resize(choices);
  }
  if (spec.prepare != nullptr) {
    const Page& page = page_;
    spec.prepare(tailored,
                 {edition_.project->site, *edition_.profile, space, edition_.locale, page.front.sources});
  }
  add_id(tailored.id, {frame.program.file, use.root.where, use.length});
  writer_.done.push_back({std::exchange(writer_.text, {}), {}});
  writer_.done.back().component.push_back(std::move(tailored));
}

TailoredPart PageTailor::part(ProgramFrame& frame, const Part& part, const PartShape& shape,
                              const ReaderSet& space) {
  TailoredPart tailored;
  tailored.role = part.role;
  tailored.id = part.id;
  tailored.where = {frame.program.file, part.where, 0};
  tailored.attributes = part_attributes(frame, part, shape);
  const std::size_t contents = contents_;
  tailored.body = fragment(frame, part.body, space);
  tailored.has_content = contents_ != contents;
  add_children(frame, part, shape, space, tailored);
  return tailored;
}

void PageTailor::add_children(ProgramFrame& frame, const Part& from, const PartShape& shape,
                              const ReaderSet& space, TailoredPart& to) {
  for (const Part& child : from.children) {
    const auto spec = std::find_if(shape.children.begin(), shape.children.end(),
                                   [&](const PartSpec& one) { return one.role == child.role; });
    const PartShape inner =
        spec == shape.children.end() ? PartShape{} : PartShape{spec->attributes, spec->children};
    const Condition* condition =
        child.condition < 0 ? nullptr
                            : &frame.program.conditions[static_cast<std::size_t>(child.condition)].condition;
    const Verdict verdict = in_preview(condition == nullptr ? Verdict::holds : decide(*condition, space));
    if (verdict == Verdict::fails && !options_.marks) continue;
    const bool is_open = verdict == Verdict::open;
    const std::size_t choices = choices_.size();
    TailoredPart tailored = part(frame, child, inner, is_open ? narrowed(space, *condition) : space);
    if (is_open) {
      const When open = when(*condition, space);
      tailored.open = residual(*condition, space);
      tailored.open_condition = open.code;
      tailored.open_label = open.label;
    }
    if (nothing_is_left(child, tailored)) {
      choices_.resize(choices);
      continue;
    }
    if (condition != nullptr && options_.marks) mark_part(*condition, frame, child, verdict, tailored);
    add_id(tailored.id, {frame.program.file, child.where, 0});
    to.children.push_back(std::move(tailored));
  }
}

Attributes PageTailor::part_attributes(const ProgramFrame& frame, const Part& part, const PartShape& shape) {
  Attributes attributes = part.attributes;
  for (auto& [name, value] : attributes) {
    if (value.empty() || !is_file(shape.attributes, name)) continue;
    value = file_address(file_beside(frame.program.file, value), value, {frame.program.file, part.where, 0});
  }
  return attributes;
}

/// Whether the piece is there for some of these readers. What it holds is not looked at.
bool PageTailor::is_shown(const IncludeUse& use, const ReaderSet& space) const {
  const auto at = edition_.by_path.find(use.path);
  return at != edition_.by_path.end() &&
         decide(edition_.project->pages[at->second].front.condition, space) != Verdict::fails;
}

void PageTailor::include(ProgramFrame& frame, const IncludeUse& use, const ReaderSet& space) {
  const SourceRange where{frame.program.file, use.where, use.length};
  const auto at = edition_.by_path.find(use.path);
  if (at == edition_.by_path.end()) {
    const MissingPage missing = missing_partial(edition_, use.path);
    problem("include-missing", where, missing.message, missing.fix, missing.file);
    return;
  }
  const std::size_t page = at->second;
  for (const ProgramFrame* around = &frame; around != nullptr; around = around->outer) {
    if (around->page == page) return;  // a circle, which check/check_includes.cpp reports once
  }
  if (!may_grow(page, where)) return;
  const Condition& condition = edition_.project->pages[page].front.condition;
  const Verdict verdict = in_preview(decide(condition, space));
  if (verdict == Verdict::fails && !options_.marks) return;
  marked(Placement::block, condition, where, verdict, [&] {
    if (verdict != Verdict::open) return run_include(frame, page, space);
    open(Placement::block, condition, space,
         [&](const ReaderSet& fewer) { run_include(frame, page, fewer); });
  });
}

/// Counts one more piece. False when the page exceeds a limit with it, which is reported once: more is a
/// mistake, or an attempt to hang the build.
bool PageTailor::may_grow(std::size_t piece, const SourceRange& where) {
  const bool was_within = includes_ <= most_includes && bytes_ <= most_included_bytes;
  ++includes_;
  bytes_ += size_of(programs_(piece));
  if (includes_ <= most_includes && bytes_ <= most_included_bytes) return true;
  if (!was_within) return false;
  problem(
      "include-too-many", where,
      includes_ > most_includes
          ? fmt::format("with this one, `{}` includes more than {} pieces", page_.file, most_includes)
          : fmt::format("with this one, `{}` includes more than {} bytes", page_.file, most_included_bytes),
      {});
  return false;
}

void PageTailor::run_include(ProgramFrame& frame, std::size_t page, const ReaderSet& space) {
  const Program& program = programs_(page);
  ProgramFrame inner{program, page, &frame, {}};
  run(inner, program.main, space);
}

}  // namespace tailorbird
