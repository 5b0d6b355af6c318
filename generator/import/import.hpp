#pragma once
// Imports foreign content into a project: pages, pictures, links, conditions. Imported pages pass `check`, or
// become drafts and are reported. Existing files are never overwritten.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/input_files.hpp"
#include "import/condition_map.hpp"
#include "import/import_page.hpp"
#include "import/link_repair.hpp"
#include "import/source_tree.hpp"

namespace tailorbird {

/// The result of reading a source.
struct SourcePages {
  std::vector<ImportPage> pages;
  std::map<std::string, std::string, std::less<>> extracted;  // pictures out of documents: name → bytes
  Losses losses;                                              // of files that did not become pages
};

/// A kind of source.
struct ImportKind {
  std::string_view name;  // "markdown"
  std::string_view what;  // "GitHub Flavored Markdown, also of Hugo, Jekyll, …"
  /// Whether a file indicates that the folder is of this kind.
  bool (*is_sign)(std::string_view path);
  /// Whether a file becomes a page.
  bool (*is_page)(std::string_view path);
  /// Reads the pages of `tree`. Fails only when nothing can be read.
  Result<SourcePages> (*read)(const SourceTree& tree, ConditionMap& conditions);
};

/// The table of kinds, in the order in which they are detected.
std::span<const ImportKind> import_kinds();

struct ImportRequest {
  fs::path root;
  const Files* files = &disk();
  fs::path source;
  std::string kind;  // of a row of import_kinds(); empty: detected
  std::string into;  // "content/en/handbook", with or without `content/`
  fs::path map;      // empty: none
  bool dry_run = false;
  std::vector<fs::path> theme_folders;
  fs::path data_folder;
};

struct ImportReport {
  std::string kind;
  std::string into;  // from the root: "content/en/handbook"
  std::vector<ImportPage> pages;
  std::vector<ImportMedia> media;
  Losses losses;          // of files that did not become pages
  std::string map_draft;  // a table to fill in, when unmapped conditions were found; else empty
  fs::path map_file;      // where the draft is, or would be, written
  bool written = false;

  std::size_t count(LossFate fate) const;
};

/// Fails when it cannot run: no such folder, nothing to import, a table that cannot be read, a project that
/// cannot be checked. If there are conditions but no table for them, only a draft of the table is written.
Result<ImportReport> import_source(const ImportRequest& request);

}  // namespace tailorbird
