#pragma once
// The data exchanged with translators, in any file format: texts with codes, and their context.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "translate/correspondence.hpp"

namespace tailorbird {

struct TranslationUnit {
  std::string id;       // TextSegment::id
  std::string about;    // "a list item"
  std::string readers;  // its readers, in words; empty: everybody
  Position where;       // in the source
  Freshness state = Freshness::missing;
  Pieces source;
  Pieces translation;  // the current one, with the ids of `source`; empty: none
};

/// The texts of a page.
struct TranslationFile {
  std::string source;             // "content/en/index.md"
  std::string source_mark;        // of the source's text
  std::string translation_state;  // a hash of the translation's file; "none": no file
  std::vector<TranslationUnit> units;
};

struct Exchange {
  std::string source_language;
  std::string language;
  std::vector<TranslationFile> files;
};

/// The state of a returned text.
enum class Progress : std::uint8_t {
  finished,
  begun,  // counts only if its words differ from those that were sent
  fuzzy,  // marked as needing review: does not count
};

/// A returned text: words with codes, by id or as Markdown.
struct ReturnedUnit {
  std::string id;
  int line = 0;           // in the returned file
  bool has_text = false;  // has a translation
  Progress progress = Progress::finished;
  Pieces pieces;       // codes have only `role` and `id`; everything else is Markdown
  std::string damage;  // why `pieces` cannot be used; empty: usable
};

struct ReturnedFile {
  std::string source;
  std::string source_mark;
  std::string translation_state;
  int line = 0;
  std::vector<ReturnedUnit> units;
};

struct ReturnedExchange {
  std::string source_language;
  std::string language;
  std::vector<ReturnedFile> files;
};

/// A format of exchange files: one row of the table in exchange_formats.cpp.
struct ExchangeFormat {
  std::string_view name;     // "xliff"
  std::string_view endings;  // extensions of its files: "xlf xliff"
  std::string (*write)(const Exchange& exchange);
  Result<ReturnedExchange> (*read)(const std::string& bytes);
};

std::span<const ExchangeFormat> exchange_formats();

/// The format of a file by its extension, or null.
const ExchangeFormat* format_of(std::string_view file);

}  // namespace tailorbird
