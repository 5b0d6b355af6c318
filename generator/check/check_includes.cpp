#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <string_view>
#include <vector>

#include "check/all_checks.hpp"

namespace tailorbird {
namespace {

/// A depth-first search for circular includes: an include of a page that is still being visited closes a
/// cycle.
class CircleSearch {
 public:
  CircleSearch(const Project& project, const ProgramOf& programs, Diagnostics& diagnostics)
      : project_(project),
        programs_(programs),
        diagnostics_(diagnostics),
        state_(project.pages.size(), State::unseen) {
    for (std::size_t index = 0; index < project.pages.size(); ++index) {
      const Page& page = project.pages[index];
      pages_[{page.language, page.path}].push_back(index);
    }
  }

  void visit(std::size_t page) {
    if (state_[page] != State::unseen) return;
    state_[page] = State::open;
    open_.push_back(page);
    const Program& program = programs_(page);
    for (const IncludeUse& use : program.includes) {
      // A partial of an overlay has the same path as the one in content/, so either may be meant.
      for (const std::size_t target : targets(project_.pages[page].language, use.path)) {
        if (state_[target] == State::open) {
          report(program, use, target);
        } else {
          visit(target);
        }
      }
    }
    open_.pop_back();
    state_[page] = State::done;
  }

 private:
  enum class State : std::uint8_t { unseen, open, done };

  const std::vector<std::size_t>& targets(const std::string& language, const std::string& path) const {
    static const std::vector<std::size_t> none;
    const auto at = pages_.find({language, path});
    return at == pages_.end() ? none : at->second;
  }

  /// The cycle, from `first` to the page that includes it again: "`a.md` → `b.md` → `a.md`".
  std::string chain(std::size_t first) const {
    std::string names;
    for (auto at = std::find(open_.begin(), open_.end(), first); at != open_.end(); ++at)
      names += fmt::format("`{}` → ", project_.pages[*at].path);
    return names + fmt::format("`{}`", project_.pages[first].path);
  }

  void report(const Program& program, const IncludeUse& use, std::size_t first) {
    diagnostics_.add("include-circle", {program.file, use.where, use.length},
                     open_.back() == first ? fmt::format("`{}` includes itself", use.path)
                                           : fmt::format("includes go in a circle: {}", chain(first)));
  }

  const Project& project_;
  const ProgramOf& programs_;
  Diagnostics& diagnostics_;
  std::vector<State> state_;
  std::vector<std::size_t> open_;  // the pages being visited, the outermost first
  std::map<std::pair<std::string_view, std::string_view>, std::vector<std::size_t>> pages_;
};

}  // namespace

void check_includes(const Project& project, const ProgramOf& programs, Diagnostics& diagnostics) {
  CircleSearch search(project, programs, diagnostics);
  for (std::size_t page = 0; page < project.pages.size(); ++page) search.visit(page);
}

}  // namespace tailorbird
