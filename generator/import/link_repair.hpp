#pragma once
// Rewrites links, pictures and includes of imported pages from the paths of the source to ours.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "import/import_page.hpp"
#include "import/source_tree.hpp"
#include "model/site.hpp"

namespace tailorbird {

/// A picture or download that pages use.
struct ImportMedia {
  std::string source;  // from the folder that is imported; for documents, a name in it
  std::string target;  // from content/: "media/handbook/map.png"
  std::string bytes;
};

/// Where imported files go.
struct ImportPlaces {
  std::string language;  // "en"
  std::string folder;    // below the language's folder: "handbook"; empty: none
  const Site* site = nullptr;
  const SourceTree* tree = nullptr;
  std::map<std::string, std::string, std::less<>> extracted;  // pictures out of documents: name → bytes
};

/// Finds the partials among `pages` (whatever another page includes) and gives each page its target.
void place_pages(std::vector<ImportPage>& pages, const ImportPlaces& places);

/// Rewrites the links, pictures and includes of all pages, and returns the files that they need.
std::vector<ImportMedia> repair_links(std::vector<ImportPage>& pages, const ImportPlaces& places);

/// Removes links to drafts from a page, but keeps their words. `drafts`: targets from the language's folder.
void unlink_drafts(ImportPage& page, const std::set<std::string>& drafts);

}  // namespace tailorbird
