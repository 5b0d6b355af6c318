#pragma once
// Parses marks: `{.class #id key="value" key=value}`, the same grammar on divs, spans, headings, list items,
// table rows and pictures. Callers interpret them (attribute_meaning.hpp).

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/condition_names.hpp"

namespace tailorbird {

/// `key="value"`.
struct MarkPair {
  PlacedWord key;
  PlacedWord value;
};

/// A parsed mark. Unless it is `readable`, nothing in it may be used.
struct Mark {
  Position where;            // of the opening brace, or of the word that stands for the whole mark
  std::uint32_t length = 0;  // code points, 0 when it spans lines
  std::vector<PlacedWord> classes;
  std::optional<PlacedWord> id;
  std::vector<MarkPair> pairs;
  bool readable = true;

  bool has_class(std::string_view name) const;
  /// The pair with this key, or null.
  const MarkPair* pair(std::string_view key) const;
};

/// Converts an offset in the mark's text to its position in the file.
using PlaceOf = std::function<Position(std::size_t offset)>;

/// The size in bytes of the mark at the start of `text`, from `{` to the matching `}` outside quotes; 0 when
/// it does not end within `most` bytes.
std::size_t mark_size(std::string_view text, std::size_t most = 2000);

/// Why a mark has no end, and what to do; an empty fix: that of the code.
struct UnclosedMark {
  std::string_view message;
  std::string_view fix;
};

/// `line`: from the mark's brace to the end of its line.
UnclosedMark unclosed_mark(std::string_view line);

/// Parses `text`, from `{` to `}`. The first token that is not a class, id or pair is a diagnostic at its
/// place and makes the mark unreadable.
Mark read_mark(std::string_view text, const PlaceOf& place, const std::string& file,
               Diagnostics& diagnostics);

/// The words in `value` (split at white space), each with its own place.
std::vector<PlacedWord> value_words(const PlacedWord& value);

}  // namespace tailorbird
