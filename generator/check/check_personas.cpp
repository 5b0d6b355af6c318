#include <algorithm>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "check/all_checks.hpp"
#include "tailor/plain_text.hpp"
#include "text/comparable.hpp"

namespace tailorbird {
namespace {

bool speaks(const Bundle& bundle, const std::string& language) {
  return std::find(bundle.languages.begin(), bundle.languages.end(), language) != bundle.languages.end();
}

bool gets(const Persona& persona, const Profile& profile, const Bundle& bundle, const std::string& language) {
  const bool ours = persona.profile.empty() || persona.profile == profile.id;
  return ours && !bundle.is_kit && persona.language == language &&
         decide(persona.values, bundle.space) != Verdict::fails;
}

/// What stands on the page for a reader who has made all choices, a line for each paragraph.
std::string text_for(const Edition& edition, std::size_t page, const ProgramOf& programs) {
  const TailoredPage tailored = tailor_page(edition, page, programs);
  std::vector<std::string> blocks = text_blocks(tailored.body);
  for (const std::string& note : tailored.footnotes) {
    for (std::string& block : text_blocks(note)) blocks.push_back(std::move(block));
  }
  return join(blocks, "\n");
}

void check_persona(const EditionView& view, const Persona& persona, Diagnostics& diagnostics) {
  const auto add = [&](std::string_view code, std::string message) {
    diagnostics.add(code, persona.where, std::move(message)).editions = {view.edition.id()};
  };
  Edition own = view.edition;  // the same pages, for this one reader
  own.space = narrowed(own.space, persona.values);
  const int index = own.find(persona.page);
  const bool there = index >= 0 && decide(own.page(static_cast<std::size_t>(index)).front.condition,
                                          own.space) != Verdict::fails;
  if (!there) {
    add("persona-page-missing", fmt::format("`{}` has no page `{}`", persona.id, persona.page));
    return;
  }
  const std::string text = comparable_text(text_for(own, static_cast<std::size_t>(index), view.programs));
  for (const std::string& wanted : persona.shows) {
    if (text.find(comparable_text(wanted)) == std::string::npos)
      add("persona-misses", fmt::format("`{}` does not find “{}” on `{}`", persona.id, wanted, persona.page));
  }
  for (const std::string& unwanted : persona.never) {
    if (text.find(comparable_text(unwanted)) != std::string::npos)
      add("persona-meets", fmt::format("`{}` finds “{}” on `{}`", persona.id, unwanted, persona.page));
  }
}

}  // namespace

void check_personas(const EditionView& view, Diagnostics& diagnostics) {
  const Edition& edition = view.edition;
  for (const Persona& persona : edition.project->site.personas) {
    if (gets(persona, *edition.profile, *edition.bundle, edition.language))
      check_persona(view, persona, diagnostics);
  }
}

void check_persona_editions(const Project& project, const ProgramOf&, Diagnostics& diagnostics) {
  for (const Persona& persona : project.site.personas) {
    bool any = false;
    for (const Profile& profile : project.profiles) {
      for (const Bundle& bundle : profile.bundles)
        any |= speaks(bundle, persona.language) && gets(persona, profile, bundle, persona.language);
    }
    if (!any)
      diagnostics.add("persona-page-missing", persona.where,
                      fmt::format("no bundle in `{}` is for `{}`", persona.language, persona.id),
                      "correct `language`, `values` or `profile` of this reader, or make such a bundle");
  }
}

}  // namespace tailorbird
