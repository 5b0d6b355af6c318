#include "render/search.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <libstemmer.h>
#include <map>
#include <mutex>
#include <unordered_map>
#include <unordered_set>

#include "base/hash.hpp"
#include "base/text.hpp"
#include "tailor/plain_text.hpp"

namespace tailorbird {
namespace {

using WordSet = std::unordered_set<std::string>;

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

void insert_ascii(std::string_view word, WordSet& words) {
  if (word.size() >= 2) words.insert(ascii_lower(word));
}

/// A word with accents or typographic marks in it, such as "l’arrêt" or "réunion": folded, then split again.
void insert_folded(std::string_view word, WordSet& words) {
  const std::string folded = fold(word);
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= folded.size(); ++at) {
    const bool inside =
        at < folded.size() && is_word_byte(folded[at]) && static_cast<unsigned char>(folded[at]) < 0x80;
    if (inside) continue;
    insert_ascii(std::string_view(folded).substr(begin, at - begin), words);
    begin = at + 1;
  }
}

void insert_words(std::string_view text, WordSet& words) {
  std::size_t begin = 0;
  bool ascii = true;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && is_word_byte(text[at])) {
      ascii = ascii && static_cast<unsigned char>(text[at]) < 0x80;
      continue;
    }
    const std::string_view word = text.substr(begin, at - begin);
    if (ascii) {
      insert_ascii(word, words);
    } else {
      insert_folded(word, words);
    }
    begin = at + 1;
    ascii = true;
  }
}

std::vector<std::string> sorted(const WordSet& words) {
  std::vector<std::string> result(words.begin(), words.end());
  std::sort(result.begin(), result.end());
  return result;
}

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

struct StemmerName {
  std::string_view language;
  const char* algorithm;
};
constexpr auto stemmers = std::to_array<StemmerName>({{"en", "english"}, {"nl", "dutch"}, {"fr", "french"}});

/// The stem of a folded word; the word itself in a language without a stemmer.
class Stemmer {
 public:
  explicit Stemmer(std::string_view language) {
    const auto row = std::find_if(stemmers.begin(), stemmers.end(),
                                  [&](const StemmerName& one) { return one.language == language; });
    if (row != stemmers.end()) stemmer_.reset(sb_stemmer_new(row->algorithm, "UTF_8"));
  }
  std::string operator()(const std::string& word) const {
    if (!stemmer_) return word;
    const auto* stem = sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                                       static_cast<int>(word.size()));
    return std::string(reinterpret_cast<const char*>(stem),
                       static_cast<std::size_t>(sb_stemmer_length(stemmer_.get())));
  }

 private:
  struct Deleter {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
  };
  std::unique_ptr<sb_stemmer, Deleter> stemmer_;
};

std::string base36(std::size_t number) {
  constexpr std::string_view digits = "0123456789abcdefghijklmnopqrstuvwxyz";
  std::string text;
  do {
    text.insert(text.begin(), digits[number % 36]);
    number /= 36;
  } while (number > 0);
  return text;
}

/// The forms of one stem and where they are.
struct Group {
  std::vector<std::string> forms;     // sorted
  std::map<std::size_t, bool> pages;  // page → in a title
};

std::vector<Group> groups_of(const std::vector<SearchPage>& pages, std::string_view language) {
  std::unordered_map<std::string, std::map<std::size_t, bool>> forms;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    for (const std::string& word : pages[page].words->in_text) forms[word].emplace(page, false);
    for (const std::string& word : pages[page].words->in_titles) forms[word][page] = true;
  }
  const Stemmer stem(language);
  std::map<std::string, Group> by_stem;
  for (auto& [form, where] : forms) {
    Group& group = by_stem[stem(form)];
    group.forms.push_back(form);
    for (const auto& [page, in_title] : where) group.pages[page] = group.pages[page] || in_title;
  }
  std::vector<Group> groups;
  for (auto& [key, group] : by_stem) {
    const bool everywhere = pages.size() > 20 && group.pages.size() * 2 > pages.size();
    if (everywhere) continue;
    std::sort(group.forms.begin(), group.forms.end());
    groups.push_back(std::move(group));
  }
  return groups;
}

std::string forms_text(const Group& group) {
  std::string text;
  const std::string* before = nullptr;
  for (const std::string& form : group.forms) {
    if (before == nullptr) {
      text += form;
    } else {
      const auto differ = std::mismatch(form.begin(), form.end(), before->begin(), before->end());
      const std::size_t shared =
          std::min<std::size_t>(9, static_cast<std::size_t>(differ.first - form.begin()));
      text += fmt::format(" {}{}", shared, std::string_view(form).substr(shared));
    }
    before = &form;
  }
  return text;
}

std::string pages_text(const Group& group) {
  std::string text;
  std::size_t last = 0;
  for (const auto& [page, in_title] : group.pages) {
    if (!text.empty()) text += ' ';
    text += base36(page - last);
    if (in_title) text += '!';
    last = page;
  }
  return text;
}

/// A JavaScript string literal in ASCII.
std::string script_string(std::string_view text) {
  std::string html;  // numeric references name the code points; scripts want \uXXXX
  append_ascii_html(html, text);
  std::string result = "\"";
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t end = html.compare(at, 2, "&#") == 0 ? html.find(';', at) : std::string::npos;
    if (end != std::string::npos && end - at < 10) {
      const unsigned long code_point = std::stoul(html.substr(at + 2, end - at - 2));
      if (code_point >= 0x10000) {
        result += fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + ((code_point - 0x10000) >> 10U),
                              0xDC00 + ((code_point - 0x10000) & 0x3FFU));
      } else {
        result += fmt::format("\\u{:04x}", code_point);
      }
      at = end + 1;
      continue;
    }
    if (html[at] == '"' || html[at] == '\\') result += '\\';
    result += html[at++];
  }
  return result + "\"";
}

}  // namespace

SearchWords search_words(std::string_view title, std::string_view summary, const TailoredPage& page) {
  WordSet titles;
  insert_words(title, titles);
  insert_words(summary, titles);
  for (const OutlineEntry& heading : page.outline) {
    for (const std::string& text : text_blocks(heading.html)) insert_words(text, titles);
  }
  WordSet text;
  for (const std::string& block : text_blocks(page.body)) insert_words(block, text);
  return {sorted(text), sorted(titles)};
}

struct SearchMemo::State {
  std::mutex mutex;
  std::unordered_map<std::uint64_t, std::shared_ptr<const SearchWords>> known;
};

SearchMemo::SearchMemo() : state_(std::make_unique<State>()) {}
SearchMemo::~SearchMemo() = default;

std::shared_ptr<const SearchWords> SearchMemo::words(std::string_view title, std::string_view summary,
                                                     const TailoredPage& page) {
  const std::uint64_t key = hash_of(page.body, quick_hash(summary, quick_hash(title)));
  {
    const std::lock_guard lock(state_->mutex);
    if (const auto known = state_->known.find(key); known != state_->known.end()) return known->second;
  }
  auto words = std::make_shared<const SearchWords>(search_words(title, summary, page));
  const std::lock_guard lock(state_->mutex);
  return state_->known.emplace(key, std::move(words)).first->second;
}

std::string search_data(const std::vector<SearchPage>& pages, std::string_view language) {
  std::string script = "tailorbird.searchData({\"pages\":[";
  for (const SearchPage& page : pages) {
    if (&page != &pages.front()) script += ',';
    script += fmt::format("\n[{},{},{}]", script_string(page.path), script_string(page.title),
                          script_string(page.place));
  }
  std::string forms;
  std::string where;
  for (const Group& group : groups_of(pages, language)) {
    if (!forms.empty()) {
      forms += '|';
      where += '|';
    }
    forms += forms_text(group);
    where += pages_text(group);
  }
  return script + fmt::format("],\n\"words\":\"{}\",\n\"where\":\"{}\"}});\n", forms, where);
}

}  // namespace tailorbird
