#include <algorithm>
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

std::uint64_t hash_of(const Fragment& fragment, std::uint64_t seed) {
  for (const Segment& segment : fragment) {
    seed = quick_hash(segment.html, seed);
    for (const TailoredPart& part : segment.component) {
      std::vector<const TailoredPart*> waiting = {&part};
      while (!waiting.empty()) {
        const TailoredPart* one = waiting.back();
        waiting.pop_back();
        seed = hash_of(one->body, seed + 1);
        for (const TailoredPart& child : one->children) waiting.push_back(&child);
      }
    }
  }
  return seed;
}

SearchWords words_of(Vocabulary& vocabulary, std::uint64_t id, std::string_view title,
                     std::string_view summary, const TailoredPage& page) {
  std::string titles = fmt::format("{}\n{}\n", title, summary);
  for (const OutlineEntry& heading : page.outline) {
    for (const std::string& text : text_blocks(heading.html)) titles += text + "\n";
  }
  return {id, vocabulary.numbers(FoldedWords(plain_text(page.body))),
          vocabulary.numbers(FoldedWords(titles))};
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

std::uint64_t key_of(const std::vector<SearchPage>& pages) {
  std::uint64_t key = pages.size();
  for (const SearchPage& page : pages) {
    key = quick_hash(page.path, quick_hash(page.title, quick_hash(page.place, key + page.words->id)));
  }
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

std::shared_ptr<const SearchWords> SearchLexicon::words(std::size_t page, std::string_view title,
                                                        std::string_view summary,
                                                        const TailoredPage& tailored) {
  const std::uint64_t key = hash_of(tailored.body, quick_hash(summary, quick_hash(title)));
  {
    const std::lock_guard lock(state_->mutex);
    if (auto known = state_->variants[page].find(key)) return known;
  }
  auto words = std::make_shared<const SearchWords>(
      words_of(state_->vocabulary, state_->next_id++, title, summary, tailored));
  const std::lock_guard lock(state_->mutex);
  state_->variants[page].add(key, words);
  return words;
}

std::string SearchLexicon::data(const std::vector<SearchPage>& pages) const {
  const std::uint64_t key = key_of(pages);
  {
    const std::lock_guard lock(state_->mutex);
    if (const auto known = state_->scripts.find(key)) return *known;
  }
  std::string script;
  {
    const auto reading = state_->vocabulary.reading();
    script = search_data(pages, state_->vocabulary);
  }
  const std::lock_guard lock(state_->mutex);
  state_->scripts.add(key, std::make_shared<const std::string>(script));
  return script;
}

}  // namespace tailorbird
