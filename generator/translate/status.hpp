#pragma once
// The status of a project's translations: page by page, with the texts that have changed in stale ones.

#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"
#include "model/project.hpp"
#include "translate/correspondence.hpp"

namespace tailorbird {

enum class PageState : std::uint8_t {
  current,
  stale,     // the source has changed since
  unmarked,  // the text it was made from is unknown
  draft,     // exists, but is not yet for readers
  missing,
};

PageState state_of(const PagePair& pair);
/// "current"
std::string_view name_of(PageState state);

/// A text that must be translated, or translated again.
struct OpenText {
  std::string id;
  std::string about;    // "a list item"
  Position where;       // in the source
  std::string text;     // of the source
  bool is_new = false;  // false: its words have changed
};

struct PageStatus {
  std::string source;  // file
  std::string file;    // of the translation; need not exist
  PageState state = PageState::missing;
  std::size_t texts = 0;       // of the source
  bool changes_known = true;   // `open` lists what has changed; false: unknown, and `open` is empty
  std::vector<OpenText> open;  // of a page that is stale
  bool same_structure = true;  // false: the translation has other texts, or texts for other readers
  Position differs_at;         // where the structure begins to differ, in the translation
};

struct LanguageStatus {
  std::string language;
  std::vector<PageStatus> pages;

  std::size_t count(PageState state) const;
  std::size_t differing() const;
};

/// The status for all `languages`.
Result<std::vector<LanguageStatus>> translation_status(const Project& project, const fs::path& root,
                                                       const std::vector<std::string>& languages);

/// Whether all pages exist and are made from the current text.
bool is_complete(const std::vector<LanguageStatus>& languages);

/// The status as text; current pages are only counted.
std::string status_text(const std::vector<LanguageStatus>& languages);
/// The status as JSON, with all pages. `version` is 1.
std::string status_json(const std::vector<LanguageStatus>& languages);

}  // namespace tailorbird
