#pragma once
// What translators get and give back, whatever the format of the file: texts with codes, and what to know
// about them.

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
  std::string readers;  // for whom it is, in words; empty: everybody
  Position where;       // in the source
  Freshness state = Freshness::missing;
  Pieces source;
  Pieces translation;  // what there is now, with the ids of `source`; empty: nothing
};

/// A page.
struct TranslationFile {
  std::string source;             // "content/en/index.md"
  std::string source_mark;        // of the source's text
  std::string translation_state;  // a hash of the translation's file; "none": there is none
  std::vector<TranslationUnit> units;
};

struct Exchange {
  std::string source_language;
  std::string language;
  std::vector<TranslationFile> files;
};

/// How far a text is that came back.
enum class Progress : std::uint8_t {
  finished,
  begun,  // it counts when its words are other than those that were sent
  fuzzy,  // somebody or some program says that it must still be looked at: it does not count
};

/// A text that came back: words with codes by id between them, or as Markdown.
struct ReturnedUnit {
  std::string id;
  int line = 0;           // in the file that came back
  bool has_text = false;  // a translation is there
  Progress progress = Progress::finished;
  Pieces pieces;       // of codes only `role` and `id` are known; what is no code is Markdown
  std::string damage;  // why `pieces` cannot be used; empty: nothing
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

/// A format of such files: one row of the table in exchange_formats.cpp.
struct ExchangeFormat {
  std::string_view name;     // "xliff"
  std::string_view endings;  // of its files: "xlf xliff"
  std::string (*write)(const Exchange& exchange);
  Result<ReturnedExchange> (*read)(const std::string& bytes);
};

std::span<const ExchangeFormat> exchange_formats();

/// The format of a file by the ending of its name, or null.
const ExchangeFormat* format_of(std::string_view file);

}  // namespace tailorbird
