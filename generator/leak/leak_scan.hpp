#pragma once
// The last net: every file on its way out is searched for words that only excluded values could have brought
// in. It knows nothing of how pages are made; it reads the bytes.
//
// What it looks for:
//   sentences of at least three words and 16 bytes, summaries, picture texts, outside addresses and paths
//   that
//     stand under a condition no reader of the edition fulfils, or in pages left out, whose titles are looked
//     for from two words on;
//   of other organisations every field: names, labels, hours, notes, addresses, links, variables, titles of
//     bundles, responsibilities, from three letters on; numbers from five digits on, in any spelling.
// Capitals, accents, white space, soft hyphens, entities, escapes and tags hide nothing, nor do the borders
// of elements, but for those of the header, the main part and the footer, nor the signs that stand within
// sentences of captions, Markdown, styles and office documents (leak/uncut_text.hpp).
//
// What it does not find: shorter texts that have no neighbours of their own to be recognised by; words that
// some text for these readers holds as well, or the theme; words changed on their way (stemmed, cut in
// mid-sentence); single words and numbers in code, class names and the like (leak/prose.hpp).

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "leak/leak_index.hpp"
#include "tailor/edition.hpp"

namespace tailorbird {

/// What a theme brings into every output. The texts must outlive the scanner.
struct ThemeText {
  std::vector<std::string_view> words;  // its strings: whatever they say is no leak
  std::vector<std::string_view> files;  // templates, styles, scripts: single words in them are none
};

/// What one edition must not contain. Cheap to make: the work is in the index.
class LeakScanner {
 public:
  /// `index` must be of the edition's language, and outlive the scanner as the edition must.
  LeakScanner(const Edition& edition, const LeakIndex& index, ThemeText theme = {});
  LeakScanner(LeakScanner&&) noexcept;
  ~LeakScanner();

  /// The forbidden phrases in `path` or `bytes`, each once, sorted. Thread-safe.
  Phrases secrets_in(std::string_view path, std::string_view bytes) const;
  /// Whether no text for this edition's readers holds the phrase, as far as conditions and organisations say.
  bool is_suspect(std::uint32_t phrase) const;
  /// Whether this edition may show what is the phrase `phrase` to `other`, of the same bundle in another
  /// language. Thread-safe.
  bool allows(const LeakScanner& other, std::uint32_t phrase) const;
  /// Adds an error, with the edition's id, for each of `secrets`, which are in the file `path`.
  void report(std::string_view path, const Phrases& secrets, Diagnostics& diagnostics) const;
  const Edition& edition() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tailorbird
