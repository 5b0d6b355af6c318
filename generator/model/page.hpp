#pragma once
// A page: its place, its front matter and its Markdown text. Its program is made by compile/.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/dimension.hpp"
#include "model/rollout.hpp"

namespace tailorbird {

struct FrontMatter {
  std::string title;
  std::string id;    // default: the path without .md
  std::string slug;  // its address is LANGUAGE/SLUG.html; empty: from its path
  std::string summary;
  std::string layout = "page";
  SourceRange layout_at;  // no file: not written
  Condition condition;    // from the dimensions' keys; never negated
  std::vector<std::pair<std::uint16_t, SourceRange>>
      readers_at;    // where the condition's dimensions are written
  int order = 1000;  // pages without an order come last
  int minutes = 0;   // 0: not said
  std::string owner;
  std::string reviewed;  // ISO date; empty: not said
  SourceRange reviewed_at;
  int review_in_days = 0;  // 0: not said
  std::vector<std::string> sources;
  std::vector<std::string> search;   // words that readers may type to find the page
  std::vector<std::string> aliases;  // former paths of the page, from its language's folder
  std::string translates;            // hash of the source page
  bool core = false;
  bool locked = false;
  bool draft = false;
  Position title_at;
};

/// What begins a comment that silences findings (build/silenced.hpp).
inline constexpr std::string_view ignore_mark = "<!-- ignore ";

/// A Markdown file. `path` is relative to its language folder and the same in all languages.
struct Page {
  std::string language;    // "en"
  std::string path;        // "manager/plan/index.md"
  std::string file;        // from the root: "content/en/manager/plan/index.md" or the overlay's file
  std::string overlay_of;  // profile id; empty: from content/
  bool partial = false;    // a folder or the name begins with _
  FrontMatter front;
  std::string body;             // the Markdown after the front matter; read it by Project::body_of
  std::uint32_t body_line = 1;  // the line in `file` on which `body` starts
  std::uint64_t hash = 0;       // of the file's bytes
  std::string front_sha256;     // of the lines before the body
  bool has_text = false;        // the body is more than white space
  bool may_silence = false;     // there is an ignore_mark in the body
};

/// Whether the page is a document of the roll-out kit.
inline bool is_kit_page(const Page& page) { return page.path.starts_with(kit_folder); }

/// Whether the page is a text that the organisation may want to change: those have the kit's default layout.
inline bool is_kit_document(const Page& page) {
  return is_kit_page(page) && (page.front.layout_at.file.empty() || page.front.layout == kit_id);
}

/// "manager/plan/index.md" → "en/manager/plan/index.html", with the slug `k7` → "en/k7.html". Relative to the
/// edition's folder.
std::string output_path(const Page& page);

}  // namespace tailorbird
