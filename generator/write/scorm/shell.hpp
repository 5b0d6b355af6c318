#pragma once
// The shell of a SCORM package: the page that holds the session with the learning system and shows the
// content pages, which are unaware of it, in a frame. Its markup and script are the theme's
// (layouts/scorm.mustache, scorm/).

#include <string>
#include <vector>

#include "model/learning.hpp"
#include "render/render.hpp"
#include "write/scorm/pages.hpp"

namespace tailorbird {

struct ShellRequest {
  const Theme& theme;
  std::string_view runtime;   // the API that the script uses: "1.2", "2004", "cmi5"
  std::string_view contacts;  // connect-src of the page's policy
  std::string language;
  std::string title;
  Completion completion = Completion::either;
  Tracking tracking = Tracking::status;
  std::string start;  // path of the page that is shown first
  const std::vector<ScormPage>& pages;
};

/// index.html and its files in assets/: style, script, and the edition's data for the script.
std::vector<OutputFile> shell_files(const ShellRequest& request, Diagnostics& diagnostics);

}  // namespace tailorbird
