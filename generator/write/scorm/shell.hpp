#pragma once
// The page that stays while pages change: it holds the session with the learning system and shows the pages,
// which know nothing of it, in a frame. How it looks and what it does is the theme's (layouts/scorm.mustache,
// scorm/).

#include <string>
#include <vector>

#include "render/render.hpp"
#include "write/scorm/manifest.hpp"
#include "write/scorm/pages.hpp"

namespace tailorbird {

struct ShellRequest {
  const Theme& theme;
  std::string_view runtime;   // what the script speaks with the learning system: "1.2", "2004", "cmi5"
  std::string_view contacts;  // connect-src of the page's policy
  std::string language;
  std::string title;
  Completion completion = Completion::either;
  Tracking tracking = Tracking::status;
  std::string start;  // path of the page that is shown first
  const std::vector<ScormPage>& pages;
};

/// index.html and what it needs in assets/: style, script, and what the script must know of the edition.
std::vector<OutputFile> shell_files(const ShellRequest& request, Diagnostics& diagnostics);

}  // namespace tailorbird
