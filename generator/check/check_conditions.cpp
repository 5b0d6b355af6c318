#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <vector>

#include "check/all_checks.hpp"
#include "check/live_walk.hpp"
#include "tailor/condition_text.hpp"

namespace tailorbird {
namespace {

/// The readers of all editions: language → spaces, each once. A profile's own pages see that profile's alone.
using Spaces = std::map<std::string, std::set<Space>, std::less<>>;

Spaces spaces_of(const Project& project, const std::string& overlay_of) {
  Spaces spaces;
  for (const Profile& profile : project.profiles) {
    if (!overlay_of.empty() && overlay_of != profile.id) continue;
    for (const Bundle& bundle : profile.bundles) {
      for (const std::string& language : bundle.languages) spaces[language].insert(bundle.space);
    }
  }
  return spaces;
}

/// What was seen of each condition of a program.
struct Seen {
  std::vector<bool> reached;
  std::vector<bool> live;

  explicit Seen(std::size_t count) : reached(count, false), live(count, false) {}
  void walk(const Program& program, const Space& space) {
    LiveVisitor visitor;
    visitor.condition = [this](std::size_t condition, Verdict verdict) {
      reached[condition] = true;
      if (verdict != Verdict::fails) live[condition] = true;
    };
    walk_live(program, space, visitor);
  }
  bool dead(std::size_t condition) const { return reached[condition] && !live[condition]; }
};

void report(const Project& project, const Program& program, std::size_t index, bool never,
            Diagnostics& diagnostics) {
  const ConditionUse& use = program.conditions[index];
  const std::string text = condition_text(project.site, use.condition);
  diagnostics.add(never ? "condition-never-true" : "condition-unused", {program.file, use.where, use.length},
                  never ? fmt::format("{} can never hold here", text)
                        : fmt::format("no edition of any profile shows this: {}", text));
}

void check_page(const Project& project, const Page& page, const Program& program,
                const std::set<Space>& spaces, Diagnostics& diagnostics) {
  const auto fails = [&](const Space& space) {
    return decide(page.front.condition, space) == Verdict::fails;
  };
  if (!spaces.empty() && std::all_of(spaces.begin(), spaces.end(), fails)) {
    diagnostics.add("page-unused", {page.file, page.front.title_at, 0},
                    fmt::format("no edition of any profile has this page: it is for {}",
                                condition_text(project.site, page.front.condition)));
  }
  Seen ever(program.conditions.size());
  ever.walk(program, narrowed(project.site.everybody(), page.front.condition));
  Seen asked(program.conditions.size());
  for (const Space& space : spaces) {
    if (!fails(space)) asked.walk(program, narrowed(space, page.front.condition));
  }
  for (std::size_t index = 0; index < program.conditions.size(); ++index) {
    if (ever.dead(index)) {
      report(project, program, index, true, diagnostics);
    } else if (asked.dead(index)) {
      report(project, program, index, false, diagnostics);
    }
  }
}

}  // namespace

void check_conditions(const Project& project, const ProgramOf& programs, Diagnostics& diagnostics) {
  std::map<std::string, Spaces, std::less<>> by_overlay;
  for (std::size_t index = 0; index < project.pages.size(); ++index) {
    const Page& page = project.pages[index];
    if (page.front.draft) continue;
    const auto [spaces, added] = by_overlay.try_emplace(page.overlay_of);
    if (added) spaces->second = spaces_of(project, page.overlay_of);
    check_page(project, page, programs(index), spaces->second[page.language], diagnostics);
  }
}

}  // namespace tailorbird
