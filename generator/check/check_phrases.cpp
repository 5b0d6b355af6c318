#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "check/all_checks.hpp"
#include "check/find_in_source.hpp"
#include "tailor/plain_text.hpp"
#include "text/comparable.hpp"

namespace tailorbird {
namespace {

/// "victim*" → "victim…"
std::string shown(const std::string& phrase) {
  return phrase.ends_with('*') ? phrase.substr(0, phrase.size() - 1) + "…" : phrase;
}

/// A phrase and the ban that it belongs to.
struct Ban {
  const BannedPhrases* banned;
  const std::string* phrase;
};

/// The phrases that are banned for all readers of one language.
struct Bans {
  PhraseSet set;
  std::vector<Ban> by_number;
};

void check_page(const Project& project, const Page& page, const Bans& bans, Diagnostics& diagnostics) {
  for (const std::uint32_t number :
       bans.set.found_in(comparable_text(page.front.title + "\n" + page.front.summary))) {
    const Ban& ban = bans.by_number[number];
    diagnostics.add("phrase-banned", {page.file, page.front.title_at, 0},
                    fmt::format("the title or summary says `{}`", shown(*ban.phrase)), ban.banned->why);
  }
  for (PhrasePlace& place : places_of_all(page, project.body_of(page), bans.set)) {
    const Ban& ban = bans.by_number[place.phrase];
    diagnostics.add("phrase-banned", std::move(place.where),
                    fmt::format("the text says `{}`", shown(*ban.phrase)), ban.banned->why);
  }
}

void check_block(const EditionView& view, std::size_t page, std::string_view block,
                 Diagnostics& diagnostics) {
  const Edition& edition = view.edition;
  const auto facts = view.texts.of_block(edition, block);  // shared: the cache may drop its own at any time
  for (const std::uint32_t index : facts->banned) {
    const BannedPhrases& banned = edition.project->site.banned_phrases[index];
    if (decide(banned.where_holds, edition.space) != Verdict::holds) continue;
    for (const std::string& phrase : banned.phrases) {
      if (!holds_phrase(block, phrase)) continue;
      diagnostics
          .add("phrase-banned", view.texts.place_of_sentence(page, block),
               fmt::format("these readers are shown `{}`", shown(phrase)), banned.why)
          .editions = {edition.id()};
    }
  }
}

}  // namespace

void check_phrases(const Project& project, const ProgramOf&, Diagnostics& diagnostics) {
  std::map<std::string, Bans, std::less<>> by_language;
  for (const BannedPhrases& banned : project.site.banned_phrases) {
    if (!banned.where_holds.always()) continue;  // left to check_phrases_shown
    Bans& bans = by_language[banned.language];
    for (const std::string& phrase : banned.phrases) {
      bans.set.add(phrase);
      bans.by_number.push_back({&banned, &phrase});
    }
  }
  for (const Page& page : project.pages) {
    const auto bans = by_language.find(page.language);
    if (bans != by_language.end()) check_page(project, page, bans->second, diagnostics);
  }
}

void check_phrases_shown(const EditionView& view, const TailoredPage& tailored, Diagnostics& diagnostics) {
  const Edition& edition = view.edition;
  const auto& all = edition.project->site.banned_phrases;
  const bool any = std::any_of(all.begin(), all.end(), [&](const BannedPhrases& banned) {
    return !banned.where_holds.always() && banned.language == edition.language;
  });
  if (!any) return;
  const std::size_t page = edition.pages[tailored.edition_page].page;
  const FrontMatter& front = edition.project->pages[page].front;
  for (const std::string_view block : {front.title, front.summary})
    check_block(view, page, block, diagnostics);
  if (view.texts.of_page(edition, tailored)->banned.empty()) return;
  for (const std::string& block : text_blocks(tailored.body)) check_block(view, page, block, diagnostics);
}

}  // namespace tailorbird
