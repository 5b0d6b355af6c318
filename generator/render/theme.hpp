#pragma once
// A theme: layouts, partials, component templates, words and assets, from themes/<name>/ and the themes
// it extends. A child theme's file replaces its parent's of the same path.
//
//   theme.yaml                 extends: default; surface-light, surface-dark (render/colours.hpp)
//   layouts/<layout>.mustache  a whole page
//   partials/<name>.mustache   {{> name}}
//   components/<name>.mustache one per component; {{> name}} works there too
//   paper/<name>.mustache      variants for paper
//   strings/<language>.yaml    words of the theme, flat: `next: Next`, used as {{t.next}}
//   assets/css/*.css           joined in order of name into assets/tailorbird.css
//   assets/css/components/*.css  one per component, for pages that hold it: assets/components/<name>.css
//   assets/js/*.js             joined in order of name into assets/tailorbird.js
//   assets/js/components/*.js  one per component, for pages that hold it: assets/components/<name>.js
//   assets/…                   other files, copied as they are
//   kit/…                      files that the roll-out kit copies, such as the page that probes a host
//   scorm/*.js, *.css          joined in order of name: for the page that holds a SCORM session
//   (layouts/scorm) single/*.js, *.css         the same for a whole edition in one file (layouts/single)
//   booklet/*.css, epub/*.css  the same for the edition on paper and as an e-book
//
// docs/theme-authors/ is the manual for those who write themes.

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/input_files.hpp"
#include "base/result.hpp"
#include "diag/diagnostic.hpp"
#include "render/template_text.hpp"

namespace tailorbird {

class Templates;

struct Theme {
  std::string name;
  std::string surface_light = "#ffffff";  // the darkest light surface with coloured text on it
  std::string surface_dark = "#000000";   // the lightest dark one, for readers who prefer dark
  ThemeFiles layouts;                     // "page" → …
  ThemeFiles partials;
  ThemeFiles components;                                      // "checklist" → …
  ThemeFiles paper;                                           // variants for paper
  std::map<std::string, Words, std::less<>> words;            // language → key → text
  std::map<std::string, std::string, std::less<>> assets;     // output path "assets/tailorbird.css" → bytes
  std::map<std::string, std::string, std::less<>> kit_files;  // path in the roll-out kit → bytes
  struct Joined {
    std::string script;
    std::string style;
  };
  std::map<std::string, Joined, std::less<>> of_formats;  // "scorm", "single", "booklet", "epub"
  /// Layouts and components ready to render, for each language of `words`. Shared because all editions of a
  /// build borrow from it; it locks for itself.
  std::shared_ptr<const Templates> templates;

  /// The language whose words are used for pages in `language`: itself, or English when the theme has none.
  std::string words_language(std::string_view language) const;
  /// The scripts and styles of the folder `format`, joined; empty ones when the theme has none.
  const Joined& of_format(std::string_view format) const;
  /// The word `key` for pages in `language`, or empty.
  std::string_view word(std::string_view language, std::string_view key) const;
};

/// The bundle path of a component's script, if the theme has one: "assets/components/plan.js".
std::string component_script(std::string_view component);
/// The bundle path of a component's style sheet, if the theme has one: "assets/components/plan.css".
std::string component_style(std::string_view component);

struct ThemeRead {
  Theme theme;
  Diagnostics diagnostics;
  bool complete = true;  // false: it, or a theme that it extends, does not exist; `theme` is empty
};

/// Reads theme `name` from the first of `folders` that has it (the project's themes/, then the installed
/// one). `asked_at`: where a profile names it. Files are named in diagnostics as "themes/<name>/…", wherever
/// the folder is. Its words are read in English and `languages`; empty: in all languages. Fails when a file
/// cannot be read, or the theme that comes with Tailorbird is missing.
Result<ThemeRead> read_theme(const std::string& name, const std::vector<fs::path>& folders,
                             const SourceRange& asked_at = {}, const Files& files = disk(),
                             const std::vector<std::string>& languages = {});

/// The same from files in memory: path within the theme ("layouts/page.mustache") → file. It extends nothing.
ThemeRead make_theme(const std::string& name, const ThemeFiles& files);

}  // namespace tailorbird
