#pragma once
// Everything read from a project's folder: the input of compile/ and tailor/.

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "model/page.hpp"
#include "model/picture.hpp"
#include "model/profile.hpp"
#include "model/site.hpp"

namespace tailorbird {

struct Project {
  Site site;
  std::vector<Profile> profiles;  // sorted by id; those that begin with _ are not here
  std::vector<Page> pages;        // partials too; sorted by language, path, overlay_of
  std::vector<std::string>
      drafts;  // "en/manager/plan.md": pages with `draft: true`, which are not in `pages`; sorted
  std::vector<std::string> files;  // all other files under content/ and the overlays, from the root, sorted
  std::map<std::string, Picture, std::less<>> pictures;     // of `files`: those whose size is known
  std::map<std::string, std::uint32_t, std::less<>> clips;  // of `files`: how many milliseconds each plays
  /// Reads the body of a page again that was let go after compiling. Empty: all are in memory. Thread-safe.
  std::function<std::string(const Page&)> body_again;

  /// The Markdown of one of `pages`.
  std::string body_of(const Page& page) const { return body_again ? body_again(page) : page.body; }
};

}  // namespace tailorbird
