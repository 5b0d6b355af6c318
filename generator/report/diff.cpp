#include "report/diff.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "report/text_diff.hpp"

namespace tailorbird {
namespace {

std::vector<std::string_view> views(const std::vector<std::string>& lines) {
  return {lines.begin(), lines.end()};
}

std::vector<TextChange> changes_of(const OutputPage& before, const OutputPage& after) {
  std::vector<TextChange> changes;
  for (const DiffRun& run : compare(views(before.lines), views(after.lines))) {
    if (run.same) continue;
    const auto old_begin = before.lines.begin() + static_cast<std::ptrdiff_t>(run.before);
    const auto new_begin = after.lines.begin() + static_cast<std::ptrdiff_t>(run.after);
    changes.push_back({{old_begin, old_begin + static_cast<std::ptrdiff_t>(run.before_count)},
                       {new_begin, new_begin + static_cast<std::ptrdiff_t>(run.after_count)}});
  }
  return changes;
}

std::string language_of(const std::string& edition) { return edition.substr(edition.rfind('/') + 1); }

/// The page that an output's path was made from: an overlay's before the content's own.
const Page* source_of(const Project& project, const std::string& edition, const std::string& path) {
  const std::string language = language_of(edition);
  const std::string profile = edition.substr(0, edition.find('/'));
  const Page* found = nullptr;
  for (const Page& page : project.pages) {
    if (page.language != language || output_path(page) != language + "/" + path) continue;
    if (page.overlay_of == profile) return &page;
    if (page.overlay_of.empty()) found = &page;
  }
  return found;
}

class ChangeList {
 public:
  ChangeList(const Project& project, std::size_t& same) : project_(project), same_(same) {}

  void compare_pages(const std::string& edition, const OutputPages& before, const OutputPages& after) {
    for (const auto& [path, page] : before) {
      const auto now = after.find(path);
      if (now == after.end()) {
        add(PageFate::removed, edition, path, page.title, {{page.lines, {}}});
      } else if (std::vector<TextChange> changes = changes_of(page, now->second); !changes.empty()) {
        add(PageFate::changed, edition, path, now->second.title, std::move(changes));
      } else {
        ++same_;
      }
    }
    for (const auto& [path, page] : after) {
      if (!before.contains(path)) add(PageFate::added, edition, path, page.title, {{{}, page.lines}});
    }
  }

  std::vector<PageChange> take() {
    std::vector<PageChange> list;
    for (auto& [key, change] : changes_) list.push_back(std::move(change));
    return list;
  }

 private:
  using Key = std::tuple<std::string, PageFate, std::string, std::vector<TextChange>>;

  void add(PageFate fate, const std::string& edition, const std::string& path, const std::string& title,
           std::vector<TextChange> changes) {
    const std::string whole = language_of(edition) + "/" + path;
    PageChange& change = changes_[Key{whole, fate, title, changes}];
    change.fate = fate;
    change.path = whole;
    change.title = title;
    change.changes = std::move(changes);
    change.editions.push_back(edition);
    if (change.source == nullptr) change.source = source_of(project_, edition, path);
  }

  const Project& project_;
  std::size_t& same_;
  std::map<Key, PageChange> changes_;
};

}  // namespace

std::vector<PageChange> page_changes(const Project& project, const OutputEditions& before,
                                     const OutputEditions& after, std::size_t& same) {
  ChangeList list(project, same);
  static const OutputPages nothing;
  std::set<std::string> names;
  for (const auto& [name, pages] : before) names.insert(name);
  for (const auto& [name, pages] : after) names.insert(name);
  for (const std::string& name : names) {
    const auto old_pages = before.find(name);
    const auto new_pages = after.find(name);
    list.compare_pages(name, old_pages == before.end() ? nothing : old_pages->second,
                       new_pages == after.end() ? nothing : new_pages->second);
  }
  return list.take();
}

std::vector<const Page*> pages_to_review(const DiffReport& report) {
  std::vector<const Page*> pages;
  if (!report.is_delivery) return pages;
  for (const PageChange& change : report.pages) {
    const bool has_date = change.source != nullptr && !change.source->front.reviewed.empty();
    if (has_date && std::find(pages.begin(), pages.end(), change.source) == pages.end())
      pages.push_back(change.source);
  }
  return pages;
}

}  // namespace tailorbird
