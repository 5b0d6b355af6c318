#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <string_view>
#include <vector>

#include "base/files.hpp"
#include "base/strings.hpp"
#include "check/all_checks.hpp"
#include "check/translation_mark.hpp"
#include "diag/suggest.hpp"

namespace tailorbird {
namespace {

/// Pages and partials of one language by path and overlay: a translation and its source have the same key.
using PagesByPath = std::map<std::pair<std::string_view, std::string_view>, const Page*>;

PagesByPath pages_in(const Project& project, std::string_view language) {
  PagesByPath pages;
  for (const Page& page : project.pages) {
    if (page.language == language && !page.front.draft) pages[{page.path, page.overlay_of}] = &page;
  }
  return pages;
}

/// The editions in `language` whose readers would get the page. A partial is taken to be for all readers,
/// since any page may include it.
std::vector<std::string> editions_with(const Project& project, const Page& page,
                                       const std::string& language) {
  std::vector<std::string> editions;
  for (const Profile& profile : project.profiles) {
    if (!page.overlay_of.empty() && page.overlay_of != profile.id) continue;
    for (const Bundle& bundle : profile.bundles) {
      const bool speaks =
          std::find(bundle.languages.begin(), bundle.languages.end(), language) != bundle.languages.end();
      if (!speaks || !(page.partial || is_made_of(bundle, page)) ||
          decide(page.front.condition, bundle.space) == Verdict::fails)
        continue;
      editions.push_back(profile.id + "/" + bundle.id + "/" + language);
    }
  }
  return editions;
}

/// Whether some translation has a mark: then all should.
bool uses_marks(const Project& project) {
  return std::any_of(project.pages.begin(), project.pages.end(),
                     [](const Page& page) { return !page.front.translates.empty(); });
}

/// Checks whether the translation was made from the current text of `source`.
void check_mark(const Page& source, const Page& translation, bool marks_used, Diagnostics& diagnostics) {
  const std::string mark = translation_mark(source);
  const SourceRange where{translation.file, translation.front.title_at, 0};
  if (translation.front.translates == mark) return;
  if (!translation.front.translates.empty()) {
    Diagnostic& added =
        diagnostics.add("translation-stale", where,
                        fmt::format("`{}` has changed since this translation was made", source.file),
                        fmt::format("compare the two, then set `translates: \"{}\"`", mark));
    added.about = {source.file};
  } else if (marks_used) {
    diagnostics.add("translation-unmarked", where,
                    "this translation does not say from which text it was made",
                    fmt::format("set `translates: \"{}\"`", mark));
  }
}

/// Where the translation of a source page is missing: the languages, and the editions in them.
struct Untranslated {
  std::vector<std::string> languages;
  std::vector<std::string> editions;
  const Page* misnamed = nullptr;  // a page that translates nothing and has a similar name
};
using UntranslatedPages = std::map<const Page*, Untranslated>;

/// The page in the same folder of `translations` that translates nothing and has nearly the name of `source`,
/// or null.
const Page* misnamed_translation(const Page& source, const PagesByPath& sources,
                                 const PagesByPath& translations) {
  const std::string_view folder = folder_of(source.path);
  std::vector<std::string> names;
  for (const auto& [key, translation] : translations) {
    if (key.second == source.overlay_of && folder_of(key.first) == folder && !sources.contains(key))
      names.emplace_back(key.first);
  }
  const std::string meant = nearest(source.path, names);
  const auto found = translations.find({meant, source.overlay_of});
  return found == translations.end() ? nullptr : found->second;
}

/// Reports that `source` has no translation; at the file itself when a misnamed page should be renamed.
void report_untranslated(const Page& source, const Untranslated& page, Diagnostics& diagnostics) {
  SourceRange where{source.file, source.front.title_at, 0};
  std::string fix;
  if (page.misnamed != nullptr) {
    where = {source.file, {}, 0};
    fix = fmt::format("`{}` translates no page: give the two one name", page.misnamed->file);
  }
  Diagnostic& added = diagnostics.add(
      "translation-missing", std::move(where),
      fmt::format("page `{}` is not translated into {}", source.path, join(page.languages, ", ")),
      std::move(fix));
  added.editions = page.editions;
  if (page.misnamed != nullptr)
    added.related.push_back({{page.misnamed->file, page.misnamed->front.title_at, 0}, "meant for it?"});
}

void check_language(const Project& project, const PagesByPath& sources, const std::string& language,
                    UntranslatedPages& untranslated, Diagnostics& diagnostics) {
  const PagesByPath translations = pages_in(project, language);
  if (translations.empty()) return;  // reported once for each organisation, as bundle-without-pages
  const bool marks_used = uses_marks(project);
  for (const auto& [key, source] : sources) {
    const auto found = translations.find(key);
    const std::vector<std::string> editions = editions_with(project, *source, language);
    if (found == translations.end()) {
      // A partial that is missing is an error where it is included.
      const bool is_blank = !source->has_text;  // reported as an empty page
      if (editions.empty() || source->partial || is_blank) continue;
      Untranslated& page = untranslated[source];
      page.languages.push_back("`" + language + "`");
      if (page.misnamed == nullptr) page.misnamed = misnamed_translation(*source, sources, translations);
      page.editions.insert(page.editions.end(), editions.begin(), editions.end());
      continue;
    }
    check_mark(*source, *found->second, marks_used, diagnostics);
  }
}

}  // namespace

std::string translation_mark(const Page& source) { return fmt::format("{:016x}", source.hash); }

void check_translations(const Project& project, const ProgramOf&, Diagnostics& diagnostics) {
  if (project.site.languages.empty()) return;
  const PagesByPath sources = pages_in(project, project.site.languages[0]);
  UntranslatedPages untranslated;
  for (std::size_t index = 1; index < project.site.languages.size(); ++index) {
    check_language(project, sources, project.site.languages[index], untranslated, diagnostics);
  }
  for (const auto& [source, page] : untranslated) report_untranslated(*source, page, diagnostics);
}

}  // namespace tailorbird
