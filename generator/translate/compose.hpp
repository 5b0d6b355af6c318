#pragma once
// Composes a translation's file from its source's bytes and the translated texts.

#include <string>
#include <string_view>
#include <vector>

#include "model/page.hpp"
#include "translate/segments.hpp"

namespace tailorbird {

struct Composed {
  std::string bytes;                // of the file, with its mark
  std::string body;                 // of the page: Page::body
  std::vector<std::size_t> begins;  // where each text begins in `body`; for front matter: 0
};

/// The front matter of a translation, with its mark and the `---` around it: that of the source with
/// `segments` replaced by `texts`. Segments outside front matter are ignored.
std::string composed_front(std::string_view source_bytes, std::string_view present,
                           const std::vector<TextSegment>& segments, const std::vector<std::string>& texts,
                           std::string_view mark);

/// `texts`: the translations of `segments`, as Markdown; for front matter, as plain text. Everything else
/// comes from the source, except the translation's own keys (`reviewed`, `sources`, `aliases`), which stay as
/// in `present`, the current file (empty: none). Lines of front matter with the same value stay.
Composed compose(const Page& source, std::string_view source_bytes, const std::vector<TextSegment>& segments,
                 const std::vector<std::string>& texts, std::string_view present, std::string_view mark);

}  // namespace tailorbird
