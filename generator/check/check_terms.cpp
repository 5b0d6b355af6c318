#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "check/all_checks.hpp"
#include "check/each_component.hpp"
#include "components/component.hpp"
#include "diag/suggest.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

struct Marks {
  std::set<std::string, std::less<>> terms;  // ids; for a misspelt id, as written
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

/// Whether the page marks the term with a misspelt id, which has been reported already.
bool is_marked_misspelt(const Marks& marks, const GlossaryTerm& term, std::string_view word,
                        const Site& site) {
  return std::any_of(marks.terms.begin(), marks.terms.end(), [&](const std::string& key) {
    return site.find_term(key) == nullptr && !nearest(key, {term.id, slug(word)}).empty();
  });
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
  const auto facts =
      view.texts.of_page(view.edition, page);  // shared: the cache may drop its own at any time
  for (const std::uint32_t index : facts->terms) {
    const GlossaryTerm& term = site.glossary[index];
    const std::string_view word = term.term.in(view.edition.locale);
    if (marks.terms.contains(term.id) || is_marked_misspelt(marks, term, word, site)) continue;
    const auto places = view.texts.places_of_terms(view.edition, view.edition.pages[page.edition_page].page);
    const auto place =
        std::find_if(places->begin(), places->end(), [&](const TermPlace& one) { return one.term == index; });
    if (place == places->end()) continue;
    diagnostics
        .add("term-unexplained", place->where,
             fmt::format("`{}` is in the glossary, and this page does not explain it", word),
             fmt::format("Write [{}]{{.term}} where it comes first.", word))
        .editions = {view.edition.id()};
  }
}

}  // namespace tailorbird
