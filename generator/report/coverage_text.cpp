// Coverage for people on a terminal, and for programs.

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/json_text.hpp"
#include "report/coverage.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t most_lines = 20;

const DimensionValue& value_of(const Site& site, std::size_t dimension, std::size_t value) {
  return site.dimensions[dimension].values[value];
}

std::string row_name(const Site& site, const Coverage& coverage, const CoverageCell& cell) {
  return value_of(site, coverage.request.dimensions[0], cell.row).id;
}

std::string column_name(const Site& site, const Coverage& coverage, const CoverageCell& cell) {
  return coverage.request.dimensions.size() > 1
             ? value_of(site, coverage.request.dimensions[1], cell.column).id
             : std::string("all");
}

std::string map_text(const Site& site, const Coverage& coverage) {
  std::size_t widest_row = 0;
  std::size_t widest_column = 3;
  for (const CoverageCell& cell : coverage.cells) {
    widest_row = std::max(widest_row, row_name(site, coverage, cell).size());
    widest_column = std::max(widest_column, column_name(site, coverage, cell).size());
  }
  std::string text = fmt::format("{:<{}}  {:<{}}  pages   words  for them alone  components  conditions\n",
                                 "", widest_row, "", widest_column);
  for (const CoverageCell& cell : coverage.cells) {
    text +=
        fmt::format("{:<{}}  {:<{}}  {:>5}  {:>6}  {:>14}  {:>10}  {:>10}\n", row_name(site, coverage, cell),
                    widest_row, column_name(site, coverage, cell), widest_column, cell.pages, cell.words,
                    cell.own_words, cell.components, cell.conditions);
  }
  return text;
}

std::string pair_words(const Site& site, const VariantPair& pair) {
  const std::string names = fmt::format("{}: {} and {}", site.dimensions[pair.dimension].id,
                                        value_of(site, pair.dimension, pair.first).id,
                                        value_of(site, pair.dimension, pair.second).id);
  if (pair.difference.differing == 0) return names + " get the same words";
  return fmt::format("{}: {:.1f} % of {} words differ", names, pair.difference.percent(),
                     pair.difference.words);
}

std::string pairs_text(const Site& site, const Coverage& coverage) {
  std::string text;
  std::size_t count = 0;
  for (const VariantPair& pair : coverage.pairs) {
    if (pair.difference.percent() >= thin_percent || ++count > most_lines) continue;
    text += "  " + pair_words(site, pair) + "\n";
  }
  if (count > most_lines)
    text += fmt::format("  … and {} more; --as json has them all\n", count - most_lines);
  return text.empty() ? ""
                      : fmt::format("\nVariants that differ in less than {:.0f} % of their words\n{}",
                                    thin_percent, text);
}

std::string idle_text(std::string_view heading, const std::vector<IdleCondition>& conditions) {
  if (conditions.empty()) return {};
  std::string text = fmt::format("\n{} ({})\n", heading, conditions.size());
  for (std::size_t index = 0; index < std::min(conditions.size(), most_lines); ++index) {
    const IdleCondition& one = conditions[index];
    text += fmt::format("  {}:{}: {}\n    {}\n", one.file, one.line, one.written, one.cause);
  }
  if (conditions.size() > most_lines)
    text += fmt::format("  … and {} more; --as json has them all\n", conditions.size() - most_lines);
  return text;
}

std::string untouched_text(const Site& site, const Coverage& coverage) {
  std::string text;
  for (const UntouchedValue& one : coverage.untouched)
    text += fmt::format("  {}: {}\n", site.dimensions[one.dimension].id,
                        value_of(site, one.dimension, one.value).id);
  return text.empty() ? "" : "\nValues that no page and no condition names\n" + text;
}

nlohmann::ordered_json idle_json(const std::vector<IdleCondition>& conditions) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const IdleCondition& one : conditions)
    list.push_back(
        {{"file", one.file}, {"line", one.line}, {"condition", one.written}, {"cause", one.cause}});
  return list;
}

}  // namespace

std::string coverage_text(const Site& site, const Coverage& coverage) {
  return map_text(site, coverage) + pairs_text(site, coverage) + untouched_text(site, coverage) +
         idle_text("Conditions whose text is in no edition", coverage.dead) +
         idle_text("Conditions that keep nobody out", coverage.never_exclude);
}

std::string coverage_json(const Site& site, const Coverage& coverage) {
  nlohmann::ordered_json json = {{"version", 1}, {"language", coverage.request.language}};
  for (const std::size_t dimension : coverage.request.dimensions)
    json["dimensions"].push_back(site.dimensions[dimension].id);
  json["cells"] = nlohmann::ordered_json::array();
  for (const CoverageCell& cell : coverage.cells) {
    json["cells"].push_back({{"row", row_name(site, coverage, cell)},
                             {"column", column_name(site, coverage, cell)},
                             {"pages", cell.pages},
                             {"words", cell.words},
                             {"own_words", cell.own_words},
                             {"components", cell.components},
                             {"conditions", cell.conditions}});
  }
  json["variants"] = nlohmann::ordered_json::array();
  for (const VariantPair& pair : coverage.pairs) {
    json["variants"].push_back({{"dimension", site.dimensions[pair.dimension].id},
                                {"first", value_of(site, pair.dimension, pair.first).id},
                                {"second", value_of(site, pair.dimension, pair.second).id},
                                {"words", pair.difference.words},
                                {"differing_words", pair.difference.differing}});
  }
  json["untouched"] = nlohmann::ordered_json::array();
  for (const UntouchedValue& one : coverage.untouched) {
    json["untouched"].push_back({{"dimension", site.dimensions[one.dimension].id},
                                 {"value", value_of(site, one.dimension, one.value).id}});
  }
  json["dead"] = idle_json(coverage.dead);
  json["never_exclude"] = idle_json(coverage.never_exclude);
  return json_text(json, 2) + "\n";
}

}  // namespace tailorbird
