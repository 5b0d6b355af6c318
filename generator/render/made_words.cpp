#include "render/made_words.hpp"

#include <set>

#include "render/words.hpp"
#include "text/iso_date.hpp"

namespace tailorbird {

std::string next_review(const FrontMatter& front, const Theme& theme, std::string_view language) {
  if (front.reviewed.empty() || front.review_in_days <= 0) return {};
  return date_in_words(theme, language, days_after(front.reviewed, front.review_in_days));
}

std::vector<std::string> made_words(const Theme& theme, const Edition& edition) {
  const std::string& language = edition.language;
  std::set<std::string> words;
  for (std::size_t page = 0; page < edition.pages.size(); ++page) {
    const FrontMatter& front = edition.page(page).front;
    words.insert(date_in_words(theme, language, front.reviewed));
    words.insert(next_review(front, theme, language));
    words.insert(minutes_in_words(theme, language, front.minutes));
  }
  for (const Source& source : edition.project->site.sources) {
    if (decide(source.readers, edition.space) != Verdict::fails)
      words.insert(date_in_words(theme, language, source.checked));
  }
  words.erase("");
  return {words.begin(), words.end()};
}

}  // namespace tailorbird
