#pragma once
// The phrases of a leak index that an earlier index did not have. A file that was searched for all earlier
// phrases need only be searched for these.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_memo.hpp"
#include "leak/known_phrases.hpp"
#include "leak/leak_scan.hpp"
#include "leak/print_set.hpp"

namespace tailorbird {

class NewPhrases {
 public:
  /// The phrases of `index` that are not in `before` (phrase_hashes). `index` must outlive this object.
  NewPhrases(const LeakIndex& index, std::string_view before)
      : NewPhrases(index, KnownPhrases(index, before).fresh()) {}
  /// The phrases of `index` with these numbers. `index` must outlive this object.
  NewPhrases(const LeakIndex& index, std::vector<std::uint32_t> numbers);

  bool empty() const { return numbers_.empty(); }
  /// Whether there is one that the edition of `scanner` must not show.
  bool concern(const LeakScanner& scanner) const;
  /// Whether the files with these prints may contain one that the edition must not show. Never wrongly false.
  bool may_be_in(const PrintSet& prints, const LeakScanner& scanner) const;
  /// Whether `path` or `bytes` contains one that the edition of `scanner` must not show. May be wrongly true,
  /// since phrases that are allowed for another reason and single words outside prose count too; the caller
  /// then scans in full. Thread-safe.
  bool are_in(std::string_view path, std::string_view bytes, const LeakScanner& scanner) const;

 private:
  bool any_suspect(const Phrases& found, const LeakScanner& scanner) const;

  std::vector<std::uint32_t> numbers_;  // phrases of the index
  std::vector<Prints> prints_;          // by position in numbers_
  PhraseFinder finder_;                 // its results are positions in numbers_
  mutable TextMemo<Phrases> memo_;      // by piece of a file: bundles share many pieces
};

}  // namespace tailorbird
