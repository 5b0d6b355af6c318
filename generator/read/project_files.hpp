#pragma once
// Classifies the files of a project by path alone: pages, YAML files, media. Copies that editors keep while
// somebody writes are none of these (is_editors_copy).

#include <string>
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/profile.hpp"
#include "model/site.hpp"
#include "read/pages/pages.hpp"

namespace tailorbird {

/// A Markdown file to be read.
struct PageFile {
  std::string file;  // from the root
  PagePlace place;
};

struct Layout {
  std::vector<PageFile> pages;
  std::vector<std::string> media;  // other files that pages may use, from the root
  Diagnostics diagnostics;         // files in places where nothing reads them
};

/// Classifies the files of content/ (`files`: relative to it).
Layout content_layout(const std::vector<std::string>& files, const Site& site);

/// Classifies the files of a profile's overlay among `files` (from the root, below profiles/).
Layout overlay_layout(const std::vector<std::string>& files, const Profile& profile, const Site& site);

/// The profiles among the files of profiles/ (relative to it): "meander.yaml".
struct ProfilesLayout {
  std::vector<std::string> profiles;  // from the root
  std::vector<std::string> others;    // from the root
  Diagnostics diagnostics;
};
ProfilesLayout profiles_layout(const std::vector<std::string>& files);

}  // namespace tailorbird
