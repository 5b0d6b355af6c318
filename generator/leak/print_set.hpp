#pragma once
// A set of prints (leak/text_prints.hpp) with false positives but no false negatives: a Bloom filter with two
// bits of one word for each print.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "leak/text_prints.hpp"

namespace tailorbird {

class PrintSet {
 public:
  void add(const Prints& prints);
  /// Adds all prints of `other`.
  void add(const PrintSet& other);

  /// Whether all of `prints` may be in the set.
  bool may_have(const Prints& prints) const;
  /// Whether it rules out almost nothing: it has more prints than the texts of a thousand pages.
  bool is_full() const;

  /// The set in as few bytes as its prints need, for `read`. Empty when is_full().
  std::string text() const;
  /// Reads the result of text(); nothing when `text` is empty or something else. The set can be queried and
  /// added to other sets, but nothing can be added to it.
  static std::optional<PrintSet> read(std::string_view text);

 private:
  using Words = std::vector<std::uint64_t>;

  std::size_t place_of(std::uint64_t print) const;

  Words words_ = Words(most_words);  // as many as a power of two: the leading bits of a print choose one
  static constexpr std::size_t most_words = std::size_t{1} << 16U;
};

}  // namespace tailorbird
