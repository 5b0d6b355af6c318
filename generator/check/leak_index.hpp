#pragma once
// All phrases of one language that some condition, page or organisation limits, each with where it may be
// shown. Made once; the scanners of all editions of that language share it.

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/guarded_texts.hpp"
#include "check/phrase_table.hpp"
#include "check/word_starts.hpp"

namespace tailorbird {

class LeakIndex {
 public:
  /// Reads all programs of `language`, waiting for those that are still being compiled.
  LeakIndex(const Project& project, const ProgramOf& programs, std::string_view language);
  LeakIndex(const LeakIndex&) = delete;
  LeakIndex& operator=(const LeakIndex&) = delete;

  const std::string& language() const { return language_; }
  const GuardedTexts& texts() const { return texts_; }
  std::size_t size() const { return phrases_.size(); }
  std::string_view phrase(std::size_t index) const { return phrases_[index]; }
  /// Under which guards the phrase stands; one that is shown is enough to make it no secret.
  std::span<const std::uint32_t> guards(std::size_t index) const {
    return std::span(guards_).subspan(guard_starts_[index], guard_starts_[index + 1] - guard_starts_[index]);
  }

  /// For `find`: those phrases alone for which `wanted(index)` is true.
  template <typename Wanted>
  PhraseFilter filter(const Wanted& wanted) const {
    return table_.filter(wanted);
  }

  /// Indices of the phrases in `text` for which `wanted(index)` is true, each once. `text` must end in eight
  /// bytes that begin no word.
  template <typename Wanted>
  std::vector<std::uint32_t> find(std::string_view text, const PhraseFilter& filter,
                                  const Wanted& wanted) const {
    return table_.find(text, word_starts(text), filter, wanted);
  }

 private:
  std::vector<std::string_view> collect();

  std::string language_;
  GuardedTexts texts_;
  std::deque<std::string> words_;            // of the phrases, at a fixed place
  std::vector<std::uint32_t> guards_;        // of all phrases, one after the other
  std::vector<std::uint32_t> guard_starts_;  // by phrase, and the end
  std::vector<std::string_view> phrases_;    // in words_
  PhraseTable table_;
};

}  // namespace tailorbird
