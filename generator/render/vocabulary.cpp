#include "render/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <libstemmer.h>
#include <mutex>

#include "text/utf8.hpp"

namespace tailorbird {
namespace {

bool is_ascii_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_word_byte(char c) { return is_ascii_word_byte(c) || static_cast<unsigned char>(c) >= 0x80; }

struct StemmerName {
  std::string_view language;
  const char* algorithm;
};
constexpr auto stemmers = std::to_array<StemmerName>({{"en", "english"}, {"nl", "dutch"}, {"fr", "french"}});

}  // namespace

FoldedWords::FoldedWords(std::string_view text) {
  letters_.reserve(text.size());
  std::size_t begin = 0;
  bool ascii = true;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && is_word_byte(text[at])) {
      ascii = ascii && static_cast<unsigned char>(text[at]) < 0x80;
      continue;
    }
    const std::string_view word = text.substr(begin, at - begin);
    if (ascii) {
      add_ascii(word);
    } else {
      add_folded(word);
    }
    begin = at + 1;
    ascii = true;
  }
}

/// A word with accents or typographic marks in it, such as "l’arrêt" or "réunion": folded, then split again.
void FoldedWords::add_folded(std::string_view word) {
  const std::string folded = fold(word);
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= folded.size(); ++at) {
    if (at < folded.size() && is_ascii_word_byte(folded[at])) continue;
    add_ascii(std::string_view(folded).substr(begin, at - begin));
    begin = at + 1;
  }
}

void FoldedWords::add_ascii(std::string_view word) {
  if (word.size() < 2) return;
  for (const char c : word) letters_ += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  ends_.push_back(static_cast<std::uint32_t>(letters_.size()));
}

struct Vocabulary::Stemmer {
  explicit Stemmer(std::string_view language) {
    const auto row = std::find_if(stemmers.begin(), stemmers.end(),
                                  [&](const StemmerName& one) { return one.language == language; });
    if (row != stemmers.end()) stemmer.reset(sb_stemmer_new(row->algorithm, "UTF_8"));
  }

  std::string stem(const std::string& word) const {
    if (!stemmer) return word;
    const auto* stem = sb_stemmer_stem(stemmer.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                                       static_cast<int>(word.size()));
    return std::string(reinterpret_cast<const char*>(stem),
                       static_cast<std::size_t>(sb_stemmer_length(stemmer.get())));
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
    for (std::size_t index = 0; index < words.size(); ++index) {
      const auto known = by_word_.find(words[index]);
      if (known == by_word_.end()) {
        unknown.push_back(index);
      } else {
        result[index] = known->second;
      }
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
  if (const auto known = by_word_.find(word); known != by_word_.end()) return known->second;
  const auto number = static_cast<std::uint32_t>(words_.size());
  by_word_.emplace(words_.emplace_back(word), number);
  const std::string stem = stemmer_->stem(words_.back());
  auto of_stem = by_stem_.find(stem);
  if (of_stem == by_stem_.end()) {
    const auto next = static_cast<std::uint32_t>(stems_.size());
    of_stem = by_stem_.emplace(stems_.emplace_back(stem), next).first;
  }
  stem_of_.push_back(of_stem->second);
  return number;
}

}  // namespace tailorbird
