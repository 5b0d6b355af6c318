#pragma once
// Which phrases an index has that an earlier one did not have. A file that was searched for all of the
// earlier ones need only be searched for these.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_memo.hpp"
#include "leak/leak_index.hpp"
#include "leak/leak_scan.hpp"

namespace tailorbird {

/// The phrases of an index by their hashes: the first 32 digits of the SHA-256 of each, sorted, one after the
/// other.
std::string phrase_hashes(const LeakIndex& index);

class NewPhrases {
 public:
  /// Those of `index` that are not in `before` (phrase_hashes). `index` must outlive this object.
  NewPhrases(const LeakIndex& index, std::string_view before);

  bool empty() const { return numbers_.empty(); }
  /// Whether one of them is none that the edition of `scanner` may show.
  bool concern(const LeakScanner& scanner) const;
  /// Whether one that the edition of `scanner` may not show stands in `path` or `bytes`. Wherever else the
  /// phrase stands, and single words that are no prose, count too: whoever is told so looks closer.
  /// Thread-safe.
  bool are_in(std::string_view path, std::string_view bytes, const LeakScanner& scanner) const;

 private:
  bool any_suspect(const Phrases& found, const LeakScanner& scanner) const;

  std::vector<std::uint32_t> numbers_;  // in the index
  PhraseFinder finder_;                 // of the phrases, by their place in numbers_
  mutable TextMemo<Phrases> memo_;      // of pieces of files: bundles have many of them in common
};

}  // namespace tailorbird
