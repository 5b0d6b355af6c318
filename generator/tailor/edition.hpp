#pragma once
// An edition: profile × bundle × language, with its pages in reading order and the values of its variables.
// All of it is known before any page is compiled.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/project.hpp"

namespace tailorbird {

/// A variable's value in one edition.
struct VariableValue {
  std::string text;  // plain text, not escaped
  std::string href;  // "tel:…", "mailto:…", "https://…"; empty: text only
};

struct EditionPage {
  std::size_t page = 0;  // index in Project::pages
  Condition open;        // residual condition of the page; always() when everybody has it
};

struct Edition {
  const Project* project = nullptr;
  const Profile* profile = nullptr;
  const Bundle* bundle = nullptr;
  std::string language;  // "nl": of the pages
  std::string locale;  // "nl-BE": of the site's and the profile's texts; the language alone without a region
  ReaderSet space;     // the bundle's readers
  std::vector<EditionPage> pages;  // in reading order, without partials
  std::map<std::string, std::size_t, std::less<>>
      by_path;  // "manager/index.md" → index in Project::pages; with partials and overlays, without drafts
                // and pages that are left out
  std::vector<int> edition_page_of;  // by index in Project::pages: index in `pages`, or -1
  std::map<std::string, VariableValue, std::less<>> variables;

  /// "meander/managers/en"
  std::string id() const;
  /// Index in `pages` of the page at `path`; -1 for a partial, a page that is left out, or an unknown path.
  int find(std::string_view path) const;
  /// The page of the project behind pages[index].
  const Page& page(std::size_t index) const { return project->pages[pages[index].page]; }
};

/// Which editions to make; an empty list means all. Names that match nothing are reported by the caller
/// (build/filter.hpp).
struct EditionFilter {
  std::vector<std::string> profiles;
  std::vector<std::string> bundles;
  std::vector<std::string> languages;
};

/// All editions that the project's profiles declare and `filter` selects, sorted by id. `project` must
/// outlive them.
std::vector<Edition> make_editions(const Project& project, const EditionFilter& filter);

}  // namespace tailorbird
