#pragma once
// The one grammar of marks: `{.class #id key="value" key=value}`, the same on divs, spans, headings, list
// items, table rows and pictures. Knows no meaning: which classes and keys may stand where is said by
// those who ask.

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

/// A mark as read. Without `readable` nothing in it may be relied upon.
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

/// Where the byte at an offset of the mark's text is in its file.
using PlaceOf = std::function<Position(std::size_t offset)>;

/// How many bytes the mark at the start of `text` has, from `{` to the matching `}` outside quotes, or 0
/// when it does not end within `most` bytes.
std::size_t mark_size(std::string_view text, std::size_t most = 2000);

/// Reads `text`, from `{` to `}`. The first thing that is no class, id or pair is a diagnostic at its place
/// and makes the mark unreadable.
Mark read_mark(std::string_view text, const PlaceOf& place, const std::string& file,
               Diagnostics& diagnostics);

/// The words in `value` (split at white space), each with its own place.
std::vector<PlacedWord> value_words(const PlacedWord& value);

}  // namespace tailorbird
