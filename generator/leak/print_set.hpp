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
  /// All of `other`.
  void add(const PrintSet& other);

  /// Whether all of `prints` may be in the set.
  bool may_have(const Prints& prints) const;
  /// Whether it holds so many that hardly any print is missing: more than the texts of a thousand pages have.
  bool is_full() const;

  /// The set in as few bytes as its prints need, for `read`. Empty when it is full.
  std::string text() const;
  /// Nothing when `text` was not written by text(), or is empty. The result can be
  /// queried and added to other sets, but nothing can be added to it.
  static std::optional<PrintSet> read(std::string_view text);

 private:
  using Words = std::vector<std::uint64_t>;

  std::size_t place_of(std::uint64_t print) const;

  Words words_ = Words(most_words);  // a power of two of them: the first bits of a print choose one
  static constexpr std::size_t most_words = std::size_t{1} << 16U;
};

}  // namespace tailorbird
