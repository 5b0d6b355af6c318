#include "translate/page_pairs.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/input_files.hpp"
#include "check/translation_mark.hpp"

namespace tailorbird {
namespace {

/// The languages of overlays by profile; content/ has all languages.
bool has_language(const Project& project, const std::string& profile, std::string_view language) {
  if (profile.empty()) return true;
  return std::any_of(project.profiles.begin(), project.profiles.end(), [&](const Profile& one) {
    return one.id == profile &&
           std::find(one.languages.begin(), one.languages.end(), language) != one.languages.end();
  });
}

/// "content/en/index.md" → "content/nl/index.md"
std::string file_in(const Page& page, std::string_view language) {
  const std::size_t folder = page.file.size() - page.path.size() - page.language.size() - 1;
  return page.file.substr(0, folder) + std::string(language) + "/" + page.path;
}

}  // namespace

std::vector<PagePair> page_pairs(const Project& project, std::string_view language) {
  if (project.site.languages.empty()) return {};
  std::map<std::string_view, const Page*> translations;
  for (const Page& page : project.pages) {
    if (page.language == language) translations[page.file] = &page;
  }
  const std::set<std::string, std::less<>> drafts(project.drafts.begin(), project.drafts.end());
  std::vector<PagePair> pairs;
  for (const Page& page : project.pages) {
    if (page.language != project.site.languages.front() || page.front.draft ||
        !has_language(project, page.overlay_of, language))
      continue;
    PagePair pair{&page, nullptr, file_in(page, language), false};
    const auto found = translations.find(pair.file);
    if (found != translations.end()) pair.translation = found->second;
    pair.draft = pair.translation == nullptr && drafts.contains(std::string(language) + "/" + page.path);
    pairs.push_back(std::move(pair));
  }
  std::sort(pairs.begin(), pairs.end(),
            [](const PagePair& one, const PagePair& other) { return one.source->file < other.source->file; });
  return pairs;
}

std::vector<std::string> target_languages(const Site& site) {
  if (site.languages.empty()) return {};
  return {site.languages.begin() + 1, site.languages.end()};
}

bool is_current(const PagePair& pair) {
  return pair.translation != nullptr && pair.translation->front.translates == translation_mark(*pair.source);
}

Result<PairBytes> read_pair(const fs::path& root, const PagePair& pair) {
  PairBytes bytes;
  Result<std::string> source = disk().read(root / pair.source->file);
  if (!source) return source.error();
  bytes.source = std::move(source).value();
  if (pair.translation == nullptr) return bytes;
  Result<std::string> translation = disk().read(root / pair.file);
  if (!translation) return translation.error();
  bytes.translation = std::move(translation).value();
  return bytes;
}

}  // namespace tailorbird
