#include <fmt/format.h>

#include "check/all_checks.hpp"
#include "check/find_in_source.hpp"
#include "tailor/plain_text.hpp"

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
    if (!banned.where_holds.always()) continue;  // looked for in what readers are shown
    for (const Page& page : project.pages) {
      if (page.language == banned.language) check_page(page, banned, diagnostics);
    }
  }
}

void check_phrases_shown(const EditionView& view, const TailoredPage& tailored, Diagnostics& diagnostics) {
  const Edition& edition = view.edition;
  const Page& page = edition.page(tailored.edition_page);
  std::vector<std::string> blocks;
  for (const BannedPhrases& banned : edition.project->site.banned_phrases) {
    if (banned.where_holds.always() || banned.language != edition.language ||
        decide(banned.where_holds, edition.space) != Verdict::holds)
      continue;
    if (blocks.empty()) {
      blocks = text_blocks(tailored.body);
      blocks.push_back(page.front.title);
      blocks.push_back(page.front.summary);
    }
    for (const std::string& block : blocks) {
      for (const std::string& phrase : banned.phrases) {
        if (!holds_phrase(block, phrase)) continue;
        diagnostics
            .add("phrase-banned", place_of_sentence(*edition.project, page, block),
                 fmt::format("these readers are shown `{}`", shown(phrase)), banned.why)
            .editions = {edition.id()};
      }
    }
  }
}

}  // namespace tailorbird
