#pragma once
// How far the translations of a project are: page by page, and what has changed in those that are behind.

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
  unmarked,  // nobody said from which text it was made
  draft,     // it is there and not yet for readers
  missing,
};

PageState state_of(const PagePair& pair);
/// "current"
std::string_view name_of(PageState state);

/// A text that is to be translated, or translated again.
struct OpenText {
  std::string id;
  std::string about;    // "a list item"
  Position where;       // in the source
  std::string text;     // of the source
  bool is_new = false;  // false: its words have changed
};

struct PageStatus {
  std::string source;  // file
  std::string file;    // of the translation, whether it is there or not
  PageState state = PageState::missing;
  std::size_t texts = 0;       // of the source
  bool changes_known = true;   // `open` is what has changed; false: it is empty, and anything may have
  std::vector<OpenText> open;  // of a page that is stale
  bool same_structure = true;  // false: the translation has other texts, or texts for other readers
  Position differs_at;         // in the translation, where that begins
};

struct LanguageStatus {
  std::string language;
  std::vector<PageStatus> pages;

  std::size_t count(PageState state) const;
  std::size_t differing() const;
};

/// Of all `languages`.
Result<std::vector<LanguageStatus>> translation_status(const Project& project, const fs::path& root,
                                                       const std::vector<std::string>& languages);

/// Whether all pages are there and made from the present text.
bool is_complete(const std::vector<LanguageStatus>& languages);

/// Pages that are as they should be are only counted.
std::string status_text(const std::vector<LanguageStatus>& languages);
/// All pages. `version` 1.
std::string status_json(const std::vector<LanguageStatus>& languages);

}  // namespace tailorbird
