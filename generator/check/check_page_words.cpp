#include <algorithm>
#include <fmt/format.h>

#include "check/all_checks.hpp"
#include "check/each_component.hpp"

namespace tailorbird {

namespace {

/// The longest believable reading time of a page with so many words, films and practice included.
std::size_t most_minutes(std::size_t words) {
  constexpr std::size_t slow = 20;  // words per minute
  constexpr std::size_t besides = 15;
  return words / slow + besides;
}

void check_minutes(const EditionView& view, const TailoredPage& page, Diagnostics& diagnostics) {
  const Page& source = view.edition.page(page.edition_page);
  const auto minutes = static_cast<std::size_t>(std::max(source.front.minutes, 0));
  if (minutes <= most_minutes(page.words)) return;
  diagnostics
      .add("minutes-unlikely", {source.file, source.front.title_at, 0},
           fmt::format("page `{}` says `minutes: {}`, far more than its text takes", source.front.title,
                       minutes))
      .editions = {view.edition.id()};
}

}  // namespace

void check_page_words(const EditionView& view, const TailoredPage& page, Diagnostics& diagnostics) {
  check_minutes(view, page, diagnostics);
  if (page.words > 0 || !page.files.empty() || shows_more_than_words(page.body)) return;
  const Page& source = view.edition.page(page.edition_page);
  diagnostics
      .add("page-empty", {source.file, source.front.title_at, 0},
           fmt::format("page `{}` has no text in this edition", source.front.title))
      .editions = {view.edition.id()};
}

}  // namespace tailorbird
