#include <fmt/format.h>

#include "check/all_checks.hpp"
#include "check/find_in_source.hpp"

namespace tailorbird {
namespace {

/// "victim*" → "victim…"
std::string shown(const std::string& phrase) {
  return phrase.ends_with('*') ? phrase.substr(0, phrase.size() - 1) + "…" : phrase;
}

void check_page(const Page& page, const BannedPhrases& banned, Diagnostics& diagnostics) {
  Page heading;  // title and summary, looked at like a text
  heading.body = page.front.title + "\n" + page.front.summary;
  for (const std::string& phrase : banned.phrases) {
    if (!places_of(heading, phrase).empty()) {
      diagnostics.add("phrase-banned", {page.file, page.front.title_at, 0},
                      fmt::format("the title or summary says `{}`", shown(phrase)), banned.why);
    }
    for (SourceRange& place : places_of(page, phrase))
      diagnostics.add("phrase-banned", std::move(place), fmt::format("the text says `{}`", shown(phrase)),
                      banned.why);
  }
}

}  // namespace

void check_phrases(const Project& project, const ProgramOf&, Diagnostics& diagnostics) {
  for (const BannedPhrases& banned : project.site.banned_phrases) {
    for (const Page& page : project.pages) {
      if (page.language == banned.language) check_page(page, banned, diagnostics);
    }
  }
}

}  // namespace tailorbird
