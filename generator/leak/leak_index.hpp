#pragma once
// An index of the restricted phrases of one language: those that a condition, page or organisation limits,
// each with its guards. Made once and shared by the scanners of all editions of that language.

#include <array>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_memo.hpp"
#include "leak/all_texts.hpp"
#include "leak/phrase_finder.hpp"
#include "leak/prose.hpp"
#include "leak/restricted_texts.hpp"

namespace tailorbird {

class LeakIndex {
 public:
  /// `editions` are those of `language`. Reads all programs of that language, waiting for pages that are
  /// still compiling.
  LeakIndex(const Project& project, const ProgramOf& programs, std::string_view language,
            std::span<const Edition* const> editions);
  LeakIndex(const LeakIndex&) = delete;
  LeakIndex& operator=(const LeakIndex&) = delete;

  /// The texts that are not shown by all of the editions.
  const RestrictedTexts& texts() const { return texts_; }
  /// All texts. Thread-safe. Made at the first call, since they are needed only when a restricted phrase has
  /// been found.
  const AllTexts& all_texts() const;
  /// The phrases that an edition shows in a part of all_texts(). `shown`: by guard of the outline, whether
  /// the edition shows the texts under it. Cached, since a page is the same in many editions. Thread-safe.
  std::shared_ptr<const Phrases> find_shown(std::size_t part, const std::vector<bool>& shown) const;

  std::size_t size() const { return phrases_.size(); }
  /// Whether the phrase has several words, and is no telephone number.
  bool has_words(std::size_t index) const { return !only_in_prose_[index]; }
  /// A phrase as the author wrote it.
  std::string_view phrase(std::size_t index) const { return written_[index]; }
  /// The phrase in the form that is searched for: folded (leak/fold_text.hpp).
  std::string_view folded_phrase(std::size_t index) const { return phrases_[index]; }
  /// The guards under which the phrase occurs. Not a leak in editions that show one of them.
  std::span<const std::uint32_t> guards(std::size_t index) const {
    return std::span(guards_).subspan(guard_starts_[index], guard_starts_[index + 1] - guard_starts_[index]);
  }

  /// Indices of the phrases in `words`, plain text; each once, sorted.
  Phrases find(std::string_view words) const { return finder_.find(words); }
  /// The same, but cached, for texts that several editions show. Thread-safe.
  std::shared_ptr<const Phrases> find_again(std::string_view words) const;
  /// The `wanted` phrases in a file, whatever its syntax. Single words and numbers are found only in prose
  /// (leak/prose.hpp). Not sorted. Those in pieces that the file `before` of the same path has as well
  /// (leak/pieces.hpp) may be missing. Thread-safe.
  Phrases find_in_file(std::string_view path, std::string_view bytes, const std::vector<bool>& wanted,
                       std::string_view before = {}) const;
  /// All phrases in a file's path and bytes, sorted, but for those that cross the border of elements between
  /// two lines for which `is_whole` holds; it is asked about folded lines. Slow. Thread-safe.
  Phrases find_apart(std::string_view path, std::string_view bytes,
                     const std::function<bool(std::string_view line)>& is_whole) const;
  /// The phrases of a single word anywhere in a file of a theme. Cached. Thread-safe.
  std::shared_ptr<const Phrases> find_words_of_theme(std::string_view bytes) const;

 private:
  std::vector<std::string_view> collect();
  Phrases find_in_piece(std::string_view piece) const;
  Phrases find_prose(std::string_view words) const;
  /// Removes single words and numbers from `found` that do not occur in the prose of `piece`.
  void keep_prose(TextKind kind, std::string_view piece, Phrases& found) const;

  const Project& project_;
  const ProgramOf programs_;
  std::string language_;
  RestrictedTexts texts_;
  std::deque<std::string> words_;            // folded phrases, at stable addresses
  std::vector<std::string> written_;         // by phrase: as the author wrote it
  std::vector<bool> only_in_prose_;          // by phrase: a single word or a number
  std::vector<std::uint32_t> guards_;        // of all phrases, concatenated
  std::vector<std::uint32_t> guard_starts_;  // by phrase: index of its first guard; and the end
  std::vector<std::string_view> phrases_;    // in words_
  PhraseFinder finder_;
  bool shared_;                                           // several editions have the language
  mutable TextMemo<Phrases> memo_;                        // by piece of a file
  mutable std::array<TextMemo<Phrases>, 4> prose_memos_;  // by TextKind; by piece of a file
  mutable TextMemo<Phrases> theme_memo_;                  // by file of a theme
  mutable TextMemo<Phrases> shown_memo_;                  // by part and its shown guards
  mutable TextMemo<Phrases> words_memo_;                  // for find_again
  mutable std::once_flag all_texts_once_;
  mutable std::unique_ptr<const AllTexts> all_texts_;
};

}  // namespace tailorbird
