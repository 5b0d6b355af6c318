#include "report/two_readers.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/json_text.hpp"

namespace tailorbird {
namespace {

/// The pieces of one page, which stand together since pieces are sorted by page.
Shown of_page(const Shown& shown, std::size_t page) {
  const auto [first, last] =
      std::equal_range(shown.pieces.begin(), shown.pieces.end(), ShownPiece{page},
                       [](const ShownPiece& a, const ShownPiece& b) { return a.page < b.page; });
  Shown found;
  found.pieces.assign(first, last);
  return found;
}

std::string path_of(const Project& project, const PageDifference& one) {
  return project.pages[one.page].path;
}

}  // namespace

TwoReaders compare_readers(const Project& project, const ProgramOf& programs, const std::string& language,
                           const ReaderSet& one, const ReaderSet& other) {
  const Shown first = shown_to(project, programs, language, one);
  const Shown second = shown_to(project, programs, language, other);
  TwoReaders result{language, difference(first, second), {}};
  for (std::size_t page = 0; page < project.pages.size(); ++page) {
    const Difference found = difference(of_page(first, page), of_page(second, page));
    if (found.words > 0) result.pages.push_back({page, found});
  }
  std::stable_sort(result.pages.begin(), result.pages.end(),
                   [](const PageDifference& a, const PageDifference& b) {
                     return a.difference.percent() < b.difference.percent();
                   });
  return result;
}

std::string two_readers_text(const Project& project, const TwoReaders& readers) {
  std::size_t widest = 0;
  for (const PageDifference& one : readers.pages) widest = std::max(widest, path_of(project, one).size());
  std::string text = fmt::format("{:.1f} % of {} words differ\n\n{:<{}}  words  differ\n",
                                 readers.all.percent(), readers.all.words, "", widest);
  for (const PageDifference& one : readers.pages) {
    // Whole percents reached, so that nearly ten is not shown as ten.
    text += fmt::format("{:<{}}  {:>5}  {:>4.0f} %\n", path_of(project, one), widest, one.difference.words,
                        std::floor(one.difference.percent()));
  }
  return text;
}

std::string two_readers_json(const Project& project, const TwoReaders& readers) {
  nlohmann::ordered_json json = {{"version", 1},
                                 {"language", readers.language},
                                 {"words", readers.all.words},
                                 {"differing_words", readers.all.differing},
                                 {"pages", nlohmann::ordered_json::array()}};
  for (const PageDifference& one : readers.pages) {
    json["pages"].push_back({{"page", path_of(project, one)},
                             {"words", one.difference.words},
                             {"differing_words", one.difference.differing}});
  }
  return json_text(json, 2) + "\n";
}

}  // namespace tailorbird
