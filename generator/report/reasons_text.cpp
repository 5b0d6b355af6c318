#include "report/reasons_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "base/strings.hpp"
#include "report/condition_lines.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t most_names = 6;
constexpr std::size_t most_ways = 8;

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

/// "a, b, c, …"
std::string names_text(std::vector<std::string> names) {
  const bool more = names.size() > most_names;
  if (more) names.resize(most_names);
  return join(names, ", ") + (more ? ", …" : "");
}

std::vector<const Edition*> of_language(const PlaceQuestion& question) {
  std::vector<const Edition*> editions;
  const Page& page = question.project.pages[question.page];
  for (const Edition& edition : question.editions) {
    const bool reads_it = page.overlay_of.empty() || edition.profile->id == page.overlay_of;
    if (edition.language == page.language && reads_it) editions.push_back(&edition);
  }
  return editions;
}

/// The outcome of a way in an edition, as a line of the answer; equal lines are printed once.
std::string outcome_words(const Outcome& result, const Project& project) {
  if (result.left_out_by) return fmt::format("left out by {}", *result.left_out_by + 1);
  if (result.replaced_by != Outcome::no_page)
    return fmt::format("left out: {} replaces it", project.pages[result.replaced_by].file);
  if (result.verdict == Verdict::open) return fmt::format("the reader's choice: {}", result.choice);
  return "in";
}

/// "in" first, then what readers choose, then what is left out.
int rank(const Outcome& result) {
  if (result.verdict == Verdict::holds) return 0;
  return result.verdict == Verdict::open ? 1 : 2;
}

std::string outcomes_text(const Way& way, const PlaceQuestion& question) {
  const std::vector<const Edition*> editions = of_language(question);
  std::map<std::pair<int, std::string>, std::vector<std::string>> by_words;
  for (const Edition* edition : editions) {
    const Outcome result = outcome(way, *edition);
    by_words[{rank(result), outcome_words(result, question.project)}].push_back(edition->id());
  }
  std::string text;
  for (const auto& [words, names] : by_words)
    text += fmt::format("  {}\n    {} of {}: {}\n", words.second, names.size(),
                        counted(editions.size(), "edition", "editions"), names_text(names));
  return text;
}

std::string conditions_text(const Way& way) {
  std::size_t widest = 0;
  std::vector<std::string> places;
  for (const ConditionPlace& one : way.conditions) {
    places.push_back(fmt::format("{}:{}", one.file, one.line));
    widest = std::max(widest, places.back().size());
  }
  std::string text;
  for (std::size_t index = 0; index < places.size(); ++index)
    text +=
        fmt::format("  {}  {:<{}}  {}\n", index + 1, places[index], widest, way.conditions[index].written);
  return places.empty() ? "  no condition: it is for everybody\n" : text;
}

std::string way_text(const Way& way, const PlaceQuestion& question) {
  std::string text;
  if (way.pages.size() > 1) text += fmt::format("on {}\n", question.project.pages[way.pages.front()].file);
  return text + conditions_text(way) + "\n" + outcomes_text(way, question);
}

/// The best that the ways come to in one edition.
Outcome best(const std::vector<Way>& ways, const Edition& edition) {
  Outcome result{Verdict::fails, 0};
  for (const Way& way : ways) {
    const Outcome one = outcome(way, edition);
    if (rank(one) < rank(result)) result = one;
  }
  return result;
}

struct Counts {
  std::size_t in = 0;
  std::size_t choice = 0;
  std::size_t out = 0;
};

Counts count(const std::vector<Way>& ways, const std::vector<const Edition*>& editions) {
  Counts counts;
  for (const Edition* edition : editions) {
    const int kind = rank(best(ways, *edition));
    ++(kind == 0 ? counts.in : kind == 1 ? counts.choice : counts.out);
  }
  return counts;
}

std::string condition_row(const PlaceQuestion& question, const PageLines& lines, std::uint32_t index,
                          const std::vector<const Edition*>& editions) {
  const ConditionUse& use = question.programs(question.page).conditions[index];
  const Counts counts =
      count(ways_to_condition(question.project, question.programs, question.page, index), editions);
  return fmt::format("  {:>4}  {:>4}  {:>6}  {:>4}  {}\n", use.where.line, counts.in, counts.choice,
                     counts.out, lines.mark(use));
}

}  // namespace

std::string line_reasons_text(const PlaceQuestion& question, std::uint32_t line) {
  const Page& page = question.project.pages[question.page];
  std::string text = fmt::format("{}:{}\n", page.file, line);
  const std::string source = std::string(trim(PageLines(page).line(line)));
  if (!source.empty()) text += fmt::format("  {}\n", source);
  const std::vector<Way> ways = ways_to(question.project, question.programs, question.page, line);
  if (ways.empty()) text += "\nNo page includes this partial, so nobody sees it.\n";
  for (std::size_t index = 0; index < std::min(ways.size(), most_ways); ++index)
    text += "\n" + way_text(ways[index], question);
  if (ways.size() > most_ways) text += fmt::format("\n… and {} more ways to it\n", ways.size() - most_ways);
  return text;
}

std::string page_reasons_text(const PlaceQuestion& question) {
  const Page& page = question.project.pages[question.page];
  const std::vector<const Edition*> editions = of_language(question);
  std::string text = fmt::format("{}{}\n", page.file, page.partial ? "" : ": " + page.front.title);
  const std::vector<Way> ways = ways_to(question.project, question.programs, question.page, 0);
  if (ways.size() == 1) {
    text += "\n" + way_text(ways.front(), question);
  } else {
    const Counts counts = count(ways, editions);
    text += fmt::format("\n  {} to it; in {}, the reader's choice in {}, left out of {}\n",
                        counted(ways.size(), "way", "ways"), counts.in, counts.choice, counts.out);
  }
  const Program& program = question.programs(question.page);
  if (program.conditions.empty()) return text + "\nThere is no condition in its text.\n";
  text += "\n  line    in  choice   out  condition\n";
  const PageLines lines(page);
  for (std::uint32_t index = 0; index < program.conditions.size(); ++index)
    text += condition_row(question, lines, index, editions);
  return text;
}

std::string dimension_text(const Project& project, const ProgramOf& programs, std::size_t dimension) {
  const Dimension& one = project.site.dimensions[dimension];
  const std::string language = project.site.languages.empty() ? "" : project.site.languages.front();
  const auto names = [&](const Condition& condition) {
    return std::any_of(condition.atoms.begin(), condition.atoms.end(),
                       [&](const Atom& atom) { return atom.dimension == dimension; });
  };
  std::size_t pages = 0;
  std::size_t conditions = 0;
  for (std::size_t index = 0; index < project.pages.size(); ++index) {
    if (names(project.pages[index].front.condition)) ++pages;
    for (const ConditionUse& use : programs(index).conditions) conditions += names(use.condition) ? 1 : 0;
  }
  std::size_t fixed = 0;
  std::size_t bundles = 0;
  for (const Profile& profile : project.profiles) {
    bundles += profile.bundles.size();
    for (const Bundle& bundle : profile.bundles) fixed += bundle.space.fixed(dimension) ? 1 : 0;
  }
  std::string text = fmt::format("dimension {}: {}{}\n", one.id, one.label.in(language),
                                 one.ordered ? " (its values follow each other)" : "");
  std::size_t widest = 0;
  for (const DimensionValue& value : one.values) widest = std::max(widest, value.id.size());
  for (const DimensionValue& value : one.values) {
    const std::string_view when = value.when.in(language);
    text += fmt::format("  {:<{}}  {}{}{}\n", value.id, widest, value.label.in(language),
                        when.empty() ? "" : ": ", when);
  }
  text += fmt::format(
      "  {} of {} decide it when they are built; in the others readers choose.\n"
      "  It is used in the front matter of {} and in {} of their texts.\n",
      fixed, counted(bundles, "bundle", "bundles"), counted(pages, "page", "pages"),
      counted(conditions, "condition", "conditions"));
  return text;
}

}  // namespace tailorbird
