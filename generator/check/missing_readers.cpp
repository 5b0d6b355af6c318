#include "check/missing_readers.hpp"

#include <algorithm>
#include <bit>
#include <fmt/format.h>
#include <map>
#include <utility>

#include "tailor/condition_text.hpp"

namespace tailorbird {
namespace {

using Value = std::pair<std::uint16_t, ValueSet>;  // a dimension, and one of its values

/// The values for which the page has a text of its own. A condition that names more than half of the values
/// is rather about those it leaves out.
std::set<Value> values_with_text(const Site& site, const Program& program) {
  std::set<Value> values;
  for (const ConditionUse& use : program.conditions) {
    if (use.condition.negated) continue;
    for (const Atom& atom : use.condition.atoms) {
      const std::size_t most = site.dimensions[atom.dimension].values.size() / 2;
      if (static_cast<std::size_t>(std::popcount(atom.values)) > most) continue;
      for (ValueSet left = atom.values; left != 0; left &= left - 1)
        values.insert({atom.dimension, left & ~(left - 1)});
    }
  }
  return values;
}

/// Counts the pages whose source has a text for a value: with such a text in the translation, and without.
struct Count {
  std::size_t having = 0;
  std::size_t lacking = 0;

  bool is_mostly_lacking() const { return lacking >= least_pages_without_text && lacking >= 3 * having; }
};

std::map<Value, Count> count_texts(const Project& project, const ProgramOf& programs,
                                   const std::vector<TranslatedPage>& pages) {
  std::map<Value, Count> counts;
  for (const TranslatedPage& pair : pages) {
    const Program& source = programs(pair.source);
    const Program& translation = programs(pair.translation);
    if (source.failed || translation.failed) continue;
    const std::set<Value> there = values_with_text(project.site, translation);
    for (const Value& value : values_with_text(project.site, source))
      ++(there.contains(value) ? counts[value].having : counts[value].lacking);
  }
  return counts;
}

}  // namespace

std::set<std::string> report_missing_readers(const Project& project, const ProgramOf& programs,
                                             std::string_view language,
                                             const std::vector<TranslatedPage>& pages,
                                             Diagnostics& diagnostics) {
  std::set<std::string> editions;
  const std::map<Value, Count> counts = count_texts(project, programs, pages);
  const auto report = [&](const Profile& profile, const Bundle& bundle) {
    for (const auto& [value, count] : counts) {
      const auto& [dimension, values] = value;
      if (!count.is_mostly_lacking() || bundle.space.possible[dimension] != values) continue;
      const std::string edition = fmt::format("{}/{}/{}", profile.id, bundle.id, language);
      diagnostics.add(
          "translation-lacks-readers", bundle.where,
          fmt::format("{} of {} pages in `{}` have no text for {}, which the pages they translate have",
                      count.lacking, count.lacking + count.having, language,
                      condition_text(project.site, {false, {{dimension, values}}})));
      editions.insert(edition);
    }
  };
  for (const Profile& profile : project.profiles) {
    for (const Bundle& bundle : profile.bundles) {
      if (std::find(bundle.languages.begin(), bundle.languages.end(), language) != bundle.languages.end())
        report(profile, bundle);
    }
  }
  return editions;
}

}  // namespace tailorbird
