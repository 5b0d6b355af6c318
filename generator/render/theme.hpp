#pragma once
// A theme: layouts, partials, component templates, strings and assets, from themes/<name>/ and the themes
// it extends. A child theme's file replaces its parent's of the same path.
//
//   theme.yaml                 extends: default
//   layouts/<layout>.mustache  a whole page
//   partials/<name>.mustache   {{> name}}
//   components/<name>.mustache one per component; {{> name}} works there too
//   strings/<language>.yaml    words of the theme, flat: `next: Next`
//   assets/…                   css, js, pictures; css/*.css and js/*.js are joined in order of name

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"
#include "diag/diagnostic.hpp"

namespace tailorbird {

struct ThemeFile {
  std::string file;  // for messages: "themes/default/layouts/page.mustache"
  std::string text;
};

struct Theme {
  std::string name;
  std::map<std::string, ThemeFile, std::less<>> layouts;     // "page" → …, partials already put in
  std::map<std::string, ThemeFile, std::less<>> components;  // "checklist" → …
  std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> strings;  // language → key → text
  std::map<std::string, std::string, std::less<>> assets;    // output path "assets/tailorbird.css" → bytes
};

struct ThemeRead {
  Theme theme;
  Diagnostics diagnostics;
};

/// Reads theme `name` from the first of `folders` that has it (the project's themes/, then the installed
/// one). Fails when no folder has it or its `extends` runs in a circle.
Result<ThemeRead> read_theme(const std::string& name, const std::vector<fs::path>& folders);

}  // namespace tailorbird
