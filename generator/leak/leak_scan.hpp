#pragma once
// The leak scan: every output file is searched for words that only excluded content could have brought in. It
// is independent of how pages are made; it reads the bytes.
//
// What it looks for:
//   - sentences of at least three words and 16 bytes, summaries, alternative texts, external addresses and
//     paths whose condition no reader of the edition meets, or which are in pages that are left out; titles
//     of such pages from two words on;
//   - every field of other organisations: names, labels, hours, notes, addresses, links, variables, titles of
//     bundles, responsibilities, from three letters on; numbers from five digits on, in any spelling, within
//     one element, attribute or string.
// Text is found in spite of capitals, accents, white space, soft hyphens, entities, escapes and tags; across
// the borders of elements, except those of the header, the main part and the footer, and those between two
// whole texts that the edition shows, such as titles in a list; and across the syntax that interrupts
// sentences in captions, Markdown, styles and office documents (leak/uncut_text.hpp).
//
// What it does not find: shorter texts without neighbours that would identify them; words that also occur in
// a text for these readers, in the theme, or in what it writes of the dates and reading times of their pages;
// words that were changed (stemmed, cut in mid-sentence); single words and numbers in code, class names and
// the like (leak/prose.hpp).

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "leak/leak_index.hpp"
#include "tailor/edition.hpp"

namespace tailorbird {

/// The texts that a theme adds to the output of an edition. Those viewed must outlive the scanner.
struct ThemeText {
  std::vector<std::string_view> words;  // its strings: phrases in them are not leaks
  std::vector<std::string_view> files;  // templates, styles, scripts: single words in them are not leaks
  std::vector<std::string>
      made;  // of dates and numbers of the edition's pages: phrases in them are not leaks
};

/// Searches files for what one edition must not contain. Cheap to construct: the work is in the index.
class LeakScanner {
 public:
  /// `index` must be of the edition's language, and outlive the scanner as the edition must.
  LeakScanner(const Edition& edition, const LeakIndex& index, ThemeText theme = {});
  LeakScanner(LeakScanner&&) noexcept;
  ~LeakScanner();

  /// The forbidden phrases in `path` or `bytes`, each once, sorted. Thread-safe.
  Phrases secrets_in(std::string_view path, std::string_view bytes) const {
    return secrets_in_changed(path, bytes, {});
  }
  /// The same for a file of which an earlier one, `before`, had none of the secrets: what it has of that one
  /// is not searched again.
  Phrases secrets_in_changed(std::string_view path, std::string_view bytes, std::string_view before) const;
  /// Whether the phrase occurs only in texts for others, judging by conditions and organisations alone.
  bool is_suspect(std::uint32_t phrase) const;
  /// Whether this edition may show the text of `phrase`, an index in `other`, a scanner of the same bundle in
  /// another language. Thread-safe.
  bool allows(const LeakScanner& other, std::uint32_t phrase) const;
  /// By phrase: whether no text that this edition may show allows it, before variables are filled in.
  const std::vector<bool>& secrets() const;
  /// Whether secrets_in reports the phrase where it is: one of secrets() that no text allows either once
  /// variables are filled in. Thread-safe.
  bool is_secret(std::uint32_t phrase) const;
  /// secrets() without those that are known so far to be shown once variables are filled in. secrets_in
  /// reports these wherever they occur.
  std::vector<bool> looked_for() const;
  /// Reports each of `secrets`, found in the file `path`, as an error with the edition's id.
  void report(std::string_view path, const Phrases& secrets, Diagnostics& diagnostics) const;
  const Edition& edition() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tailorbird
