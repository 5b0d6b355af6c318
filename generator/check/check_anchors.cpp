#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "check/all_checks.hpp"
#include "diag/suggest.hpp"

namespace tailorbird {
namespace {

using Ids = std::unordered_set<std::string_view>;

void add_ids(const Part& part, Ids& ids) {
  ids.insert(part.id);
  for (const Part& child : part.children) add_ids(child, ids);
}

/// All ids in the source of the page, whoever sees them.
Ids written_ids(const Program& program) {
  Ids ids;
  for (const Heading& one : program.headings) ids.insert(one.id);
  for (const ComponentUse& one : program.components) add_ids(one.root, ids);
  return ids;
}

/// Explains wrong links to one page. A suggestion compares all ids of the page, so a page with thousands of
/// wrong links gets only the first few suggestions.
class WrongAnchors {
 public:
  WrongAnchors(const TailoredPage& page, const Program& program)
      : page_(page), written_(written_ids(program)) {}

  bool is_left_out(const std::string& id) const { return written_.contains(id); }

  std::string fix(const std::string& id) {
    const auto known = fixes_.find(id);
    if (known != fixes_.end()) return known->second;
    if (fixes_.size() >= most_suggestions) return {};
    return fixes_.emplace(id, suggestion(id, page_.ids)).first->second;
  }

 private:
  static constexpr std::size_t most_suggestions = 50;

  const TailoredPage& page_;
  Ids written_;
  std::unordered_map<std::string, std::string> fixes_;
};

}  // namespace

void check_anchors(const EditionView& view, Diagnostics& diagnostics) {
  std::map<int, WrongAnchors> by_page;
  for (const TailoredPage& page : view.pages) {
    for (const LinkCheck& link : page.links) {
      const int target = view.edition.find(link.path);
      if (target < 0) continue;  // reported as a missing page
      const TailoredPage& there = view.pages[static_cast<std::size_t>(target)];
      if (std::binary_search(there.ids.begin(), there.ids.end(), link.fragment)) continue;
      const std::size_t index = view.edition.pages[there.edition_page].page;
      WrongAnchors& wrong = by_page.try_emplace(target, there, view.programs(index)).first->second;
      const bool left_out = wrong.is_left_out(link.fragment);
      const std::string message =
          left_out ? fmt::format("`#{}` of `{}` is left out of this edition", link.fragment, link.path)
                   : fmt::format("no `#{}` on page `{}`", link.fragment, link.path);
      const std::string fix =
          left_out ? "put the link under the same condition, or link to the page" : wrong.fix(link.fragment);
      Diagnostic& added = diagnostics.add("link-anchor-missing", link.where, message, fix);
      added.editions = {view.edition.id()};
      added.about = {view.edition.page(there.edition_page).file};
    }
  }
}

}  // namespace tailorbird
