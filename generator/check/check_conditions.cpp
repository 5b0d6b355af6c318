#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <vector>

#include "check/all_checks.hpp"
#include "tailor/condition_text.hpp"
#include "tailor/shown_walk.hpp"

namespace tailorbird {
namespace {

/// The distinct reader sets of all bundles, either those of the guidance or those of roll-out kits; for a
/// page of an overlay, only those of its profile. The language does not matter: a translation has the
/// conditions of its source, even where nobody reads them in that language.
std::set<ReaderSet> spaces_of(const Project& project, const std::string& overlay_of, bool kit) {
  std::set<ReaderSet> spaces;
  for (const Profile& profile : project.profiles) {
    if (!overlay_of.empty() && overlay_of != profile.id) continue;
    for (const Bundle& bundle : profile.bundles) {
      if (bundle.is_kit == kit) spaces.insert(bundle.space);
    }
  }
  return spaces;
}

/// By dimension, the values that occur in some bundle.
ReaderSet asked_for(const Project& project) {
  ReaderSet asked;
  asked.possible.resize(project.site.dimensions.size());
  for (const ReaderSet& space : spaces_of(project, {}, false)) {
    for (std::size_t index = 0; index < asked.possible.size(); ++index)
      asked.possible[index] |= space.possible[index];
  }
  return asked;
}

void check_values(const Site& site, const ReaderSet& asked, Diagnostics& diagnostics) {
  for (std::size_t index = 0; index < site.dimensions.size(); ++index) {
    const Dimension& dimension = site.dimensions[index];
    for (std::size_t value = 0; value < dimension.values.size(); ++value) {
      if ((asked.possible[index] >> value & 1U) != 0) continue;
      diagnostics.add(
          "value-unused", {"content/site.yaml", {}, 0},
          fmt::format("no bundle of any profile is for `{}: {}`", dimension.id, dimension.values[value].id));
    }
  }
}

/// Whether the condition asks for a value that no bundle has. That is reported once for the value, not at
/// each use.
bool names_unused_value(const Condition& condition, const ReaderSet& asked) {
  return decide(condition, asked) == Verdict::fails && !condition.negated;
}

/// By condition of a program: whether some edition reaches it, and whether some reader meets it.
struct Seen {
  std::vector<bool> reached;
  std::vector<bool> live;

  explicit Seen(std::size_t count) : reached(count, false), live(count, false) {}
  void walk(const Program& program, const ReaderSet& space) {
    ShownVisitor visitor;
    visitor.condition = [this](std::size_t condition, Verdict verdict) {
      reached[condition] = true;
      if (verdict != Verdict::fails) live[condition] = true;
    };
    walk_shown(program, space, visitor);
  }
  bool dead(std::size_t condition) const { return reached[condition] && !live[condition]; }
};

class ConditionCheck {
 public:
  ConditionCheck(const Project& project, const ReaderSet& asked, Diagnostics& diagnostics)
      : project_(project), asked_(asked), diagnostics_(diagnostics) {}

  void check(const Page& page, const Program& program, const std::set<ReaderSet>& spaces) const {
    const auto fails = [&](const ReaderSet& space) {
      return decide(page.front.condition, space) == Verdict::fails;
    };
    if (std::all_of(spaces.begin(), spaces.end(), fails)) report_page(page);
    Seen seen(program.conditions.size());
    for (const ReaderSet& space : spaces) {
      if (!fails(space)) seen.walk(program, narrowed(space, page.front.condition));
    }
    for (std::size_t index = 0; index < program.conditions.size(); ++index) {
      if (seen.dead(index)) report_condition(program, program.conditions[index]);
    }
  }

 private:
  void report_page(const Page& page) const {
    if (names_unused_value(page.front.condition, asked_)) return;
    diagnostics_.add("page-unused", {page.file, page.front.title_at, 0},
                     fmt::format("no edition of any profile has this page: it is for {}",
                                 condition_text(project_.site, page.front.condition)));
  }

  void report_condition(const Program& program, const ConditionUse& use) const {
    if (names_unused_value(use.condition, asked_)) return;
    diagnostics_.add("condition-unused", {program.file, use.where, use.length},
                     fmt::format("no edition of any profile shows this: {}",
                                 condition_text(project_.site, use.condition)));
  }

  const Project& project_;
  const ReaderSet& asked_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_conditions(const Project& project, const ProgramOf& programs, Diagnostics& diagnostics) {
  if (project.profiles.empty()) return;
  const ReaderSet asked = asked_for(project);
  check_values(project.site, asked, diagnostics);
  const ConditionCheck check(project, asked, diagnostics);
  std::map<std::pair<std::string, bool>, std::set<ReaderSet>> by_overlay;  // the bool: for the roll-out kit
  for (std::size_t index = 0; index < project.pages.size(); ++index) {
    const Page& page = project.pages[index];
    if (page.front.draft) continue;
    const auto [spaces, added] = by_overlay.try_emplace({page.overlay_of, is_kit_page(page)});
    if (added) spaces->second = spaces_of(project, page.overlay_of, is_kit_page(page));
    check.check(page, programs(index), spaces->second);
  }
}

}  // namespace tailorbird
