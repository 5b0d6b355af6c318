#pragma once
// A translation's file, put together from its source's bytes and translated texts.

#include <string>
#include <string_view>
#include <vector>

#include "model/page.hpp"
#include "translate/segments.hpp"

namespace tailorbird {

struct Composed {
  std::string bytes;                // of the file, with its mark
  std::string body;                 // of the page: Page::body
  std::vector<std::size_t> begins;  // where each text begins in `body`; of front matter: 0
};

/// The front matter of a translation, with its mark and the `---` around it: that of the source, with `texts`
/// in the place of `segments`, of which only those of front matter count.
std::string composed_front(std::string_view source_bytes, std::string_view present,
                           const std::vector<TextSegment>& segments, const std::vector<std::string>& texts,
                           std::string_view mark);

/// `texts`: the translations of `segments`, as Markdown; of front matter, as plain text. All else is the
/// source's, but for what a translation says for itself (`reviewed`, `sources`, `aliases`), which stays as it
/// is in `present`, the file that is there now (empty: none). Lines of front matter whose value is the same
/// stay.
Composed compose(const Page& source, std::string_view source_bytes, const std::vector<TextSegment>& segments,
                 const std::vector<std::string>& texts, std::string_view present, std::string_view mark);

}  // namespace tailorbird
