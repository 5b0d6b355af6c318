#pragma once
// Finds phrases of every kind in text and in output bytes: sentences and long names (leak/phrase_table.hpp),
// short names (leak/short_names.hpp), telephone numbers (leak/phone_numbers.hpp).

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/seen_texts.hpp"
#include "base/text_memo.hpp"
#include "leak/phone_numbers.hpp"
#include "leak/phrase_table.hpp"
#include "leak/short_names.hpp"

namespace tailorbird {

/// Phrases by their indices.
using Phrases = std::vector<std::uint32_t>;

class PhraseFinder {
 public:
  /// `phrases`: folded (leak/fold_text.hpp). What they view must outlive this object.
  explicit PhraseFinder(const std::vector<std::string_view>& phrases)
      : table_(phrases), short_names_(phrases), numbers_(phrases) {}

  /// The phrases in `words`, plain text; each once, sorted.
  Phrases find(std::string_view words) const;
  /// The phrases in the text and the markup of `bytes`, whatever their syntax. Not sorted.
  Phrases find_anywhere(std::string_view bytes) const;
  /// The same for a piece of a page (leak/pieces.hpp) that differs from other pieces in a few blocks. The
  /// results for blocks are cached, and only text across their borders is searched again. A block that is
  /// seen for the first time is searched leaf by leaf, with the same caching, since it may contain a value of
  /// one organisation and never occur again. Thread-safe.
  Phrases find_in_blocks(std::string_view piece) const;

 private:
  /// The cached results for the text or the markup of a block, independent of its surroundings.
  struct Stretch {
    std::string text;  // folded; ends in a space unless it is empty, or goes on in the next one
    Phrases inside;
    std::vector<PhraseTable::Candidate> open;  // for phrases that would begin before `text` or end after it
    std::vector<std::uint32_t> edges;          // words at which a match may extend beyond `text`
  };
  struct Block {
    Stretch words;
    Stretch marks;
    bool ends_in_tag = false;
  };

  using Words = std::span<const std::uint32_t>;  // the offsets at which words begin
  using Blocks = std::vector<std::shared_ptr<const Block>>;

  Phrases find_folded(std::string_view text, Words starts) const;
  void settle(Stretch& stretch, Words starts) const;
  Stretch read_stretch(std::string_view written, bool goes_on = false) const;
  Stretch joined(std::span<const Stretch* const> stretches) const;
  Block read_leaf(std::string_view bytes) const;
  Block joined(const Blocks& blocks) const;
  Blocks read_leaves(std::string_view bytes) const;
  void add_block(std::string_view bytes, Blocks& blocks) const;

  PhraseTable table_;
  ShortNames short_names_;
  PhoneNumbers numbers_;
  // Enough for the blocks of a few hundred pages. An entry takes four times the bytes of its text.
  mutable TextMemo<Block> blocks_{std::size_t{1} << 14U, std::size_t{4} << 20U};
  // The leaves of blocks that were not in the cache.
  mutable TextMemo<Block> leaves_{std::size_t{1} << 14U, std::size_t{2} << 20U};
  // Parts of lists. Scripts of the search are large, and would push the blocks of pages out.
  mutable TextMemo<Block> lists_{std::size_t{1} << 12U, std::size_t{1} << 20U};
  mutable SeenTexts seen_blocks_;
};

}  // namespace tailorbird
