#include "translate/status.hpp"

#include <algorithm>

namespace tailorbird {

PageState state_of(const PagePair& pair) {
  if (pair.draft) return PageState::draft;
  if (pair.translation == nullptr) return PageState::missing;
  if (pair.translation->front.translates.empty()) return PageState::unmarked;
  return is_current(pair) ? PageState::current : PageState::stale;
}

namespace {

/// The place of the first text that the other page does not have.
Position first_difference(const Correspondence& both) {
  std::size_t index = 0;
  while (index < both.source.size() && index < both.translation.size() &&
         have_same_place(both.source[index], both.translation[index]))
    ++index;
  if (index < both.translation.size()) return both.translation[index].where;
  return both.translation.empty() ? Position{1, 1} : both.translation.back().where;
}

void add_open_texts(const Correspondence& both, PageStatus& page) {
  page.changes_known = both.changes_known;
  if (!both.changes_known) return;
  for (const SegmentPair& pair : both.pairs) {
    if (pair.state == Freshness::current || pair.state == Freshness::left_out) continue;
    const TextSegment& source = both.source[pair.source];
    page.open.push_back({source.id, std::string(kind_words(source.kind)), source.where, source.text,
                         pair.state == Freshness::missing});
  }
}

Result<PageStatus> status_of(const PagePair& pair, const fs::path& root, const Milestones& milestones,
                             const Site& site) {
  const Result<PairBytes> bytes = read_pair(root, pair);
  if (!bytes) return bytes.error();
  const auto milestone = milestones.find(pair.file);
  const Correspondence both =
      correspondence(pair, bytes->source, bytes->translation,
                     milestone == milestones.end() ? nullptr : &milestone->second, site);
  PageStatus page;
  page.source = pair.source->file;
  page.file = pair.file;
  page.state = state_of(pair);
  page.texts = both.source.size();
  if (pair.translation == nullptr) return page;
  if (page.state == PageState::stale) add_open_texts(both, page);
  // Changes in the source explain why the two differ.
  page.same_structure = both.same_structure || (page.state == PageState::stale && both.changes_known);
  if (!page.same_structure) page.differs_at = first_difference(both);
  return page;
}

}  // namespace

std::size_t LanguageStatus::count(PageState state) const {
  return static_cast<std::size_t>(std::count_if(
      pages.begin(), pages.end(), [state](const PageStatus& page) { return page.state == state; }));
}

std::size_t LanguageStatus::differing() const {
  return static_cast<std::size_t>(
      std::count_if(pages.begin(), pages.end(), [](const PageStatus& page) { return !page.same_structure; }));
}

Result<std::vector<LanguageStatus>> translation_status(const Project& project, const fs::path& root,
                                                       const std::vector<std::string>& languages) {
  std::vector<LanguageStatus> all;
  for (const std::string& language : languages) {
    const Result<Milestones> milestones = read_milestones(root, language);
    if (!milestones) return milestones.error();
    LanguageStatus status{language, {}};
    for (const PagePair& pair : page_pairs(project, language)) {
      Result<PageStatus> page = status_of(pair, root, *milestones, project.site);
      if (!page) return page.error();
      status.pages.push_back(std::move(page).value());
    }
    all.push_back(std::move(status));
  }
  return all;
}

bool is_complete(const std::vector<LanguageStatus>& languages) {
  return std::all_of(languages.begin(), languages.end(), [](const LanguageStatus& language) {
    return language.count(PageState::current) == language.pages.size();
  });
}

}  // namespace tailorbird
