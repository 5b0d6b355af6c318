#pragma once
// Renders tailored pages with a theme: each becomes an HTML document, or a section of one. The markup of
// components is made here, once for all formats. Output is ASCII; links are relative and name the file.
//
// The names that templates can use are listed in docs/theme-authors/names.md.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "render/layout.hpp"
#include "render/search.hpp"
#include "render/theme.hpp"
#include "tailor/addressing.hpp"
#include "tailor/navigation.hpp"
#include "tailor/tailored_page.hpp"

namespace tailorbird {

/// A file of an edition, relative to the bundle's folder: "en/manager/index.html", "assets/tailorbird.css".
struct OutputFile {
  std::string path;
  std::string bytes;
};

/// What the renderer needs beyond the page itself; equal for all pages of an edition.
struct RenderContext {
  const Edition& edition;
  const Navigation& navigation;
  const Theme& theme;
  std::vector<std::string> languages;  // of the bundle, for the language switch
  std::function<bool(std::string_view language, std::string_view path)>
      has_page;                                 // whether this bundle has the page in that language
  SearchLexicon& lexicon;                       // of the edition's language
  Addressing addressing = Addressing(edition);  // the addressing that the pages were tailored with
  std::string revision = {};                    // of the bundle, for documents that hold a whole edition
};

/// Renders the documents of one edition. Everything that `context` refers to must outlive it.
class EditionRenderer {
 public:
  explicit EditionRenderer(const RenderContext& context);
  ~EditionRenderer();
  EditionRenderer(const EditionRenderer&) = delete;
  EditionRenderer& operator=(const EditionRenderer&) = delete;

  /// The whole document of a page. Thread-safe. Unknown names in a template are diagnostics that point to the
  /// template.
  OutputFile page(const TailoredPage& tailored, Diagnostics& diagnostics) const;
  /// Adds a page whose document is already known to the search data, as page() does. Thread-safe.
  void add_words(const TailoredPage& tailored) const;

  /// The edition's files other than content pages: its search data, which nothing on paper needs, and its
  /// accessibility statement. Call it last: the search data holds the pages added so far.
  std::vector<OutputFile> extras(Diagnostics& diagnostics) const;

  /// Renders layouts/`name`.mustache with `texts` and the values of the edition: the document around the
  /// sections, a cover, a table of contents.
  std::string around(std::string_view name, const LayoutTexts& texts, Diagnostics& diagnostics) const;
  const RenderContext& context() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Files that all languages of a bundle share: assets with the profile's colours, the logo, the words for
/// scripts, the language choice index.html. Files that cannot be used safely are left out, with a diagnostic.
std::vector<OutputFile> shared_files(const Theme& theme, const Profile& profile, const Bundle& bundle,
                                     const Project& project, const fs::path& root, Diagnostics& diagnostics,
                                     const Files& files = disk());

/// Where shared_files puts the profile's logo, relative to the bundle's folder; empty without a logo.
std::string logo_path(const Profile& profile);
/// The same for the logo of dark pages.
std::string dark_logo_path(const Profile& profile);

}  // namespace tailorbird
