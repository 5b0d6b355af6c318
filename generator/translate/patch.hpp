#pragma once
// Patches changed texts into a translation that leaves out passages of its source or has some of its own. The
// rest of its file stays unchanged.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "translate/correspondence.hpp"
#include "translate/page_pairs.hpp"

namespace tailorbird {

/// A text of the patched page.
struct PatchedText {
  std::optional<std::size_t> source;  // index in Correspondence::source; nothing: the translation's own
  const TextSegment* like = nullptr;  // it has the place of this one
  std::string text;
};

struct Patched {
  std::string bytes;               // of the file, with its mark
  std::string body;                // of the page: Page::body
  std::vector<PatchedText> texts;  // in the expected order of reading
};

/// `texts`: by segment of the source; nothing: left out. A new text is inserted after the translation of the
/// previous text, with the marks of its source; a removed text is removed with its lines. The caller must
/// check that the result is parsed as intended. `both` must outlive it.
Patched patch(const PagePair& pair, const PairBytes& bytes, const Correspondence& both,
              const std::vector<std::optional<std::string>>& texts, std::string_view mark);

}  // namespace tailorbird
