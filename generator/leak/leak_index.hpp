#pragma once
// All phrases of one language that some condition, page or organisation limits, each with where it may be
// shown. Made once; the scanners of all editions of that language share it.

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "leak/phrase_table.hpp"
#include "leak/restricted_texts.hpp"
#include "leak/scan_cache.hpp"

namespace tailorbird {

class LeakIndex {
 public:
  /// For scanners of `editions`, which are of `language`. Reads its programs, waiting for those that are
  /// still being compiled.
  LeakIndex(const Project& project, const ProgramOf& programs, std::string_view language,
            std::span<const Edition* const> editions);
  LeakIndex(const LeakIndex&) = delete;
  LeakIndex& operator=(const LeakIndex&) = delete;

  /// The texts that not all of the editions show.
  const RestrictedTexts& texts() const { return texts_; }
  /// All texts. Thread-safe; made at the first call, as they are wanted only when a phrase is met that may be
  /// a leak.
  const RestrictedTexts& all_texts() const;
  /// The phrases in that part of all_texts() as an edition with the `shown` guards shows it. Remembered, as a
  /// page is the same in many editions. Thread-safe.
  std::shared_ptr<const Phrases> find_shown(std::size_t part, const std::vector<bool>& shown) const;

  std::size_t size() const { return phrases_.size(); }
  std::string_view phrase(std::size_t index) const { return phrases_[index]; }
  /// Under which guards the phrase stands; one that is shown is enough to make it no secret.
  std::span<const std::uint32_t> guards(std::size_t index) const {
    return std::span(guards_).subspan(guard_starts_[index], guard_starts_[index + 1] - guard_starts_[index]);
  }

  /// Indices of the phrases in `words`, plain text of which a block is a line; each once, sorted.
  Phrases find(std::string words) const;
  /// The same for the bytes of a file, whatever it is written in. Not sorted. Thread-safe.
  Phrases find_in_file(std::string_view bytes) const;

 private:
  std::vector<std::string_view> collect();
  Phrases find_in_piece(std::string_view bytes) const;

  const Project& project_;
  const ProgramOf programs_;
  std::string language_;
  RestrictedTexts texts_;
  std::deque<std::string> words_;            // of the phrases, at a fixed place
  std::vector<std::uint32_t> guards_;        // of all phrases, one after the other
  std::vector<std::uint32_t> guard_starts_;  // by phrase, and the end
  std::vector<std::string_view> phrases_;    // in words_
  PhraseTable table_;
  mutable ScanCache memo_;        // of pieces of files
  mutable ScanCache shown_memo_;  // of parts and what is shown of them
  mutable std::once_flag all_texts_once_;
  mutable RestrictedTexts all_texts_;
};

}  // namespace tailorbird
