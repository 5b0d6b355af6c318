#include "check/demands.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "components/component.hpp"
#include "tailor/word_count.hpp"
#include "text/readability.hpp"

namespace tailorbird {
namespace {

/// A demand at one place of site.yaml.
struct Demand {
  SourceRange where;
  std::string what;  // completes "none of the 14 pages …": "have `video`"
  std::function<bool(const Edition& edition, std::size_t page)> concerns;  // page: index in Project::pages
};

using Pages = std::set<std::string_view>;  // their files

class Demands {
 public:
  Demands(std::span<const Edition> editions, const ProgramOf& programs)
      : editions_(editions), programs_(programs) {
    if (editions.empty()) return;
    for (const PageElements& wanted : site().page_elements) add(wanted);
    for (const ReadabilityTarget& target : site().readability) add(target);
  }

  const std::vector<Demand>& all() const { return all_; }

  /// The files of the pages to which the demand applies, in `language`; empty: in all languages.
  Pages concerned(const Demand& demand, std::string_view language) const {
    Pages pages;
    for (const Edition& edition : editions_) {
      if (!language.empty() && edition.language != language) continue;
      for (const EditionPage& page : edition.pages) {
        const std::string_view file = edition.project->pages[page.page].file;
        if (!pages.contains(file) && demand.concerns(edition, page.page)) pages.insert(file);
      }
    }
    return pages;
  }

  /// "", which stands for all languages, and each language.
  std::vector<std::string> languages() const {
    std::set<std::string> all{""};
    for (const Edition& edition : editions_) all.insert(edition.language);
    return {all.begin(), all.end()};
  }

 private:
  const Site& site() const { return editions_.front().project->site; }

  void add(const PageElements& wanted) {
    const auto asked = [&wanted](const Edition& edition, std::size_t page) {
      return concerns(wanted, edition, edition.project->pages[page]);
    };
    for (std::size_t index = 0; index < wanted.needs.size(); ++index)
      all_.push_back({wanted.needs_at[index], fmt::format("have `{}`", wanted.needs[index]), asked});
    for (const auto& [component, parts] : wanted.parts) {
      const int kind = find_component(component);
      all_.push_back({parts.where, fmt::format("have {} parts in `{}`", parts.count, component),
                      [this, asked, kind](const Edition& edition, std::size_t page) {
                        return asked(edition, page) && has_component(page, kind);
                      }});
    }
  }

  void add(const ReadabilityTarget& target) {
    const auto asked = [&target](const Edition& edition, std::size_t page) {
      return target_for(edition, edition.project->pages[page]) == &target;
    };
    const auto measured = [this, asked](const Edition& edition, std::size_t page) {
      return asked(edition, page) && has_enough_words(page);
    };
    const auto scored = [measured](const Edition& edition, std::size_t page) {
      return has_readability_formula(edition.language) && measured(edition, page);
    };
    all_.push_back({target.most_words_at,
                    fmt::format("have no sentence of more than {} words", target.most_words), measured});
    all_.push_back(
        {target.most_words_on_average_at,
         fmt::format("have at most {} words in a sentence on average", target.most_words_on_average),
         measured});
    all_.push_back({target.least_score_at, fmt::format("reach a score of {}", target.least_score), scored});
  }

  bool has_component(std::size_t page, int kind) const {
    const auto& uses = programs_(page).components;
    return std::any_of(uses.begin(), uses.end(), [&](const ComponentUse& use) { return use.kind == kind; });
  }

  bool has_enough_words(std::size_t page) const {
    const Program& program = programs_(page);
    std::size_t words = 0;
    for (const Instruction& one : program.code) {
      if (one.op == Op::text) words += count_words(program.piece(one));
    }
    return words >= enough_words;
  }

  std::span<const Edition> editions_;
  const ProgramOf& programs_;
  std::vector<Demand> all_;
};

using Findings = std::vector<const Diagnostic*>;

/// One diagnostic at the demand in place of `unmet`, those that say that pages do not meet it.
Diagnostic joined_at(const Demand& demand, const Findings& unmet, std::size_t pages_unmet, std::size_t pages,
                     std::string_view language) {
  Diagnostic one = *unmet.front();
  one.where = demand.where;
  one.message = fmt::format(
      "{} of the {} pages {}{}", pages == pages_unmet ? "none" : std::to_string(pages - pages_unmet), pages,
      language.empty() ? std::string{} : fmt::format("in `{}` ", language), demand.what);
  one.fix = fix_of_demand;
  one.related.clear();
  one.editions.clear();
  for (const Diagnostic* other : unmet) {
    one.severity = std::min(one.severity, other->severity);
    join_into(one, Diagnostic(*other));
  }
  return one;
}

/// Replaces the diagnostics of pages by one at each demand that is at fault.
class Joining {
 public:
  Joining(const std::vector<Diagnostic>& found, const Demands& demands) : demands_(demands) {
    for (const Diagnostic& one : found) {
      for (const SourceRange& demand : one.asked_at) unmet_[demand].push_back(&one);
    }
  }

  void join(const Demand& demand) {
    const auto unmet = unmet_.find(demand.where);
    if (unmet == unmet_.end()) return;
    for (const std::string& language : demands_.languages()) {
      if (join(demand, unmet->second, language)) return;
    }
  }

  /// Whether `one` only reports demands that are at fault, so that their diagnostics replace it.
  bool replaces(const Diagnostic& one) const {
    return !one.asked_at.empty() &&
           std::all_of(one.asked_at.begin(), one.asked_at.end(), [&](const SourceRange& demand) {
             return at_fault_.contains({demand, &one});
           });
  }

  std::vector<Diagnostic> take() { return std::move(joined_); }

 private:
  static bool is_in(const Diagnostic& one, std::string_view language) {
    const std::string ending = fmt::format("/{}", language);
    return language.empty() || std::any_of(one.editions.begin(), one.editions.end(),
                                           [&](const std::string& id) { return id.ends_with(ending); });
  }

  bool join(const Demand& demand, const Findings& unmet, std::string_view language) {
    if (!is_at_fault(unmet.size(), unmet.size())) return false;
    const Pages pages = demands_.concerned(demand, language);
    Pages pages_unmet;
    Findings here;
    for (const Diagnostic* one : unmet) {
      if (!is_in(*one, language)) continue;
      here.push_back(one);
      if (pages.contains(one->where.file)) pages_unmet.insert(one->where.file);
    }
    if (!is_at_fault(pages_unmet.size(), pages.size())) return false;
    for (const Diagnostic* one : here) at_fault_.insert({demand.where, one});
    joined_.push_back(joined_at(demand, here, pages_unmet.size(), pages.size(), language));
    return language.empty();
  }

  const Demands& demands_;
  std::map<SourceRange, Findings> unmet_;  // by the place of the demand
  std::set<std::pair<SourceRange, const Diagnostic*>> at_fault_;
  std::vector<Diagnostic> joined_;
};

}  // namespace

const ReadabilityTarget* target_for(const Edition& edition, const Page& page) {
  const ReaderSet readers = narrowed(edition.space, page.front.condition);
  for (const ReadabilityTarget& target : edition.project->site.readability) {
    if (decide(target.where_holds, readers) == Verdict::holds) return &target;
  }
  return nullptr;
}

bool concerns(const PageElements& wanted, const Edition& edition, const Page& page) {
  if (is_kit_page(page) || page.front.layout != wanted.layout)
    return false;  // a document of the roll-out kit, or another layout
  return decide(wanted.where_holds, narrowed(edition.space, page.front.condition)) == Verdict::holds;
}

bool is_at_fault(std::size_t unmet, std::size_t asked) {
  constexpr std::size_t fewest = 3;
  return unmet >= fewest && unmet * 10 >= asked * 9;
}

void join_into(Diagnostic& one, Diagnostic&& other) {
  one.related.push_back({std::move(other.where), std::move(other.message)});
  one.editions.insert(one.editions.end(), std::make_move_iterator(other.editions.begin()),
                      std::make_move_iterator(other.editions.end()));
}

std::vector<Diagnostic> joined_by_demand(std::vector<Diagnostic> found, std::span<const Edition> editions,
                                         const ProgramOf& programs) {
  const Demands demands(editions, programs);
  Joining joining(found, demands);
  for (const Demand& demand : demands.all()) joining.join(demand);
  std::vector<Diagnostic> result = joining.take();
  if (result.empty()) return found;
  for (Diagnostic& one : found) {
    if (!joining.replaces(one)) result.push_back(std::move(one));
  }
  return merged(std::move(result));
}

}  // namespace tailorbird
