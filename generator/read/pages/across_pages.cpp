#include "read/pages/across_pages.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace tailorbird {
namespace {

/// Language and path, or language and id.
using PageKey = std::pair<std::string, std::string>;
using PagesByKey = std::map<PageKey, const Page*>;

SourceRange whole(const Page& page) { return {page.file, {}, 0}; }

void report_repeated(const Page& page, const Page& first, Diagnostics& found) {
  found.add("id-repeated", whole(page), fmt::format("a second page has the id `{}`", page.front.id))
      .related.push_back({whole(first), "first here"});
}

/// Pages of content/ by id; a second page with the same id is reported.
PagesByKey shared_ids(const std::vector<Page>& pages, Diagnostics& found) {
  PagesByKey ids;
  for (const Page& page : pages) {
    if (!page.overlay_of.empty() || page.partial) continue;
    const auto [first, is_new] = ids.try_emplace({page.language, page.front.id}, &page);
    if (!is_new) report_repeated(page, *first->second, found);
  }
  return ids;
}

/// Compares the pages of one overlay with each other and with the shared pages that it does not replace.
void check_overlay_ids(const std::vector<const Page*>& overlay, const PagesByKey& shared,
                       Diagnostics& found) {
  std::set<PageKey> replaced;
  for (const Page* page : overlay) replaced.insert({page->language, page->path});
  PagesByKey own;
  for (const Page* page : overlay) {
    const PageKey key{page->language, page->front.id};
    const auto [first, is_new] = own.try_emplace(key, page);
    const auto other = shared.find(key);
    const bool taken =
        other != shared.end() && !replaced.contains({other->second->language, other->second->path});
    if (!is_new || taken) report_repeated(*page, is_new ? *other->second : *first->second, found);
  }
}

}  // namespace

Diagnostics drop_locked_replacements(std::vector<Page>& pages) {
  Diagnostics found;
  std::map<PageKey, std::string> locked;  // → file
  for (const Page& page : pages) {
    if (page.overlay_of.empty() && page.front.locked)
      locked.emplace(PageKey{page.language, page.path}, page.file);
  }
  std::erase_if(pages, [&](const Page& page) {
    const auto original = locked.find({page.language, page.path});
    if (page.overlay_of.empty() || original == locked.end()) return false;
    found
        .add("overlay-replaces-locked", whole(page),
             fmt::format("`{}` is locked and cannot be replaced", page.path))
        .related.push_back({{original->second, {}, 0}, "the locked page"});
    return true;
  });
  return found;
}

Diagnostics repeated_page_ids(const std::vector<Page>& pages) {
  Diagnostics found;
  const PagesByKey shared = shared_ids(pages, found);
  std::map<std::string, std::vector<const Page*>> overlays;
  for (const Page& page : pages) {
    if (!page.overlay_of.empty() && !page.partial) overlays[page.overlay_of].push_back(&page);
  }
  for (const auto& [owner, overlay] : overlays) check_overlay_ids(overlay, shared, found);
  return found;
}

Diagnostics misplaced_start_pages(const std::vector<Page>& pages) {
  Diagnostics found;
  for (const Page& page : pages) {
    if (page.path == "index.md" && !page.front.slug.empty())
      found.add("slug-on-start-page", whole(page),
                fmt::format("the start page has the slug `{}`", page.front.slug));
  }
  return found;
}

Diagnostics languages_without_pages(const Project& project) {
  Diagnostics found;
  std::set<std::string> with_pages;
  for (const Page& page : project.pages) {
    if (!page.partial && page.overlay_of.empty()) with_pages.insert(page.language);
  }
  for (const std::string& language : project.site.languages) {
    if (with_pages.contains(language)) continue;
    found.add("language-without-pages", {"content/site.yaml", {}, 0},
              fmt::format("there are no pages in content/{}/", language));
  }
  for (const Profile& profile : project.profiles) {
    for (const Bundle& bundle : profile.bundles) {
      for (const std::string& language : bundle.languages) {
        if (with_pages.contains(language)) continue;
        found
            .add("bundle-without-pages", bundle.where,
                 fmt::format("the bundle `{}` asks for `{}`, and there are no pages in content/{}/",
                             bundle.id, language, language))
            .about = {profile.file + ": content/" + language};
      }
    }
  }
  return found;
}

}  // namespace tailorbird
