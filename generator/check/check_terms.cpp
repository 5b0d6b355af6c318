#include <fmt/format.h>
#include <optional>
#include <set>

#include "base/strings.hpp"
#include "check/all_checks.hpp"
#include "check/each_component.hpp"
#include "check/find_in_source.hpp"
#include "components/component.hpp"
#include "tailor/plain_text.hpp"

namespace tailorbird {
namespace {

struct Marks {
  std::set<std::string, std::less<>> terms;  // ids
  bool lists_all = false;                    // the page is the glossary
};

Marks marks_on(const TailoredPage& page) {
  Marks marks;
  each_component(page.body, [&](const TailoredPart& component) {
    if (component.role == "glossary") marks.lists_all = true;
    if (component.role == "term") marks.terms.emplace(attribute(component.attributes, "key"));
  });
  return marks;
}

/// What the page shows, a block per line.
std::string shown_text(const TailoredPage& page) {
  std::string text;
  for (const std::string& block : text_blocks(page.body)) text += block + "\n";
  return text;
}

std::string_view line_of(const Page& page, const SourceRange& place) {
  const std::vector<std::string_view> lines = split(page.body, '\n');
  const std::size_t index = place.start.line - page.body_line;
  return index < lines.size() ? lines[index] : std::string_view{};
}

/// Where the author wrote the term first as plain words; not what a variable brings in, not in a heading,
/// where a mark would be in the way, and not as the words of a link, which leads to an explanation.
std::optional<SourceRange> place_of(const Page& source, std::string_view term) {
  const std::string bracketed = fmt::format("[{}]", term);
  for (SourceRange& place : places_of(source, term)) {
    const std::string_view line = line_of(source, place);
    if (!line.starts_with('#') && !holds_phrase(line, bracketed)) return std::move(place);
  }
  return std::nullopt;
}

}  // namespace

void check_terms(const EditionView& view, const TailoredPage& page, Diagnostics& diagnostics) {
  const Site& site = view.edition.project->site;
  const Page& source = view.edition.page(page.edition_page);
  if (!site.terms_explained_to) return;
  const ReaderSet readers = narrowed(view.edition.space, source.front.condition);
  if (decide(*site.terms_explained_to, readers) != Verdict::holds) return;
  const Marks marks = marks_on(page);
  if (marks.lists_all) return;
  const std::string text = shown_text(page);
  for (const GlossaryTerm& term : site.glossary) {
    const std::string_view word = term.term.in(view.edition.locale);
    if (word.empty() || marks.terms.contains(term.id) || !holds_phrase(text, word)) continue;
    const std::optional<SourceRange> place = place_of(source, word);
    if (!place) continue;
    diagnostics
        .add("term-unexplained", *place,
             fmt::format("`{}` is in the glossary, and this page does not explain it", word),
             fmt::format("Write [{}]{{.term}} where it stands first.", word))
        .editions = {view.edition.id()};
  }
}

}  // namespace tailorbird
