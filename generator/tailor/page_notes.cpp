// Footnotes of a page: numbered by first reference in this edition, and written once all are known
// (page_tailor.hpp).

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "tailor/page_tailor.hpp"

namespace tailorbird {

/// The same name may refer to different notes for different readers.
void PageTailor::footnote(ProgramFrame& frame, const Instruction& reference, const ReaderSet& space) {
  if (outline_) return;
  for (std::uint32_t index = reference.a; index < reference.a + reference.b; ++index) {
    const Footnote& note = frame.program.footnotes[index];
    const Verdict verdict = under(frame.program, note.conditions, space,
                                  [&](const ReaderSet& fewer) { write_reference(frame, index, fewer); });
    if (verdict == Verdict::holds) return;
  }
}

void PageTailor::write_reference(const ProgramFrame& frame, std::uint32_t index, const ReaderSet& space) {
  count_content();
  auto note = std::find_if(notes_.begin(), notes_.end(), [&](const NumberedNote& one) {
    return one.program == &frame.program && one.index == index;
  });
  if (note == notes_.end()) {
    note = notes_.insert(notes_.end(), {&frame.program, index, frame.page, 0, open_condition(space)});
  } else if (note->readers != open_condition(space)) {
    note->readers = {};
  }
  const std::size_t number = static_cast<std::size_t>(note - notes_.begin()) + 1;
  const std::size_t reference = ++note->references;
  const std::string id =
      reference == 1 ? fmt::format("fnref-{}", number) : fmt::format("fnref-{}-{}", number, reference);
  const Footnote& footnote = frame.program.footnotes[index];
  if (reference == 1) add_id(fmt::format("fn-{}", number), {frame.program.file, footnote.where, 0});
  add_id(id, {frame.program.file, footnote.where, 0});
  writer_.text.add_markup(fmt::format(
      "<sup class=\"footnote-ref\"><a href=\"#{2}fn-{0}\" id=\"{2}{1}\" role=\"doc-noteref\">{0}</a></sup>",
      number, id, addressing_.id_prefix(at_)));
}

/// Notes may refer to further notes, which follow them.
void PageTailor::write_footnotes() {
  for (std::size_t index = 0; index < notes_.size(); ++index)
    result_.footnotes.push_back(footnote_body(index));
  // Later notes may have added references to a note.
  for (std::size_t index = 0; index < notes_.size(); ++index) {
    MarkedText& body = result_.footnotes[index];
    constexpr std::string_view end_of_paragraph = "</p>\n";
    const bool in_paragraph = body.remove_last_markup(end_of_paragraph);
    for (std::size_t reference = 1; reference <= notes_[index].references; ++reference) {
      const std::string suffix = reference == 1 ? "" : fmt::format("-{}", reference);
      body.add_markup(
          fmt::format(" <a href=\"#{2}fnref-{0}{1}\" class=\"footnote-backref\" role=\"doc-backlink\">",
                      index + 1, suffix, addressing_.id_prefix(at_)));
      body.add_words(fmt::format("\u21a9\u00a0{}{}", index + 1, suffix));
      body.add_markup("</a>");
    }
    if (in_paragraph) body.add_markup(end_of_paragraph);
    MarkedText item = footnote_begin(index);
    item.append(body);
    item.add_markup("</li>\n");
    body = std::move(item);
  }
}

/// The words of a note. Its readers are written around them (footnote_begin).
MarkedText PageTailor::footnote_body(std::size_t index) {
  const NumberedNote note = notes_[index];
  ProgramFrame frame{*note.program, note.page, nullptr, {}};
  const Footnote& footnote = note.program->footnotes[note.index];
  return flat_text(fragment(frame, footnote.body, readers_of(*note.program, footnote)));
}

/// The readers of this page who can get the note.
ReaderSet PageTailor::readers_of(const Program& program, const Footnote& footnote) const {
  ReaderSet readers = root_;
  for (const std::uint32_t index : footnote.conditions)
    readers = narrowed(std::move(readers), program.conditions[index].condition);
  return readers;
}

/// The item's tag, with its condition if it is not for all readers.
MarkedText PageTailor::footnote_begin(std::size_t index) {
  const NumberedNote& note = notes_[index];
  const Footnote& footnote = note.program->footnotes[note.index];
  Condition condition = note.readers;
  if (condition.always()) condition = open_condition(readers_of(*note.program, footnote));
  Writer outer = std::exchange(writer_, {});
  writer_.text.add_markup(fmt::format("<li id=\"{}fn-{}\"", addressing_.id_prefix(at_), index + 1));
  const bool is_open = decide(condition, root_) == Verdict::open;
  if (is_open) {
    add_choices(residual(condition, root_));
    when_attributes(when(condition, root_));
  }
  writer_.text.add_markup(">\n");
  if (is_open) when_label(when(condition, root_));
  return std::exchange(writer_, std::move(outer)).text;
}

}  // namespace tailorbird
