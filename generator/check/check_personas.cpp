#include <algorithm>
#include <bit>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "check/all_checks.hpp"
#include "diag/suggest.hpp"
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

/// The text of the page for a reader who has made all choices, one line per paragraph.
std::string text_for(const Edition& edition, std::size_t page, const ProgramOf& programs) {
  const TailoredPage tailored = tailor_page(edition, page, programs);
  std::vector<std::string> blocks = text_blocks(tailored.body);
  for (const MarkedText& note : tailored.footnotes) {
    for (std::string& block : text_blocks(note)) blocks.push_back(std::move(block));
  }
  return join(blocks, "\n");
}

/// Whether the page at `index` is shown to the persona, the only reader of `own`.
bool is_shown(const Edition& own, std::size_t index) {
  return decide(own.page(index).front.condition, own.space) != Verdict::fails;
}

/// "did you mean …": a page with a similar path that the persona has; empty when there is none.
std::string meant_page(const Edition& own, const Persona& persona) {
  std::vector<std::string> paths;
  for (std::size_t index = 0; index < own.pages.size(); ++index) {
    if (is_shown(own, index)) paths.push_back(own.page(index).path);
  }
  const std::string meant = nearest(persona.page, paths);
  return meant.empty() ? std::string{} : fmt::format("did you mean `{}`?", meant);
}

void check_persona(const EditionView& view, const Persona& persona, Diagnostics& diagnostics) {
  const auto add = [&](std::string_view code, std::string message) {
    diagnostics.add(code, persona.where, std::move(message)).editions = {view.edition.id()};
  };
  Edition own = view.edition;  // the same pages, with the persona as the only reader
  own.space = narrowed(own.space, persona.values);
  const int index = own.find(persona.page);
  const bool there = index >= 0 && is_shown(own, static_cast<std::size_t>(index));
  if (!there) {
    diagnostics
        .add("persona-page-missing", persona.page_at,
             fmt::format("`{}` has no page `{}`", persona.id, persona.page), meant_page(own, persona))
        .editions = {view.edition.id()};
    return;
  }
  const std::string text = comparable_text(text_for(own, static_cast<std::size_t>(index), view.programs));
  for (const std::string& wanted : persona.shows) {
    if (text.find(comparable_text(wanted)) == std::string::npos)
      add("persona-misses", fmt::format("`{}` does not find “{}” on `{}`", persona.id, wanted, persona.page));
  }
  for (const std::string& unwanted : persona.never) {
    if (text.find(comparable_text(unwanted)) != std::string::npos)
      add("persona-meets",
          fmt::format("`{}` finds “{}” on `{}`, and must not", persona.id, unwanted, persona.page));
  }
}

/// A dimension for which the persona has several values, or null.
const Atom* several_values(const Persona& persona) {
  const auto several = std::find_if(persona.values.atoms.begin(), persona.values.atoms.end(),
                                    [](const Atom& atom) { return std::popcount(atom.values) > 1; });
  return several == persona.values.atoms.end() ? nullptr : &*several;
}

bool is_undecided(const Persona& persona, const Site& site, Diagnostics& diagnostics) {
  const Atom* several = several_values(persona);
  if (several == nullptr) return false;
  diagnostics.add(
      "persona-undecided", persona.values_at,
      fmt::format("`{}` has several values of `{}`", persona.id, site.dimensions[several->dimension].id));
  return true;
}

/// The readers made up for each profile that is not there, in the order of the file.
struct Strangers {
  std::string profile;
  std::vector<const Persona*> personas;
};

std::vector<Strangers> find_strangers(const Project& project, const std::vector<std::string>& profiles) {
  std::vector<Strangers> found;
  for (const Persona& persona : project.site.personas) {
    if (persona.profile.empty() ||
        std::find(profiles.begin(), profiles.end(), persona.profile) != profiles.end())
      continue;
    const auto known = std::find_if(found.begin(), found.end(),
                                    [&](const Strangers& one) { return one.profile == persona.profile; });
    if (known == found.end()) {
      found.push_back({persona.profile, {&persona}});
    } else {
      known->personas.push_back(&persona);
    }
  }
  return found;
}

/// "`a`, `b`, `c` and 4 more"
std::string names_of(const std::vector<Strangers>& list) {
  constexpr std::size_t most = 3;
  std::vector<std::string> names;
  for (std::size_t index = 0; index < std::min(list.size(), most); ++index)
    names.push_back(fmt::format("`{}`", list[index].profile));
  return join(names, ", ") + (list.size() > most ? fmt::format(" and {} more", list.size() - most) : "");
}

/// One finding for all of `list`: content from elsewhere brings the readers of many organisations.
void report_strangers(const std::vector<Strangers>& list, std::string fix, Diagnostics& diagnostics) {
  if (list.empty()) return;
  const Persona& first = *list.front().personas.front();
  std::size_t count = 0;
  for (const Strangers& one : list) count += one.personas.size();
  const std::string who =
      count == 1 ? fmt::format("`{}` is", first.id) : fmt::format("{} readers are", count);
  const std::string_view whose = list.size() == 1 ? "a profile that is" : "profiles that are";
  Diagnostic& finding = diagnostics.add(
      "persona-profile-unknown", first.profile_at,
      fmt::format("{} made up for {} not there: {}", who, whose, names_of(list)), std::move(fix));
  for (std::size_t index = 1; index < list.size(); ++index)
    finding.related.push_back(
        {list[index].personas.front()->profile_at, fmt::format("`{}`", list[index].profile)});
}

void check_profiles_named(const Project& project, const std::vector<std::string>& profiles,
                          Diagnostics& diagnostics) {
  if (profiles.empty()) return;  // which is told
  std::vector<Strangers> unlike;
  for (Strangers& one : find_strangers(project, profiles)) {
    const std::string meant = nearest(one.profile, profiles);
    if (meant.empty()) {
      unlike.push_back(std::move(one));
    } else {
      report_strangers({one}, fmt::format("did you mean `{}`?", meant), diagnostics);
    }
  }
  report_strangers(unlike, "", diagnostics);
}

}  // namespace

void check_personas(const EditionView& view, Diagnostics& diagnostics) {
  const Edition& edition = view.edition;
  for (const Persona& persona : edition.project->site.personas) {
    if (several_values(persona) == nullptr &&
        gets(persona, *edition.profile, *edition.bundle, edition.language))
      check_persona(view, persona, diagnostics);
  }
}

void check_persona_editions(const Project& project, const ProgramOf&, Diagnostics& diagnostics) {
  std::vector<std::string> organisations;
  for (const Profile& profile : project.profiles) organisations.push_back(profile.id);
  check_profiles_named(project, organisations, diagnostics);
  for (const Persona& persona : project.site.personas) {
    const bool is_known =
        std::find(organisations.begin(), organisations.end(), persona.profile) != organisations.end();
    if (!persona.profile.empty() && !is_known) continue;
    if (is_undecided(persona, project.site, diagnostics)) continue;
    bool any = false;
    for (const Profile& profile : project.profiles) {
      for (const Bundle& bundle : profile.bundles)
        any |= speaks(bundle, persona.language) && gets(persona, profile, bundle, persona.language);
    }
    if (!any)
      diagnostics.add("persona-page-missing", persona.values_at,
                      fmt::format("no bundle in `{}` is for `{}`", persona.language, persona.id),
                      "correct `language`, `values` or `profile` of this reader, or make such a bundle");
  }
}

}  // namespace tailorbird
