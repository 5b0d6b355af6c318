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
  /// Those phrases of `index` that have these numbers. `index` must outlive this object.
  NewPhrases(const LeakIndex& index, std::vector<std::uint32_t> numbers);

  bool empty() const { return numbers_.empty(); }
  /// Whether there is one that the edition of `scanner` must not show.
  bool concern(const LeakScanner& scanner) const;
  /// Whether one that it must not show may be in the files whose prints are `prints`. False is certain.
  bool may_be_in(const PrintSet& prints, const LeakScanner& scanner) const;
  /// Whether `path` or `bytes` contains one that the edition of `scanner` must not show. Errs towards true:
  /// phrases that are allowed for another reason and single words outside prose count too, and the caller
  /// then scans fully. Thread-safe.
  bool are_in(std::string_view path, std::string_view bytes, const LeakScanner& scanner) const;

 private:
  bool any_suspect(const Phrases& found, const LeakScanner& scanner) const;

  std::vector<std::uint32_t> numbers_;  // indices in the index
  std::vector<Prints> prints_;          // of each
  PhraseFinder finder_;                 // finds positions in numbers_
  mutable TextMemo<Phrases> memo_;      // of pieces of files: bundles have many of them in common
};

}  // namespace tailorbird
