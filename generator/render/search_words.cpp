#include <algorithm>
#include <atomic>
#include <mutex>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/hash.hpp"
#include "render/page_words.hpp"
#include "render/search.hpp"
#include "render/search_data.hpp"
#include "render/vocabulary.hpp"

namespace tailorbird {
namespace {

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

struct SearchLexicon::State {
  State(std::string_view language, bool of_many) : shared(of_many), vocabulary(language) {}

  const bool shared;
  Vocabulary vocabulary;
  PageWords reader{vocabulary};
  std::atomic<std::uint64_t> next_id = 0;
  std::mutex mutex;                                                // of what follows
  std::unordered_map<std::size_t, LastFew<SearchWords>> variants;  // by page
  std::unordered_map<std::size_t, LastFew<SharedWords>> bases;     // the same
  LastFew<std::string> scripts;

  /// What variants of a page share; `key` is of all of it.
  std::shared_ptr<const SharedWords> shared_words(std::size_t page, std::uint64_t key, const SearchHead& head,
                                                  const TailoredPage& tailored) {
    bool has_others = false;
    {
      const std::lock_guard lock(mutex);
      const LastFew<SharedWords>& others = bases[page];
      if (auto known = others.find(key)) return known;
      has_others = !others.empty();
    }
    auto words = std::make_shared<const SharedWords>(reader.shared(head, tailored, has_others));
    if (!shared) return words;
    const std::lock_guard lock(mutex);
    bases[page].add(key, words);
    return words;
  }
};

SearchLexicon::SearchLexicon(std::string_view language, bool shared)
    : state_(std::make_unique<State>(language, shared)) {}
SearchLexicon::~SearchLexicon() = default;

std::shared_ptr<const SearchWords> SearchLexicon::words(std::size_t page, const SearchHead& head,
                                                        const TailoredPage& tailored) {
  std::uint64_t of_head = quick_hash(head.summary, quick_hash(head.title));
  for (const std::string& words : head.search) of_head = quick_hash(words, of_head);
  const std::uint64_t key = of_head + tailored.body_hash;
  {
    const std::lock_guard lock(state_->mutex);
    if (auto known = state_->variants[page].find(key)) return known;
  }
  const std::shared_ptr<const SharedWords> shared =
      state_->shared_words(page, of_head + tailored.shared_hash, head, tailored);
  auto words =
      std::make_shared<const SearchWords>(state_->reader.whole(*shared, tailored, state_->next_id++));
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
