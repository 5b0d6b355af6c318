#pragma once
// Links, pictures and includes between pages on their way in: from the paths of the source to ours.

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
  std::string source;  // from the folder that is imported; of a document: a name in it
  std::string target;  // from content/: "media/handbook/map.png"
  std::string bytes;
};

/// Where things of the source go.
struct ImportPlaces {
  std::string language;  // "en"
  std::string folder;    // below the language's folder: "handbook"; empty: none
  const Site* site = nullptr;
  const SourceTree* tree = nullptr;
  std::map<std::string, std::string, std::less<>> extracted;  // pictures out of documents: name → bytes
};

/// Finds the partials among `pages` (whatever another page includes) and gives each page its target.
void place_pages(std::vector<ImportPage>& pages, const ImportPlaces& places);

/// Turns the links, pictures and includes of all pages into ours; the files that they need.
std::vector<ImportMedia> repair_links(std::vector<ImportPage>& pages, const ImportPlaces& places);

/// Takes the links to drafts out of a page: their words stay. `drafts`: targets from the language's folder.
void unlink_drafts(ImportPage& page, const std::set<std::string>& drafts);

}  // namespace tailorbird
