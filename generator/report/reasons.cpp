#include "report/reasons.hpp"

#include <algorithm>

#include "base/strings.hpp"
#include "model/program_walk.hpp"
#include "report/condition_lines.hpp"
#include "tailor/condition_text.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t deepest_include = 8;

struct IncludePlace {
  std::uint32_t include = 0;
  ConditionChain conditions;
};

/// The conditions around each condition and each include of a program.
class Chains {
 public:
  explicit Chains(const Program& program) : program_(program), of_condition_(program.conditions.size()) {
    walk(program, program.main, *this);
    for (const Footnote& note : program.footnotes)
      walk_under(note.conditions, *this, [&] { walk(program, note.body, *this); });
  }

  /// With the condition itself as the last; empty when nothing is under it.
  const ConditionChain& of_condition(std::uint32_t index) const { return of_condition_[index]; }
  const std::vector<IncludePlace>& includes() const { return includes_; }

  // As a visitor.
  template <typename Inside>
  void condition(std::uint32_t index, const Inside& inside) {
    around_.push_back(index);
    if (of_condition_[index].empty()) of_condition_[index] = around_;
    inside();
    around_.pop_back();
  }
  void component(const ComponentUse& use) {
    walk_under(use.root.condition, *this, [&] { walk_part(program_, use.root, *this); });
  }
  std::uint32_t instruction(std::uint32_t at) {
    if (program_.code[at].op == Op::include) includes_.push_back({program_.code[at].a, around_});
    return at + 1;
  }

 private:
  const Program& program_;
  ConditionChain around_;
  std::vector<ConditionChain> of_condition_;
  std::vector<IncludePlace> includes_;
};

std::string value_words(const Site& site, const Condition& condition) {
  return replace_all(condition_text(site, condition), "`", "");
}

/// What the front matter says about the readers. It stands where its keys do; a page names only their lines'
/// file, so the first line stands for all.
ConditionPlace front_matter_place(const Project& project, const Page& page) {
  return {page.file, page.front.title_at.line, value_words(project.site, page.front.condition),
          page.front.condition};
}

class WayFinder {
 public:
  WayFinder(const Project& project, const ProgramOf& programs) : project_(project), programs_(programs) {}

  /// `chain` on the page `page`, reached in each possible way.
  std::vector<Way> ways(std::size_t page, const ConditionChain& chain, std::size_t depth = 0) const {
    std::vector<Way> found = to_page(page, depth);
    const PageLines lines(project_.pages[page]);
    for (Way& way : found) {
      for (const std::uint32_t index : chain) {
        const ConditionUse& use = programs_(page).conditions[index];
        way.conditions.push_back({project_.pages[page].file, use.where.line, lines.mark(use), use.condition});
      }
    }
    return found;
  }

 private:
  std::vector<Way> to_page(std::size_t index, std::size_t depth) const {
    const Page& page = project_.pages[index];
    if (!page.partial) {
      Way way{{index}, {}};
      if (!page.front.condition.always()) way.conditions.push_back(front_matter_place(project_, page));
      return {std::move(way)};
    }
    std::vector<Way> found;
    if (depth == deepest_include) return found;
    for (std::size_t other = 0; other < project_.pages.size(); ++other) {
      if (project_.pages[other].language == page.language) add_includes(other, index, depth, found);
    }
    return found;
  }

  void add_includes(std::size_t from, std::size_t partial, std::size_t depth, std::vector<Way>& found) const {
    const Program& program = programs_(from);
    const std::string& path = project_.pages[partial].path;
    const bool includes = std::any_of(program.includes.begin(), program.includes.end(),
                                      [&](const IncludeUse& use) { return use.path == path; });
    if (!includes) return;
    const Chains chains(program);
    for (const IncludePlace& place : chains.includes()) {
      if (program.includes[place.include].path != path) continue;
      for (Way& way : ways(from, place.conditions, depth + 1)) {
        way.pages.push_back(partial);
        found.push_back(std::move(way));
      }
    }
  }

  const Project& project_;
  const ProgramOf& programs_;
};

bool is_prefix(const ConditionChain& chain, const ConditionChain& of) {
  return chain.size() < of.size() && std::equal(chain.begin(), chain.end(), of.begin());
}

/// The chains of the conditions that cover a line, without those that another one continues. Empty: none.
std::vector<ConditionChain> chains_at(const Program& program, const PageLines& lines, std::uint32_t line) {
  const Chains chains(program);
  std::vector<ConditionChain> found;
  for (std::uint32_t index = 0; index < program.conditions.size(); ++index) {
    const ConditionChain& chain = chains.of_condition(index);
    if (!chain.empty() && lines.span(program.conditions[index]).holds(line)) found.push_back(chain);
  }
  std::vector<ConditionChain> innermost;
  for (const ConditionChain& chain : found) {
    const bool goes_on = std::any_of(found.begin(), found.end(),
                                     [&](const ConditionChain& other) { return is_prefix(chain, other); });
    if (!goes_on) innermost.push_back(chain);
  }
  if (innermost.empty()) innermost.emplace_back();
  return innermost;
}

}  // namespace

std::optional<std::size_t> find_page(const Project& project, std::string_view name,
                                     std::string_view language) {
  const std::string wanted = language.empty() && !project.site.languages.empty()
                                 ? project.site.languages.front()
                                 : std::string(language);
  for (std::size_t index = 0; index < project.pages.size(); ++index) {
    if (project.pages[index].file == name) return index;
  }
  for (std::size_t index = 0; index < project.pages.size(); ++index) {
    const Page& page = project.pages[index];
    const bool is_path = page.language == wanted && page.path == name;
    if (page.overlay_of.empty() && (is_path || page.language + "/" + page.path == name)) return index;
  }
  return std::nullopt;
}

std::vector<Way> ways_to(const Project& project, const ProgramOf& programs, std::size_t page,
                         std::uint32_t line) {
  const WayFinder finder(project, programs);
  if (line == 0) return finder.ways(page, {});
  std::vector<Way> found;
  for (const ConditionChain& chain : chains_at(programs(page), PageLines(project.pages[page]), line)) {
    for (Way& way : finder.ways(page, chain)) found.push_back(std::move(way));
  }
  return found;
}

std::vector<Way> ways_to_condition(const Project& project, const ProgramOf& programs, std::size_t page,
                                   std::uint32_t condition) {
  return WayFinder(project, programs).ways(page, Chains(programs(page)).of_condition(condition));
}

Outcome outcome(const Way& way, const Edition& edition) {
  Outcome result;
  ReaderSet readers = edition.space;
  for (std::size_t index = 0; index < way.conditions.size(); ++index) {
    const Condition& condition = way.conditions[index].condition;
    const Verdict verdict = decide(condition, readers);
    if (verdict == Verdict::fails) return {Verdict::fails, index};
    if (verdict == Verdict::open) {
      const std::string words = condition_text(edition.project->site, residual(condition, readers));
      result.verdict = Verdict::open;
      result.choice += result.choice.empty() ? words : " and " + words;
    }
    readers = narrowed(std::move(readers), condition);
  }
  for (const std::size_t page : way.pages) {
    const auto there = edition.by_path.find(edition.project->pages[page].path);
    if (there == edition.by_path.end() || there->second == page) continue;
    return {Verdict::fails, std::nullopt, there->second};
  }
  return result;
}

}  // namespace tailorbird
