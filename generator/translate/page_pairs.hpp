#pragma once
// Pairs the pages of the source language with their translations.

#include <string>
#include <string_view>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"
#include "model/project.hpp"

namespace tailorbird {

struct PagePair {
  const Page* source = nullptr;
  const Page* translation = nullptr;  // null: there is none, or it is a draft
  std::string file;                   // of the translation, from the root; need not exist
  bool draft = false;                 // the translation exists, with `draft: true`
};

/// The pairs of `language`, sorted by the file of the source. The first language of the site is the source.
/// An organisation's own pages are included only for its languages.
std::vector<PagePair> page_pairs(const Project& project, std::string_view language);

/// The languages that are translated into: all but the first.
std::vector<std::string> target_languages(const Site& site);

/// Whether the translation is marked as made from the current text of its source.
bool is_current(const PagePair& pair);

/// The files of both pages.
struct PairBytes {
  std::string source;
  std::string translation;  // empty: there is none
};
Result<PairBytes> read_pair(const fs::path& root, const PagePair& pair);

}  // namespace tailorbird
