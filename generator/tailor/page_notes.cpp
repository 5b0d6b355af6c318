// Footnotes of a page: numbered by first reference in this edition, and written once all are known
// (page_tailor.hpp).

#include <algorithm>
#include <fmt/format.h>

#include "tailor/page_tailor.hpp"

namespace tailorbird {

void PageTailor::footnote(const ProgramFrame& frame, std::uint32_t index) {
  if (outline_) return;
  auto note = std::find_if(notes_.begin(), notes_.end(), [&](const NumberedNote& one) {
    return one.program == &frame.program && one.index == index;
  });
  if (note == notes_.end()) note = notes_.insert(notes_.end(), {&frame.program, index, frame.page, 0});
  const std::size_t number = static_cast<std::size_t>(note - notes_.begin()) + 1;
  const std::size_t reference = ++note->references;
  const std::string id =
      reference == 1 ? fmt::format("fnref-{}", number) : fmt::format("fnref-{}-{}", number, reference);
  const Footnote& footnote = frame.program.footnotes[index];
  if (reference == 1) add_id(fmt::format("fn-{}", number), {frame.program.file, footnote.where, 0});
  add_id(id, {frame.program.file, footnote.where, 0});
  writer_.html += fmt::format(
      "<sup class=\"footnote-ref\"><a href=\"#fn-{0}\" id=\"{1}\" role=\"doc-noteref\">{0}</a></sup>", number,
      id);
}

/// Notes may refer to further notes: those come after.
void PageTailor::write_footnotes() {
  for (std::size_t index = 0; index < notes_.size(); ++index)
    result_.footnotes.push_back(footnote_item(index));
  // A note may have got references from notes written after it.
  for (std::size_t index = 0; index < notes_.size(); ++index) {
    std::string back;
    for (std::size_t reference = 1; reference <= notes_[index].references; ++reference) {
      const std::string suffix = reference == 1 ? "" : fmt::format("-{}", reference);
      back += fmt::format(
          " <a href=\"#fnref-{0}{1}\" class=\"footnote-backref\" "
          "role=\"doc-backlink\">&#8617;&#160;{0}{1}</a>",
          index + 1, suffix);
    }
    std::string& item = result_.footnotes[index];
    constexpr std::string_view end_of_paragraph = "</p>\n";
    const bool in_paragraph = item.ends_with(end_of_paragraph);
    item.insert(item.size() - (in_paragraph ? end_of_paragraph.size() : 0), back);
    item += "</li>\n";
  }
}

/// The note without its way back.
std::string PageTailor::footnote_item(std::size_t index) {
  const NumberedNote note = notes_[index];
  ProgramFrame frame{*note.program, note.page, nullptr, {}};
  const Fragment body = fragment(frame, note.program->footnotes[note.index].body, root_);
  return fmt::format("<li id=\"fn-{}\">\n{}", index + 1, flat_html(body));
}

}  // namespace tailorbird
