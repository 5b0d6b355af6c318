#pragma once
// Maps the phrases of an index to those of an earlier one, so that marks on phrases can be kept between
// builds.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "leak/leak_index.hpp"

namespace tailorbird {

/// The hashes of the phrases of an index, sorted and concatenated: the first 32 digits of the SHA-256 of each
/// folded phrase.
std::string phrase_hashes(const LeakIndex& index);

class KnownPhrases {
 public:
  /// `before`: phrase_hashes of the earlier index; empty when there was none.
  KnownPhrases(const LeakIndex& index, std::string_view before);

  /// phrase_hashes of the index.
  const std::string& hashes() const { return hashes_; }
  /// The numbers of the phrases that the earlier index did not have.
  std::vector<std::uint32_t> fresh() const;

  /// `marks`, by phrase, as text for read_marks of a later index.
  std::string text_of(const std::vector<bool>& marks) const;
  /// Converts the result of text_of for the earlier index to marks on the phrases of this one. New phrases
  /// have no mark; nor has any when `text` does not belong to the earlier index.
  std::vector<bool> read_marks(std::string_view text) const;

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  std::string hashes_;
  std::vector<std::uint32_t> rank_;         // by phrase: its place in hashes_
  std::vector<std::uint32_t> rank_before_;  // the same in `before`, or none
  std::size_t size_before_;
};

}  // namespace tailorbird
