#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <mutex>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/hash.hpp"
#include "base/text_memo.hpp"
#include "render/search.hpp"
#include "render/search_data.hpp"
#include "render/vocabulary.hpp"
#include "tailor/plain_text.hpp"

namespace tailorbird {
namespace {

// A word of a title, or of the author's search terms, counts as much as eight occurrences in the text.
constexpr std::uint32_t weight_of_title = 8;
constexpr std::uint32_t weight_of_heading = 3;
constexpr std::uint32_t most_in_text = 20;

/// What parts say in attributes that a reader sees: the names of people, the meanings of terms.
constexpr auto shown_attributes =
    std::to_array<std::string_view>({"name", "role-label", "note", "meaning", "task", "label"});

void append_attributes(const TailoredPart& part, std::string& text) {
  for (const auto& [name, value] : part.attributes) {
    if (std::find(shown_attributes.begin(), shown_attributes.end(), name) != shown_attributes.end())
      text += value + "\n";
  }
  for (const TailoredPart& child : part.children) append_attributes(child, text);
}

/// The numbers of the words in lines of text. Pages that differ between organisations in a few lines share
/// the others.
class LineMemo {
 public:
  explicit LineMemo(Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  using Numbers = std::vector<std::uint32_t>;
  /// Calls `take` with the numbers of each line. `shared`: whether other pages are likely to have the lines;
  /// what nobody else has need not be remembered.
  template <typename Take>
  void read(std::string_view text, bool shared, const Take& take) {
    if (!shared) return take(vocabulary_.numbers(FoldedWords(text)));
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      if (end > begin) {
        take(*lines_.get(text.substr(begin, end - begin), [this](std::string_view line) {
          Numbers numbers = vocabulary_.numbers(FoldedWords(line));
          numbers.shrink_to_fit();
          return numbers;
        }));
      }
      begin = end + 1;
    }
  }

 private:
  Vocabulary& vocabulary_;
  TextMemo<Numbers> lines_{std::size_t{1} << 15U, std::size_t{6} << 20U};
};

/// How often each word stands on a page, by its number. Used again for one page after another.
class Tallies {
 public:
  void add(std::uint32_t word, std::uint32_t weight) {
    if (word >= by_word_.size()) grow(word);
    Tally& tally = by_word_[word];
    if (weight != 1) tally.elsewhere += weight;
    if (weight == 1 && tally.in_text < most_in_text) ++tally.in_text;
    met_[word / 64] |= std::uint64_t{1} << word % 64;
  }

  /// The words that were added, by their numbers; they are forgotten.
  std::vector<WeightedWord> take() {
    std::vector<WeightedWord> words;
    for (std::size_t index = 0; index < met_.size(); ++index) {
      for (std::uint64_t left = std::exchange(met_[index], 0); left != 0; left &= left - 1) {
        const auto word =
            static_cast<std::uint32_t>(64 * index) + static_cast<std::uint32_t>(std::countr_zero(left));
        const Tally tally = std::exchange(by_word_[word], {});
        words.push_back({word, tally.in_text + tally.elsewhere});
      }
    }
    return words;
  }

 private:
  struct Tally {
    std::uint32_t in_text = 0;
    std::uint32_t elsewhere = 0;
  };

  void grow(std::uint32_t word) {
    met_.resize(std::max<std::size_t>(2 * met_.size(), word / 64 + 1));
    by_word_.resize(64 * met_.size());
  }

  std::vector<Tally> by_word_;
  std::vector<std::uint64_t> met_;  // words as bits
};

class WordCount {
 public:
  WordCount(LineMemo& lines, bool shared) : lines_(lines), shared_(shared), tallies_(of_thread()) {}
  /// Returns how many words `text` has.
  std::size_t add(std::string_view text, std::uint32_t weight) {
    std::size_t count = 0;
    lines_.read(text, shared_, [&](const LineMemo::Numbers& numbers) {
      count += numbers.size();
      for (const std::uint32_t number : numbers) tallies_.add(number, weight);
    });
    return count;
  }
  /// Of all that was added; nothing is left.
  PackedWords sums() { return PackedWords(tallies_.take()); }

 private:
  /// A thread counts one page at a time.
  static Tallies& of_thread() {
    thread_local Tallies all;
    return all;
  }

  LineMemo& lines_;
  bool shared_;
  Tallies& tallies_;
};

SearchWords words_of(WordCount count, std::uint64_t id, const SearchHead& head, const TailoredPage& page) {
  std::string headings = std::string(head.summary) + "\n";
  for (const OutlineEntry& heading : page.outline) {
    for (const std::string& text : text_blocks(heading.words)) headings += text + "\n";
  }
  std::string text = plain_text(page.body);
  for (const Segment& segment : page.body) {
    for (const TailoredPart& component : segment.component) {
      headings += std::string(attribute(component.attributes, "title")) + "\n";
      append_attributes(component, text);
    }
  }
  count.add(head.title, weight_of_title);
  for (const std::string& words : head.search) count.add(words, weight_of_title);
  count.add(headings, weight_of_heading);
  const std::size_t length = count.add(text, 1);
  return {id, length, count.sums()};
}

/// The last few of some results by a key. So that memory does not grow with the editions, the oldest is
/// forgotten.
template <typename Result>
class LastFew {
 public:
  bool empty() const { return all_.empty(); }
  std::shared_ptr<const Result> find(std::uint64_t key) const {
    const auto known =
        std::find_if(all_.begin(), all_.end(), [&](const auto& one) { return one.first == key; });
    return known == all_.end() ? nullptr : known->second;
  }
  void add(std::uint64_t key, std::shared_ptr<const Result> result) {
    constexpr std::size_t most = 8;
    if (all_.size() == most) all_.erase(all_.begin());
    all_.emplace_back(key, std::move(result));
  }

 private:
  std::vector<std::pair<std::uint64_t, std::shared_ptr<const Result>>> all_;  // the oldest first
};

std::uint64_t key_of(const std::vector<SearchPage>& pages, const std::vector<std::string>& same) {
  std::uint64_t key = pages.size();
  for (const SearchPage& page : pages) {
    key = quick_hash(page.path, quick_hash(page.title, quick_hash(page.place, key + page.words->id)));
    key = quick_hash(page.summary, quick_hash(page.when, key));
  }
  for (const std::string& group : same) key = quick_hash(group, key);
  return key;
}

}  // namespace

PackedWords::PackedWords(std::vector<WeightedWord> words) {
  const auto by_number = [](const WeightedWord& a, const WeightedWord& b) { return a.word < b.word; };
  if (!std::is_sorted(words.begin(), words.end(), by_number))
    std::sort(words.begin(), words.end(), by_number);
  std::string bytes;
  bytes.reserve(2 * words.size());
  const auto append = [&](std::uint32_t number) {
    for (; number >= 0x80; number >>= 7U) bytes += static_cast<char>(number | 0x80U);
    bytes += static_cast<char>(number);
  };
  std::uint32_t before = 0;
  for (const WeightedWord& one : words) {
    append((one.word - before) << 1U | (one.weight == 1 ? 0U : 1U));
    if (one.weight != 1) append(one.weight);
    before = one.word;
  }
  bytes_ = bytes;  // without the room that is left
}

struct SearchLexicon::State {
  State(std::string_view language, bool of_many) : shared(of_many), vocabulary(language) {}

  const bool shared;
  Vocabulary vocabulary;
  LineMemo lines{vocabulary};
  std::atomic<std::uint64_t> next_id = 0;
  std::mutex mutex;                                                // of what follows
  std::unordered_map<std::size_t, LastFew<SearchWords>> variants;  // by page
  LastFew<std::string> scripts;
};

SearchLexicon::SearchLexicon(std::string_view language, bool shared)
    : state_(std::make_unique<State>(language, shared)) {}
SearchLexicon::~SearchLexicon() = default;

std::shared_ptr<const SearchWords> SearchLexicon::words(std::size_t page, const SearchHead& head,
                                                        const TailoredPage& tailored) {
  std::uint64_t key = quick_hash(head.summary, quick_hash(head.title, tailored.body_hash));
  for (const std::string& words : head.search) key = quick_hash(words, key);
  bool shared = false;
  {
    const std::lock_guard lock(state_->mutex);
    const LastFew<SearchWords>& others = state_->variants[page];
    if (auto known = others.find(key)) return known;
    shared = !others.empty();
  }
  auto words = std::make_shared<const SearchWords>(
      words_of(WordCount(state_->lines, shared), state_->next_id++, head, tailored));
  const std::lock_guard lock(state_->mutex);
  state_->variants[page].add(key, words);
  return words;
}

std::string SearchLexicon::data(const std::vector<SearchPage>& pages,
                                const std::vector<std::string>& same) const {
  const std::uint64_t key = key_of(pages, same);
  {
    const std::lock_guard lock(state_->mutex);
    if (const auto known = state_->scripts.find(key)) return *known;
  }
  std::string script;
  {
    const auto reading = state_->vocabulary.reading();
    script = search_data(pages, same, state_->vocabulary);
  }
  if (!state_->shared) return script;
  const std::lock_guard lock(state_->mutex);
  state_->scripts.add(key, std::make_shared<const std::string>(script));
  return script;
}

}  // namespace tailorbird
