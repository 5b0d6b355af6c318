#include "tailor/edition.hpp"

#include <algorithm>
#include <bit>

#include "tailor/page_order.hpp"
#include "tailor/variables.hpp"

namespace tailorbird {
namespace {

bool asked_for(const std::vector<std::string>& filter, const std::string& name) {
  return filter.empty() || std::find(filter.begin(), filter.end(), name) != filter.end();
}

/// The files of an edition by path, before conditions: the profile's overlay over the content, but for pages
/// that are locked. Drafts are ignored.
void collect_paths(Edition& edition) {
  const std::vector<Page>& pages = edition.project->pages;
  for (std::size_t index = 0; index < pages.size(); ++index) {
    const Page& page = pages[index];
    if (page.language != edition.language || page.front.draft) continue;
    if (!page.overlay_of.empty() && page.overlay_of != edition.profile->id) continue;
    const auto [at, added] = edition.by_path.try_emplace(page.path, index);
    if (!added && !pages[at->second].front.locked)
      at->second = index;  // sorted: the overlay's page comes after
  }
}

void index_pages(Edition& edition) {
  edition.edition_page_of.assign(edition.project->pages.size(), -1);
  for (std::size_t index = 0; index < edition.pages.size(); ++index) {
    edition.edition_page_of[edition.pages[index].page] = static_cast<int>(index);
  }
}

/// Keeps the pages whose condition can hold; the others are not in `by_path` either.
void select_pages(Edition& edition) {
  for (auto at = edition.by_path.begin(); at != edition.by_path.end();) {
    const Page& page = edition.project->pages[at->second];
    Verdict verdict = page.partial ? Verdict::holds : decide(page.front.condition, edition.space);
    if (!page.partial && !is_made_of(*edition.bundle, page)) verdict = Verdict::fails;
    if (verdict == Verdict::fails) {
      at = edition.by_path.erase(at);
      continue;
    }
    if (!page.partial) {
      const bool open = verdict == Verdict::open;
      edition.pages.push_back(
          {at->second, open ? residual(page.front.condition, edition.space) : Condition{}});
    }
    ++at;
  }
  index_pages(edition);
}

/// The language with the region of a value that the edition fixes, if one has a region.
std::string locale_of(const Site& site, const ReaderSet& space, const std::string& language) {
  for (std::size_t dimension = 0; dimension < site.dimensions.size(); ++dimension) {
    if (!space.fixed(dimension)) continue;
    const auto& values = site.dimensions[dimension].values;
    const auto value = static_cast<std::size_t>(std::countr_zero(space.possible[dimension]));
    if (value < values.size() && !values[value].region.empty()) return language + "-" + values[value].region;
  }
  return language;
}

void put_in_order(Edition& edition, const std::vector<std::uint32_t>& ranks) {
  std::vector<EditionPage> ordered;
  for (const std::size_t page : reading_order(edition, ranks)) ordered.push_back(edition.pages[page]);
  edition.pages = std::move(ordered);
  index_pages(edition);
}

}  // namespace

std::string Edition::id() const { return profile->id + "/" + bundle->id + "/" + language; }

int Edition::find(std::string_view path) const {
  const auto at = by_path.find(path);
  return at == by_path.end() ? -1 : edition_page_of[at->second];
}

std::vector<Edition> make_editions(const Project& project, const EditionFilter& filter) {
  const std::vector<std::uint32_t> ranks = page_ranks(project);
  std::vector<Edition> editions;
  for (const Profile& profile : project.profiles) {
    if (!asked_for(filter.profiles, profile.id)) continue;
    for (const Bundle& bundle : profile.bundles) {
      if (!asked_for(filter.bundles, bundle.id)) continue;
      for (const std::string& language : bundle.languages) {
        if (!asked_for(filter.languages, language)) continue;
        Edition& edition = editions.emplace_back();
        edition.project = &project;
        edition.profile = &profile;
        edition.bundle = &bundle;
        edition.language = language;
        edition.space = bundle.space;
        edition.locale = locale_of(project.site, edition.space, language);
        edition.variables = make_variables(project.site, profile, edition.locale);
        collect_paths(edition);
        select_pages(edition);
        put_in_order(edition, ranks);
      }
    }
  }
  std::sort(editions.begin(), editions.end(),
            [](const Edition& a, const Edition& b) { return a.id() < b.id(); });
  return editions;
}

}  // namespace tailorbird
