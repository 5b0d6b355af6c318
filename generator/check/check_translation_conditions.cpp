// Checks that a translation has the same readers and the same conditions as its source. Words may differ
// between languages, conditions may not.

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "check/all_checks.hpp"
#include "check/missing_readers.hpp"
#include "check/translation_mark.hpp"
#include "tailor/condition_text.hpp"

namespace tailorbird {
namespace {

/// Pages of the first language by path and overlay, as indices in Project::pages.
using Sources = std::map<std::pair<std::string_view, std::string_view>, std::size_t>;

/// Reader sets of the bundles in one language → the ids of their editions.
using Readers = std::map<ReaderSet, std::vector<std::string>>;

/// Leaves out the readers of the editions in `without`.
Readers readers_in(const Project& project, std::string_view language, std::string_view overlay_of,
                   const std::set<std::string>& without) {
  Readers readers;
  for (const Profile& profile : project.profiles) {
    if (!overlay_of.empty() && overlay_of != profile.id) continue;
    for (const Bundle& bundle : profile.bundles) {
      if (std::find(bundle.languages.begin(), bundle.languages.end(), language) == bundle.languages.end())
        continue;
      std::string edition = fmt::format("{}/{}/{}", profile.id, bundle.id, language);
      if (!without.contains(edition)) readers[bundle.space].push_back(std::move(edition));
    }
  }
  return readers;
}

class ConditionsCompared {
 public:
  ConditionsCompared(const Project& project, const ProgramOf& programs, Diagnostics& diagnostics)
      : project_(project), programs_(programs), diagnostics_(diagnostics) {}

  void compare(const TranslatedPage& pair, const Readers& readers) {
    const Page& source = project_.pages[pair.source];
    const Page& translation = project_.pages[pair.translation];
    if (is_behind(source, translation)) return;  // reported by check_translations
    if (!translation.partial && source.front.condition != translation.front.condition)
      return report_page(source, translation);
    const Program& of_source = programs_(pair.source);
    const Program& of_translation = programs_(pair.translation);
    if (of_source.failed || of_translation.failed) return;
    compare_programs(of_source, of_translation, translation, readers);
  }

 private:
  using Uses = std::vector<const ConditionUse*>;

  static bool is_behind(const Page& source, const Page& translation) {
    return !translation.front.translates.empty() && translation.front.translates != translation_mark(source);
  }

  /// The conditions that some of the readers can meet.
  static Uses uses_for(const Program& program, const Readers& readers) {
    Uses uses;
    for (const ConditionUse& use : program.conditions) {
      const bool any = std::any_of(readers.begin(), readers.end(), [&](const auto& one) {
        return decide(use.condition, one.first) != Verdict::fails;
      });
      if (any) uses.push_back(&use);
    }
    return uses;
  }

  /// The condition at the place of `lacking` in the translation, when no reader can meet it: probably
  /// `lacking` was meant. Null when some reader can.
  static const ConditionUse* mistaken_for(const ConditionUse* lacking, const Program& of_source,
                                          const Program& of_translation, const Readers& readers) {
    const auto index = static_cast<std::size_t>(lacking - of_source.conditions.data());
    if (index >= of_translation.conditions.size()) return nullptr;
    const ConditionUse& there = of_translation.conditions[index];
    const Uses met = uses_for(of_translation, readers);
    return std::find(met.begin(), met.end(), &there) == met.end() ? &there : nullptr;
  }

  /// The uses that `others` lacks. When a condition occurs in both, the last uses of it count as surplus.
  static Uses more_than(const Uses& uses, const Uses& others) {
    std::map<Condition, std::size_t> there;
    for (const ConditionUse* other : others) ++there[other->condition];
    Uses more;
    for (const ConditionUse* use : uses) {
      std::size_t& left = there[use->condition];
      if (left == 0) {
        more.push_back(use);
      } else {
        --left;
      }
    }
    return more;
  }

  void compare_programs(const Program& of_source, const Program& of_translation, const Page& translation,
                        const Readers& readers) {
    const Uses in_source = uses_for(of_source, readers);
    const Uses in_translation = uses_for(of_translation, readers);
    const Uses lacking = more_than(in_source, in_translation);
    Uses added = more_than(in_translation, in_source);
    for (std::size_t index = added.size(); index < lacking.size(); ++index)
      added.push_back(mistaken_for(lacking[index], of_source, of_translation, readers));
    for (std::size_t index = 0; index < std::max(lacking.size(), added.size()); ++index) {
      report(of_source, index < lacking.size() ? lacking[index] : nullptr, translation,
             index < added.size() ? added[index] : nullptr, readers);
    }
  }

  /// The editions whose readers can meet one of the two conditions.
  static std::vector<std::string> editions_of(const ConditionUse* lacking, const ConditionUse* added,
                                              const Readers& readers) {
    std::vector<std::string> editions;
    for (const auto& [space, of_space] : readers) {
      const auto can_be_met = [&, &space = space](const ConditionUse* use) {
        return use != nullptr && decide(use->condition, space) != Verdict::fails;
      };
      if (can_be_met(lacking) || can_be_met(added))
        editions.insert(editions.end(), of_space.begin(), of_space.end());
    }
    return editions;
  }

  /// `lacking`: a condition that only the source has; `added`: one only the translation has. One may be null.
  void report(const Program& of_source, const ConditionUse* lacking, const Page& translation,
              const ConditionUse* added, const Readers& readers) {
    const auto text = [&](const ConditionUse* use) { return condition_text(project_.site, use->condition); };
    SourceRange where{translation.file, translation.front.title_at, 0};
    if (added != nullptr) where = {translation.file, added->where, added->length};
    std::string message;
    if (lacking == nullptr) {
      message = fmt::format("a text for {}, which the page it translates does not have", text(added));
    } else if (added == nullptr) {
      message =
          fmt::format("this translation has no text for {}, which the page it translates has", text(lacking));
    } else {
      message =
          fmt::format("this is for {}; the page it translates has a text for {}", text(added), text(lacking));
    }
    Diagnostic& problem = diagnostics_.add("translation-differs", std::move(where), std::move(message));
    problem.about = {of_source.file};
    problem.editions = editions_of(lacking, added, readers);
    if (lacking != nullptr)
      problem.related.push_back(
          {{of_source.file, lacking->where, lacking->length}, "the page it translates"});
  }

  /// The place in the front matter of `page` that names other readers than `other`; its title when it only
  /// lacks some that `other` has.
  static SourceRange where_readers_differ(const Page& page, const Page& other) {
    const auto values = [](const Page& one, std::uint16_t dimension) {
      const auto atom = std::find_if(one.front.condition.atoms.begin(), one.front.condition.atoms.end(),
                                     [&](const Atom& each) { return each.dimension == dimension; });
      return atom == one.front.condition.atoms.end() ? ValueSet{0} : atom->values;
    };
    for (const auto& [dimension, where] : page.front.readers_at) {
      if (values(page, dimension) != values(other, dimension)) return where;
    }
    return {page.file, page.front.title_at, 0};
  }

  void report_page(const Page& source, const Page& translation) {
    const auto text = [&](const Page& page) { return condition_text(project_.site, page.front.condition); };
    Diagnostic& problem = diagnostics_.add(
        "translation-differs", where_readers_differ(translation, source),
        fmt::format("this page is for {}; the page it translates is for {}", text(translation), text(source)),
        "let both front matters name the same readers");
    problem.about = {source.file};
    problem.related.push_back({where_readers_differ(source, translation), "the page it translates"});
  }

  const Project& project_;
  const ProgramOf& programs_;
  Diagnostics& diagnostics_;
};

/// The translations of the first language's pages, by language.
std::map<std::string_view, std::vector<TranslatedPage>> translations(const Project& project) {
  Sources sources;
  for (std::size_t index = 0; index < project.pages.size(); ++index) {
    const Page& page = project.pages[index];
    if (page.language == project.site.languages[0]) sources[{page.path, page.overlay_of}] = index;
  }
  std::map<std::string_view, std::vector<TranslatedPage>> by_language;
  for (std::size_t index = 0; index < project.pages.size(); ++index) {
    const Page& page = project.pages[index];
    const auto source = sources.find({page.path, page.overlay_of});
    if (source != sources.end() && source->second != index)
      by_language[page.language].push_back({source->second, index});
  }
  return by_language;
}

/// Compares `pages`, all in one language. Leaves out the readers of the editions in `without`.
Diagnostics differences(const Project& project, const ProgramOf& programs,
                        const std::vector<TranslatedPage>& pages, const std::set<std::string>& without) {
  Diagnostics found;
  ConditionsCompared compared(project, programs, found);
  std::map<std::string_view, Readers> readers;  // by the organisation whose overlay a page is in
  for (const TranslatedPage& pair : pages) {
    const Page& page = project.pages[pair.translation];
    const auto [known, is_new] = readers.try_emplace(page.overlay_of);
    if (is_new) known->second = readers_in(project, page.language, page.overlay_of, without);
    compared.compare(pair, known->second);
  }
  return found;
}

}  // namespace

void check_translation_conditions(const Project& project, const ProgramOf& programs,
                                  Diagnostics& diagnostics) {
  if (project.site.languages.empty()) return;
  for (const auto& [language, pages] : translations(project)) {
    Diagnostics found = differences(project, programs, pages, {});
    if (found.all().size() >= least_pages_without_text) {
      const std::set<std::string> lacking =
          report_missing_readers(project, programs, language, pages, diagnostics);
      if (!lacking.empty()) found = differences(project, programs, pages, lacking);
    }
    diagnostics.append(std::move(found));
  }
}

}  // namespace tailorbird
