#pragma once
// All phrases of one language that some condition, page or organisation limits, each with where it may be
// shown. Made once; the scanners of all editions of that language share it.

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_memo.hpp"
#include "leak/phrase_finder.hpp"
#include "leak/prose.hpp"
#include "leak/restricted_texts.hpp"

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
  /// As the author wrote it.
  std::string_view phrase(std::size_t index) const { return written_[index]; }
  /// As it is compared (leak/fold_text.hpp).
  std::string_view folded_phrase(std::size_t index) const { return phrases_[index]; }
  /// Under which guards the phrase stands; one that is shown is enough to make it no secret.
  std::span<const std::uint32_t> guards(std::size_t index) const {
    return std::span(guards_).subspan(guard_starts_[index], guard_starts_[index + 1] - guard_starts_[index]);
  }

  /// Indices of the phrases in `words`, plain text; each once, sorted.
  Phrases find(std::string_view words) const { return finder_.find(words); }
  /// The same, remembered: for what several editions allow. Thread-safe.
  std::shared_ptr<const Phrases> find_again(std::string_view words) const;
  /// The same for bytes in whatever they are written, of the phrases that are `wanted`. Single words and
  /// numbers are found only in what is written for people (leak/prose.hpp). Not sorted. Thread-safe.
  Phrases find_in_file(std::string_view path, std::string_view bytes, const std::vector<bool>& wanted) const;
  /// The single words in a file of a theme, anywhere in it. Remembered. Thread-safe.
  std::shared_ptr<const Phrases> find_words_of_theme(std::string_view bytes) const;

 private:
  std::vector<std::string_view> collect();
  Phrases find_in_piece(std::string_view piece) const;
  /// Takes those of `found` away that are single words or numbers and do not stand in the prose of `piece`.
  void keep_prose(TextKind kind, std::string_view piece, Phrases& found) const;

  const Project& project_;
  const ProgramOf programs_;
  std::string language_;
  RestrictedTexts texts_;
  std::deque<std::string> words_;            // of the phrases, folded, at a fixed place
  std::vector<std::string> written_;         // by phrase: as it was written
  std::vector<bool> only_in_prose_;          // by phrase: a single word or a number
  std::vector<std::uint32_t> guards_;        // of all phrases, one after the other
  std::vector<std::uint32_t> guard_starts_;  // by phrase, and the end
  std::vector<std::string_view> phrases_;    // in words_
  PhraseFinder finder_;
  bool shared_;                                           // whether several editions have its pages
  mutable TextMemo<Phrases> memo_;                        // of pieces of files
  mutable std::array<TextMemo<Phrases>, 4> prose_memos_;  // of the prose in them, by kind
  mutable TextMemo<Phrases> theme_memo_;                  // of files of themes
  mutable TextMemo<Phrases> shown_memo_;                  // of parts and what is shown of them
  mutable TextMemo<Phrases> words_memo_;                  // of what find_again was asked
  mutable std::once_flag all_texts_once_;
  mutable RestrictedTexts all_texts_;
};

}  // namespace tailorbird
