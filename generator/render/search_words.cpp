#include <algorithm>
#include <array>
#include <atomic>
#include <deque>
#include <fmt/format.h>
#include <mutex>
#include <unordered_map>

#include "base/hash.hpp"
#include "render/search.hpp"
#include "render/search_data.hpp"
#include "render/vocabulary.hpp"
#include "tailor/plain_text.hpp"

namespace tailorbird {
namespace {

// A word of a title, or one that the author says readers use, weighs as much as eight in the text.
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

class WordCount {
 public:
  explicit WordCount(Vocabulary& vocabulary) : vocabulary_(vocabulary) {}
  /// Returns how many words `text` has.
  std::size_t add(std::string_view text, std::uint32_t weight) {
    const std::vector<std::uint32_t> numbers = vocabulary_.numbers(FoldedWords(text));
    for (const std::uint32_t number : numbers) all_.push_back({number, weight});
    return numbers.size();
  }
  /// Each word once, by number.
  std::vector<WeightedWord> sums() {
    std::sort(all_.begin(), all_.end(), [](const auto& a, const auto& b) {
      return std::pair(a.word, a.weight) < std::pair(b.word, b.weight);
    });
    std::vector<WeightedWord> result;
    std::uint32_t in_text = 0;
    for (const WeightedWord& one : all_) {
      if (result.empty() || result.back().word != one.word) {
        result.push_back({one.word, 0});
        in_text = 0;
      }
      if (one.weight == 1 && ++in_text > most_in_text) continue;
      result.back().weight += one.weight;
    }
    result.shrink_to_fit();  // kept for each page
    return result;
  }

 private:
  Vocabulary& vocabulary_;
  std::vector<WeightedWord> all_;
};

SearchWords words_of(Vocabulary& vocabulary, std::uint64_t id, const SearchHead& head,
                     const TailoredPage& page) {
  std::string headings = std::string(head.summary) + "\n";
  for (const OutlineEntry& heading : page.outline) {
    for (const std::string& text : text_blocks(heading.html)) headings += text + "\n";
  }
  std::string text = plain_text(page.body);
  for (const Segment& segment : page.body) {
    for (const TailoredPart& component : segment.component) {
      headings += std::string(attribute(component.attributes, "title")) + "\n";
      append_attributes(component, text);
    }
  }
  WordCount count(vocabulary);
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
  std::shared_ptr<const Result> find(std::uint64_t key) const {
    const auto known =
        std::find_if(all_.begin(), all_.end(), [&](const auto& one) { return one.first == key; });
    return known == all_.end() ? nullptr : known->second;
  }
  void add(std::uint64_t key, std::shared_ptr<const Result> result) {
    constexpr std::size_t most = 8;
    if (all_.size() == most) all_.pop_front();
    all_.emplace_back(key, std::move(result));
  }

 private:
  std::deque<std::pair<std::uint64_t, std::shared_ptr<const Result>>> all_;
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

struct SearchLexicon::State {
  explicit State(std::string_view language) : vocabulary(language) {}

  Vocabulary vocabulary;
  std::atomic<std::uint64_t> next_id = 0;
  std::mutex mutex;                                                // of what follows
  std::unordered_map<std::size_t, LastFew<SearchWords>> variants;  // by page
  LastFew<std::string> scripts;
};

SearchLexicon::SearchLexicon(std::string_view language) : state_(std::make_unique<State>(language)) {}
SearchLexicon::~SearchLexicon() = default;

std::shared_ptr<const SearchWords> SearchLexicon::words(std::size_t page, const SearchHead& head,
                                                        const TailoredPage& tailored) {
  std::uint64_t key = quick_hash(head.summary, quick_hash(head.title, tailored.body_hash));
  for (const std::string& words : head.search) key = quick_hash(words, key);
  {
    const std::lock_guard lock(state_->mutex);
    if (auto known = state_->variants[page].find(key)) return known;
  }
  auto words =
      std::make_shared<const SearchWords>(words_of(state_->vocabulary, state_->next_id++, head, tailored));
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
  const std::lock_guard lock(state_->mutex);
  state_->scripts.add(key, std::make_shared<const std::string>(script));
  return script;
}

}  // namespace tailorbird
