#pragma once
// An edition: profile × bundle × language. Which pages it has, in which order, and what a variable is.
// Everything here is known before any page is compiled.

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
  std::string href;  // "tel:…", "mailto:…", "https://…"; empty: only text
};

struct EditionPage {
  std::size_t page = 0;  // index in Project::pages
  Condition open;        // what remains of the page's condition; always() when it is there for everybody
};

struct Edition {
  const Project* project = nullptr;
  const Profile* profile = nullptr;
  const Bundle* bundle = nullptr;
  std::string language;  // "nl": of the pages
  std::string locale;  // "nl-BE": of the site's and the profile's texts; the language alone without a region
  ReaderSet space;     // the bundle's
  std::vector<EditionPage> pages;                           // no partials; in reading order
  std::map<std::string, std::size_t, std::less<>> by_path;  // "manager/index.md" → index in Project::pages;
                                                            // partials too, overlays applied; drafts and
                                                            // pages left out are not here
  std::vector<int> edition_page_of;  // by index in Project::pages: index in `pages`, or -1
  std::map<std::string, VariableValue, std::less<>> variables;

  /// "meander/managers/en"
  std::string id() const;
  /// Index in `pages` of a page by its path, or -1 (a partial, a page left out, or none at all).
  int find(std::string_view path) const;
  /// The page of the project behind pages[index].
  const Page& page(std::size_t index) const { return project->pages[pages[index].page]; }
};

/// Which editions to make. An empty list means all. A name that matches nothing is the caller's error to
/// report (see build/).
struct EditionFilter {
  std::vector<std::string> profiles;
  std::vector<std::string> bundles;
  std::vector<std::string> languages;
};

/// All editions the project's profiles ask for, sorted by id. `project` must outlive them.
std::vector<Edition> make_editions(const Project& project, const EditionFilter& filter);

}  // namespace tailorbird
