#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/strings.hpp"
#include "check/all_checks.hpp"
#include "check/demands.hpp"
#include "components/component.hpp"
#include "diag/suggest.hpp"
#include "tailor/condition_text.hpp"
#include "tailor/shown_walk.hpp"

namespace tailorbird {
namespace {

/// `shorter` and one value of another dimension.
Condition combined(const Condition& shorter, std::uint16_t dimension, std::size_t value) {
  Condition longer = shorter;
  longer.atoms.push_back({dimension, ValueSet{1} << value});
  std::sort(longer.atoms.begin(), longer.atoms.end());
  return longer;
}

std::vector<Condition> combinations(const Site& site, const Promise& promise) {
  std::vector<Condition> all{Condition{}};
  for (const std::uint16_t dimension : promise.each) {
    std::vector<Condition> longer;
    for (const Condition& one : all) {
      for (std::size_t value = 0; value < site.dimensions[dimension].values.size(); ++value) {
        longer.push_back(combined(one, dimension, value));
      }
    }
    all = std::move(longer);
  }
  std::erase_if(all, [&](const Condition& one) {
    return decide(promise.where_holds, narrowed(site.everybody(), one)) == Verdict::fails;
  });
  return all;
}

/// Whether the front matter of the page names each of these values.
bool names(const Page& page, const Condition& combination) {
  return std::all_of(combination.atoms.begin(), combination.atoms.end(), [&](const Atom& wanted) {
    return std::any_of(page.front.condition.atoms.begin(), page.front.condition.atoms.end(),
                       [&](const Atom& atom) {
                         return atom.dimension == wanted.dimension && (atom.values & wanted.values) != 0;
                       });
  });
}

class PromiseCheck {
 public:
  PromiseCheck(const Project& project, const ProgramOf& programs, const Promise& promise)
      : project_(project), programs_(programs), promise_(promise) {
    for (std::size_t index = 0; index < project.pages.size(); ++index) {
      if (project.pages[index].partial)
        partials_[{project.pages[index].language, project.pages[index].path}] = index;
    }
  }

  void check(const Condition& combination, const std::string& language) {
    const std::vector<std::string> editions = editions_for(combination, language);
    if (editions.empty()) return;  // no edition has such readers
    ++promised_;
    std::size_t pages = 0;
    std::set<std::string_view> components;
    const ReaderSet space = narrowed(narrowed(project_.site.everybody(), promise_.where_holds), combination);
    for (std::size_t index = 0; index < project_.pages.size(); ++index) {
      const Page& page = project_.pages[index];
      if (page.language != language || page.partial || page.front.draft || is_kit_page(page) ||
          !names(page, combination))
        continue;
      if (decide(page.front.condition, space) == Verdict::fails) continue;
      ++pages;
      if (!promise_.components.empty()) collect(index, narrowed(space, page.front.condition), components);
    }
    const std::string lacking = lacks(pages, components);
    if (lacking.empty()) return;
    broken_
        .add("promise-broken", promise_.where,
             fmt::format("the promise `{}` is not kept in `{}` for {}: {}", promise_.id, language,
                         condition_text(project_.site, combination), lacking))
        .editions = editions;
  }

  /// The diagnostics. A promise that is broken nearly everywhere is reported once.
  Diagnostics take_findings() {
    const std::size_t broken = broken_.all().size();
    if (!is_at_fault(broken, promised_)) return std::move(broken_);
    Diagnostics found;
    Diagnostic& one =
        found.add("promise-broken", promise_.where,
                  fmt::format("`{}` is kept for {} of the {} groups of readers", promise_.id,
                              promised_ == broken ? "none" : std::to_string(promised_ - broken), promised_),
                  std::string(fix_of_demand));
    for (Diagnostic& group : broken_.all()) join_into(one, std::move(group));
    return found;
  }

 private:
  std::vector<std::string> editions_for(const Condition& combination, const std::string& language) const {
    std::vector<std::string> editions;
    for (const Profile& profile : project_.profiles) {
      for (const Bundle& bundle : profile.bundles) {
        const bool speaks =
            std::find(bundle.languages.begin(), bundle.languages.end(), language) != bundle.languages.end();
        if (bundle.is_kit || !speaks || decide(combination, bundle.space) == Verdict::fails) continue;
        if (decide(promise_.where_holds, narrowed(bundle.space, combination)) == Verdict::fails) continue;
        editions.push_back(profile.id + "/" + bundle.id + "/" + language);
      }
    }
    return editions;
  }

  /// The components that these readers find on the page and in the partials it includes.
  void collect(std::size_t page, const ReaderSet& space, std::set<std::string_view>& components) const {
    std::set<std::size_t> open;
    collect(page, space, components, open);
  }

  void collect(std::size_t page, const ReaderSet& space, std::set<std::string_view>& components,
               std::set<std::size_t>& open) const {
    if (!open.insert(page).second) return;  // a circular include, reported by check_includes
    ShownVisitor visitor;
    visitor.component = [&](const ComponentUse& use) { components.insert(component_specs()[use.kind].name); };
    visitor.include = [&](const IncludeUse& use, const ReaderSet& readers) {
      const auto partial = partials_.find({project_.pages[page].language, use.path});
      if (partial != partials_.end()) collect(partial->second, readers, components, open);
    };
    walk_shown(programs_(page), space, visitor);
    open.erase(page);
  }

  std::string lacks(std::size_t pages, const std::set<std::string_view>& components) const {
    std::vector<std::string> all;
    if (pages < promise_.pages) all.push_back(fmt::format("{} of {} pages", pages, promise_.pages));
    for (const std::string& component : promise_.components) {
      const bool is_reported = find_component(component) < 0;  // an unknown name: see report_unknown
      if (!components.contains(component) && !is_reported) all.push_back(fmt::format("no {}", component));
    }
    return join(all, ", ");
  }

  const Project& project_;
  const ProgramOf& programs_;
  const Promise& promise_;
  Diagnostics broken_;        // one for each group of readers in a language
  std::size_t promised_ = 0;  // the number of such groups
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> partials_;  // language, path → page
};

void report_unknown(const Promise& promise, Diagnostics& diagnostics) {
  for (std::size_t index = 0; index < promise.components.size(); ++index) {
    const std::string& component = promise.components[index];
    if (find_component(component) >= 0) continue;
    diagnostics.add("promise-broken", promise.components_at[index],
                    fmt::format("no component `{}`, which `{}` promises", component, promise.id),
                    suggestion(component, component_names()));
  }
}

}  // namespace

void check_promises(const Project& project, const ProgramOf& programs, Diagnostics& diagnostics) {
  for (const Promise& promise : project.site.promises) {
    report_unknown(promise, diagnostics);
    PromiseCheck check(project, programs, promise);
    for (const Condition& combination : combinations(project.site, promise)) {
      for (const std::string& language : project.site.languages) check.check(combination, language);
    }
    diagnostics.append(check.take_findings());
  }
}

}  // namespace tailorbird
