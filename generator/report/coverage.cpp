#include "report/coverage.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "report/condition_lines.hpp"
#include "report/reasons.hpp"
#include "tailor/condition_text.hpp"

namespace tailorbird {
namespace {

/// `space` with one value of a dimension.
ReaderSet fixed_to(ReaderSet space, std::size_t dimension, std::size_t value) {
  space.possible[dimension] &= ValueSet{1} << value;
  return space;
}

class CoverageMaker {
 public:
  CoverageMaker(const Project& project, const ProgramOf& programs, CoverageRequest request)
      : project_(project), programs_(programs) {
    result_.request = std::move(request);
  }

  Coverage make() {
    add_cells();
    add_pairs();
    add_untouched();
    add_idle();
    return std::move(result_);
  }

 private:
  const CoverageRequest& request() const { return result_.request; }
  std::size_t value_count(std::size_t dimension) const {
    return project_.site.dimensions[dimension].values.size();
  }
  Shown shown(const ReaderSet& space) const {
    return shown_to(project_, programs_, request().language, space);
  }

  void add_cells() {
    const std::size_t rows = request().dimensions.front();
    const bool has_columns = request().dimensions.size() > 1;
    const std::size_t columns = has_columns ? value_count(request().dimensions[1]) : 1;
    for (std::size_t row = 0; row < value_count(rows); ++row) {
      for (std::size_t column = 0; column < columns; ++column) {
        ReaderSet space = fixed_to(request().readers, rows, row);
        if (has_columns) space = fixed_to(std::move(space), request().dimensions[1], column);
        CoverageCell cell{row, column};
        if (!nobody(space)) {
          const Shown seen = shown(space);
          cell.pages = seen.pages;
          cell.words = seen.words();
          cell.own_words = seen.conditional_words();
          cell.components = seen.components;
          cell.conditions = seen.conditions;
        }
        result_.cells.push_back(cell);
      }
    }
  }

  void add_pairs() {
    for (std::size_t dimension = 0; dimension < project_.site.dimensions.size(); ++dimension) {
      std::vector<std::pair<std::size_t, Shown>> variants;
      for (std::size_t value = 0; value < value_count(dimension); ++value) {
        const ReaderSet space = fixed_to(request().readers, dimension, value);
        if (!nobody(space)) variants.emplace_back(value, shown(space));
      }
      for (std::size_t first = 0; first < variants.size(); ++first) {
        for (std::size_t second = first + 1; second < variants.size(); ++second) {
          result_.pairs.push_back({dimension, variants[first].first, variants[second].first,
                                   difference(variants[first].second, variants[second].second)});
        }
      }
    }
    std::stable_sort(result_.pairs.begin(), result_.pairs.end(),
                     [](const VariantPair& a, const VariantPair& b) {
                       return a.difference.percent() < b.difference.percent();
                     });
  }

  void note_values(const Condition& condition, std::vector<ValueSet>& named) const {
    for (const Atom& atom : condition.atoms) named[atom.dimension] |= atom.values;
  }

  void add_untouched() {
    std::vector<ValueSet> named(project_.site.dimensions.size());
    for (std::size_t index = 0; index < project_.pages.size(); ++index) {
      const Page& page = project_.pages[index];
      if (page.language != request().language) continue;
      note_values(page.front.condition, named);
      for (const ConditionUse& use : programs_(index).conditions) note_values(use.condition, named);
    }
    for (std::size_t dimension = 0; dimension < named.size(); ++dimension) {
      for (std::size_t value = 0; value < value_count(dimension); ++value) {
        if ((named[dimension] >> value & 1U) == 0) result_.untouched.push_back({dimension, value});
      }
    }
  }

  // --- Conditions without effect ---

  void add_idle() {
    const std::vector<Edition> editions = make_editions(project_, {{}, {}, {request().language}});
    for (std::size_t page = 0; page < project_.pages.size(); ++page) {
      if (project_.pages[page].language != request().language) continue;
      const Program& program = programs_(page);
      for (std::uint32_t index = 0; index < program.conditions.size(); ++index) look(page, index, editions);
    }
  }

  void look(std::size_t page, std::uint32_t index, const std::vector<Edition>& editions) {
    const std::vector<Way> ways = ways_to_condition(project_, programs_, page, index);
    bool shown = false;     // in some edition, or to readers who choose so
    bool excludes = false;  // somebody who comes to it
    bool reached = false;
    for (const Way& way : ways) {
      for (const Edition& edition : editions) {
        const Outcome result = outcome(way, edition);
        const std::size_t last = way.conditions.size() - 1;
        const bool comes_to_it = !result.left_out_by || *result.left_out_by == last;
        if (result.replaced_by != Outcome::no_page || !comes_to_it) continue;
        reached = true;
        shown = shown || result.verdict != Verdict::fails;
        excludes = excludes || result.verdict == Verdict::fails || last_is_open(way, edition);
      }
    }
    const ConditionUse& use = programs_(page).conditions[index];
    const PageLines lines(project_.pages[page]);
    IdleCondition idle{project_.pages[page].file, use.where.line, lines.mark(use), {}};
    if (!shown) {
      idle.cause = cause_of_death(use.condition, ways, editions, reached);
      result_.dead.push_back(std::move(idle));
    } else if (!excludes) {
      idle.cause =
          "all readers who reach it fit it already: the page, a condition around it or the bundles ensure "
          "that";
      result_.never_exclude.push_back(std::move(idle));
    }
  }

  /// Whether readers who come to the last condition of a way still decide it by their choice.
  static bool last_is_open(const Way& way, const Edition& edition) {
    ReaderSet readers = edition.space;
    for (std::size_t index = 0; index + 1 < way.conditions.size(); ++index)
      readers = narrowed(std::move(readers), way.conditions[index].condition);
    return decide(way.conditions.back().condition, readers) == Verdict::open;
  }

  std::string cause_of_death(const Condition& condition, const std::vector<Way>& ways,
                             const std::vector<Edition>& editions, bool reached) const {
    if (editions.empty()) return "no organisation has an edition in this language";
    if (ways.empty()) return "no page includes this partial";
    if (reached) return lack_of_readers(condition, editions);
    std::vector<std::size_t> counts;
    const Way& way = ways.front();
    counts.resize(way.conditions.size() + 1);
    for (const Edition& edition : editions)
      ++counts[outcome(way, edition).left_out_by.value_or(way.conditions.size())];
    const auto most = std::max_element(counts.begin(), counts.end());
    const auto index = static_cast<std::size_t>(most - counts.begin());
    if (index == way.conditions.size()) return "another file replaces its page";
    const ConditionPlace& by = way.conditions[index];
    return fmt::format("nobody reaches it: {}:{} ({}) leaves them out", by.file, by.line, by.written);
  }

  /// Names the value that no edition is for, when one of them is enough.
  std::string lack_of_readers(const Condition& condition, const std::vector<Edition>& editions) const {
    for (const Atom& atom : condition.atoms) {
      const bool somebody = std::any_of(editions.begin(), editions.end(), [&](const Edition& edition) {
        return (edition.space.possible[atom.dimension] & atom.values) != 0;
      });
      if (!somebody && !condition.negated)
        return fmt::format("no edition in this language is for {}",
                           condition_text(project_.site, {false, {atom}}));
    }
    return "no edition in this language has readers who fit it";
  }

  const Project& project_;
  const ProgramOf& programs_;
  Coverage result_;
};

}  // namespace

Coverage coverage(const Project& project, const ProgramOf& programs, CoverageRequest request) {
  return CoverageMaker(project, programs, std::move(request)).make();
}

}  // namespace tailorbird
