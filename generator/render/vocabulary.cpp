#include "render/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <libstemmer.h>
#include <mutex>
#include <numeric>
#include <utf8proc.h>

#include "text/utf8.hpp"
#include "text/word_starts.hpp"

namespace tailorbird {
namespace {

struct StemmerName {
  std::string_view language;
  const char* algorithm;
};
constexpr auto stemmers = std::to_array<StemmerName>({
    {"ar", "arabic"},    {"ca", "catalan"},    {"da", "danish"},     {"de", "german"},   {"el", "greek"},
    {"en", "english"},   {"es", "spanish"},    {"eu", "basque"},     {"fi", "finnish"},  {"fr", "french"},
    {"ga", "irish"},     {"hi", "hindi"},      {"hu", "hungarian"},  {"hy", "armenian"}, {"id", "indonesian"},
    {"it", "italian"},   {"lt", "lithuanian"}, {"nb", "norwegian"},  {"ne", "nepali"},   {"nl", "dutch"},
    {"nn", "norwegian"}, {"no", "norwegian"},  {"pt", "portuguese"}, {"ro", "romanian"}, {"ru", "russian"},
    {"sr", "serbian"},   {"sv", "swedish"},    {"ta", "tamil"},      {"tr", "turkish"},  {"yi", "yiddish"},
});

bool is_letter_or_digit(std::int32_t c) {
  const utf8proc_category_t category = utf8proc_category(c);
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
         (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

struct CodePoints {
  std::int32_t first;
  std::int32_t last;
};

/// Scripts that write no spaces between words: Thai and Lao, Burmese, Khmer, Japanese syllables, Chinese
/// characters. The theme's search.js has the same list.
constexpr auto unspaced = std::to_array<CodePoints>({{0x0E00, 0x0EFF},
                                                     {0x1000, 0x109F},
                                                     {0x1780, 0x17FF},
                                                     {0x3040, 0x30FF},
                                                     {0x3400, 0x4DBF},
                                                     {0x4E00, 0x9FFF},
                                                     {0x20000, 0x3FFFF}});

bool is_unspaced(std::int32_t c) {
  return std::any_of(unspaced.begin(), unspaced.end(),
                     [&](const CodePoints& range) { return range.first <= c && c <= range.last; });
}

}  // namespace

FoldedWords::FoldedWords(std::string_view text) : letters_(text) {
  constexpr std::size_t usual_length = 5;
  words_.reserve(text.size() / usual_length);
  std::size_t begin = 0;  // of the word that is being read
  bool inside = false;
  std::uint64_t before = 0;
  std::size_t beyond_ascii = 0;  // the end of the last eight bytes of which one is
  for (std::size_t at = 0; at < text.size(); at += 8) {
    const std::uint64_t bytes = swar::load(text, at);
    const std::uint64_t lower = swar::lower_case(bytes);
    std::memcpy(letters_.data() + at, &lower, std::min<std::size_t>(8, text.size() - at));
    if ((bytes & swar::high_bits) != 0) beyond_ascii = at + 8;
    const std::uint64_t words = word_bytes(bytes);
    for (std::uint64_t edges = words ^ swar::moved_on(words, before); edges != 0;
         edges = swar::without_first(edges)) {
      const std::size_t edge = at + swar::first(edges);
      if (inside) read_word(begin, edge, begin >= beyond_ascii);
      begin = edge;
      inside = !inside;
    }
    before = words;
  }
  if (inside) read_word(begin, text.size(), begin >= beyond_ascii);
}

/// `ascii`: it is known that all of the word is.
void FoldedWords::read_word(std::size_t begin, std::size_t end, bool ascii) {
  const std::string_view word = std::string_view(letters_).substr(begin, end - begin);
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (!ascii && !std::all_of(word.begin(), word.end(), is_ascii)) return add_folded(word);
  if (word.size() > 1)
    words_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)});
}

/// A word with accents or typographic marks in it, such as "l’arrêt" or "réunion", or in another script:
/// folded, then split again. Where words are not spaced, each two neighbours are a word.
void FoldedWords::add_folded(std::string_view word) {
  const std::string folded = fold(word);
  std::size_t begin = 0;                   // of the word that is being read
  std::size_t before = std::string::npos;  // the last sign of a script without spaces
  bool alone = false;                      // it is in no pair yet
  const auto end_run = [&](std::size_t at) {
    if (alone) add_letters(std::string_view(folded).substr(before, at - before));
    before = std::string::npos;
    alone = false;
  };
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t here = at;
    const std::int32_t c = next_code_point(folded, at);
    const bool letter = is_letter_or_digit(c);
    if (letter && !is_unspaced(c)) {
      end_run(here);
      continue;
    }
    add_word(std::string_view(folded).substr(begin, here - begin));
    begin = at;
    if (!letter) {
      end_run(here);
      continue;
    }
    if (before != std::string::npos) add_letters(std::string_view(folded).substr(before, at - before));
    alone = before == std::string::npos;
    before = here;
  }
  end_run(folded.size());
  add_word(std::string_view(folded).substr(begin));
}

/// Of two letters at least.
void FoldedWords::add_word(std::string_view word) {
  constexpr std::size_t longest_letter = 4;  // in UTF-8
  if (word.size() <= longest_letter && code_points(word) < 2) return;
  add_letters(word);
}

void FoldedWords::add_letters(std::string_view word) {
  const auto begin = static_cast<std::uint32_t>(letters_.size());
  letters_ += word;
  words_.push_back({begin, static_cast<std::uint32_t>(word.size())});
}

struct Vocabulary::Stemmer {
  explicit Stemmer(std::string_view language) {
    const auto row = std::find_if(stemmers.begin(), stemmers.end(), [&](const StemmerName& one) {
      return one.language == language.substr(0, language.find('-'));
    });
    if (row != stemmers.end()) stemmer.reset(sb_stemmer_new(row->algorithm, "UTF_8"));
  }

  std::string stem(const std::string& word) const {
    if (!stemmer) return word;
    const auto* stem = sb_stemmer_stem(stemmer.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                                       static_cast<int>(word.size()));
    const auto length = static_cast<std::size_t>(sb_stemmer_length(stemmer.get()));
    return length == 0 ? word : std::string(reinterpret_cast<const char*>(stem), length);
  }

  struct Deleter {
    void operator()(sb_stemmer* one) const { sb_stemmer_delete(one); }
  };
  std::unique_ptr<sb_stemmer, Deleter> stemmer;
};

Vocabulary::Vocabulary(std::string_view language) : stemmer_(std::make_unique<Stemmer>(language)) {}
Vocabulary::~Vocabulary() = default;

std::vector<std::uint32_t> Vocabulary::numbers(const FoldedWords& words) {
  std::vector<std::uint32_t> result(words.size());
  std::vector<std::size_t> unknown;
  {
    const std::shared_lock lock(mutex_);
    std::vector<std::size_t> hashes(words.size());
    for (std::size_t index = 0; index < words.size(); ++index) {
      hashes[index] = WordHash()(words[index]);
      words_.prefetch(hashes[index]);
    }
    for (std::size_t index = 0; index < words.size(); ++index) {
      result[index] = words_.find(words[index], hashes[index]);
      if (result[index] == WordNumbers::none) unknown.push_back(index);
    }
  }
  if (!unknown.empty()) {
    const std::unique_lock lock(mutex_);
    for (const std::size_t index : unknown) result[index] = add(words[index]);
  }
  return result;
}

/// Also when another thread has just added it.
std::uint32_t Vocabulary::add(std::string_view word) {
  const std::uint32_t number = words_.add(word);
  if (number == stem_of_.size()) stem_of_.push_back(stems_.add(stemmer_->stem(words_.word(number))));
  return number;
}

std::shared_ptr<const std::vector<std::uint32_t>> Vocabulary::stems_in_order() const {
  const std::lock_guard lock(order_mutex_);
  const std::size_t known = stems_in_order_ ? stems_in_order_->size() : 0;
  if (stems_in_order_ && known == stems_.size()) return stems_in_order_;
  auto order = stems_in_order_ ? *stems_in_order_ : std::vector<std::uint32_t>{};
  order.resize(stems_.size());
  const auto middle = order.begin() + static_cast<std::ptrdiff_t>(known);
  std::iota(middle, order.end(), static_cast<std::uint32_t>(known));
  const auto by_letters = [this](std::uint32_t a, std::uint32_t b) {
    return stems_.word(a) < stems_.word(b);
  };
  std::sort(middle, order.end(), by_letters);
  std::inplace_merge(order.begin(), middle, order.end(), by_letters);
  stems_in_order_ = std::make_shared<const std::vector<std::uint32_t>>(std::move(order));
  return stems_in_order_;
}

}  // namespace tailorbird
