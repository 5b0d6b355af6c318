#pragma once
// A translation that leaves passages of its source out, or has some of its own, gets the texts that have
// changed: its file stays what it is, but for these.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "translate/correspondence.hpp"
#include "translate/page_pairs.hpp"

namespace tailorbird {

/// A text that the patched page is to have.
struct PatchedText {
  std::optional<std::size_t> source;  // index in Correspondence::source; nothing: the translation's own
  const TextSegment* like = nullptr;  // it stands where this one does
  std::string text;
};

struct Patched {
  std::string bytes;               // of the file, with its mark
  std::string body;                // of the page: Page::body
  std::vector<PatchedText> texts;  // in the order in which they should be read again
};

/// `texts`: by segment of the source; nothing: left out. A new one is put behind the translation of the text
/// before it, with the marks of its source; what a text that is gone stood for goes with its lines. Whether
/// the result is read as it is meant, the caller must see. `both` must outlive it.
Patched patch(const PagePair& pair, const PairBytes& bytes, const Correspondence& both,
              const std::vector<std::optional<std::string>>& texts, std::string_view mark);

}  // namespace tailorbird
