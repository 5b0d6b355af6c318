#pragma once
// A page being imported: its lines with their numbers in the source, its metadata, its losses.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "import/losses.hpp"
#include "import/seen_condition.hpp"

namespace tailorbird {

/// The amounts of content in a text, which should be equal before and after an import.
struct ContentCounts {
  std::size_t headings = 0;
  std::size_t paragraphs = 0;
  std::size_t items = 0;
  std::size_t tables = 0;
  std::size_t pictures = 0;
  std::size_t links = 0;
  std::size_t words = 0;

  ContentCounts& operator+=(const ContentCounts& other);
  bool operator==(const ContentCounts&) const = default;
};

/// A line of Markdown without its end, and the line of the source that it came from.
struct ImportLine {
  std::uint32_t source = 0;
  std::string text;
};
using ImportLines = std::vector<ImportLine>;

struct ImportPage {
  std::string source;  // from the folder that is imported: "Guide/Getting Started.md"
  std::string target;  // from the language's folder: "handbook/getting-started.md"
  bool partial = false;
  std::string title;
  std::string summary;  // empty: none
  int order = 0;        // 0: none
  bool draft = false;
  std::vector<std::pair<std::string, std::string>> keys;  // further keys of our front matter → YAML
  ImportLines body;
  Losses losses;
  ContentCounts in;
  ContentCounts out;
  std::vector<std::pair<std::string, std::uint32_t>>
      places;  // names that the source gave to places, with their lines
  std::map<std::string, std::string, std::less<>> anchors;  // fragment in links of the source → our id
  bool written = false;

  SeenConditions unsettled;  // conditions of the source that nothing has translated or left out yet

  /// Records a loss of this page; one of a kind that `drafts` makes it a draft.
  void lose(Loss loss);
  void lose(std::string_view kind, std::uint32_t line, std::string what) {
    lose({kind, source, line, std::move(what)});
  }
  /// The worst fate among its losses; LossFate::noted for a clean page.
  LossFate fate() const;
  /// The page's file: front matter and body.
  std::string text() const;
  /// The line of the source that line `line` of text() came from.
  std::uint32_t source_line(std::uint32_t line) const;
};

/// The lines of `text`, the first of which is line `first` of the source.
ImportLines import_lines(std::string_view text, std::uint32_t first);
/// Reduces several blank lines to one, removes those at either end and white space in blank lines; code stays
/// as it is.
void tidy(ImportLines& lines);
/// All lines as one text, each ended by a line feed.
std::string joined(const ImportLines& lines);

}  // namespace tailorbird
