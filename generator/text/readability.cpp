#include "text/readability.hpp"

#include <algorithm>
#include <array>

#include "base/strings.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

struct Formula {
  std::string_view language;
  double base;
  double per_sentence_word;
  double per_word_syllable;
};
constexpr auto formulas = std::to_array<Formula>({{"en", 206.835, 1.015, 84.6},
                                                  {"nl", 206.8, 0.93, 77.0},
                                                  {"fr", 207.0, 1.015, 73.6},
                                                  {"de", 180.0, 1.0, 58.5}});

const Formula* find_formula(std::string_view language) {
  const auto row = std::find_if(formulas.begin(), formulas.end(),
                                [&](const Formula& one) { return one.language == language; });
  return row == formulas.end() ? nullptr : &*row;
}

/// Abbreviations, whose full stop does not end a sentence.
constexpr auto abbreviations = std::to_array<std::string_view>(
    {"dr.", "mr.", "mrs.", "ms.",  "e.g.", "i.e.", "bijv.", "o.a.", "enz.", "d.w.z.",
     "p.",  "ex.", "m.",   "mme.", "art.", "nr.",  "z.b.",  "bzw.", "usw.", "ca."});

/// Silent endings, which count only if another syllable remains.
struct MuteEnding {
  std::string_view language;
  std::string_view ending;
};
constexpr auto mute_endings = std::to_array<MuteEnding>(
    {{"en", "e"}, {"en", "es"}, {"en", "ed"}, {"fr", "e"}, {"fr", "es"}, {"fr", "ent"}});

/// By lower-case ASCII letter, whether it is a vowel.
constexpr auto vowels = [] {
  std::array<bool, 26> is{};
  for (const char c : std::string_view("aeiouy")) is[static_cast<std::size_t>(c - 'a')] = true;
  return is;
}();

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_vowel(char c) { return is_letter(c) && vowels[static_cast<std::size_t>(c - 'a')]; }

bool has_letter_or_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (static_cast<unsigned char>(c) >= 0x80);
  });
}

/// Marks vowels with a diaeresis, which begin a new syllable: "coördinatie", "haïr".
std::string with_hiatus_marked(std::string_view word) {
  std::string text(word);
  for (const std::string_view vowel : {"ä", "ë", "ï", "ö", "ü"})
    text = replace_all(text, vowel, std::string("'") + std::string(vowel));
  return text;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// The word without accents and in lower case, with hiatus marked. Most words are ASCII, which is faster.
std::string letters_of(std::string_view word) {
  std::string letters = is_ascii(word) ? ascii_lower(word) : fold(with_hiatus_marked(word));
  std::erase_if(letters, [](char c) { return c != '\'' && !is_letter(c); });
  return letters;
}

std::size_t vowel_groups(std::string_view folded) {
  std::size_t groups = 0;
  bool inside = false;
  for (std::size_t at = 0; at < folded.size(); ++at) {
    const bool glide = folded[at] == 'y' && at + 1 < folded.size() && is_vowel(folded[at + 1]);  // "employee"
    const bool vowel = is_vowel(folded[at]) && !glide;
    if (vowel && !inside) ++groups;
    inside = vowel;
  }
  return groups;
}

/// Whether the ending is pronounced after all: "table", "possible", "created", "changes".
bool ending_is_said(std::string_view word, std::string_view ending, std::string_view language) {
  if (language != "en") return false;
  const std::string_view stem = word.substr(0, word.size() - ending.size());
  if (stem.empty()) return true;
  const char last = stem.back();
  if (ending == "e") return last == 'l' && stem.size() > 1 && !is_vowel(stem[stem.size() - 2]);
  if (ending == "ed") return last == 't' || last == 'd';
  return std::string_view("sxzcg").find(last) != std::string_view::npos || stem.ends_with("ch") ||
         stem.ends_with("sh");
}

std::size_t mute_syllables(std::string_view word, std::string_view language) {
  for (const MuteEnding& mute : mute_endings) {
    if (mute.language != language || !word.ends_with(mute.ending) || word.size() <= mute.ending.size())
      continue;
    if (is_vowel(word[word.size() - mute.ending.size() - 1])) continue;  // part of a longer group: "employee"
    if (!ending_is_said(word, mute.ending, language)) return 1;
  }
  return 0;
}

bool ends_sentence(std::string_view word) {
  if (word.empty() || is_letter(word.back())) return false;  // the fast path for most words
  while (!word.empty() && std::string_view("\"')]").find(word.back()) != std::string_view::npos)
    word.remove_suffix(1);
  for (const std::string_view quote : {"”", "’", "»", "“", "‘", "«"}) {
    if (word.ends_with(quote)) word.remove_suffix(quote.size());
  }
  if (word.ends_with("…") || word.ends_with('!') || word.ends_with('?')) return true;
  if (!word.ends_with('.')) return false;
  const std::string lower = ascii_lower(word);
  return std::find(abbreviations.begin(), abbreviations.end(), lower) == abbreviations.end();
}

}  // namespace

Readability& Readability::operator+=(const Readability& other) {
  words += other.words;
  sentences += other.sentences;
  syllables += other.syllables;
  longest = std::max(longest, other.longest);
  return *this;
}

Readability& Readability::operator-=(const Readability& other) {
  words -= other.words;
  sentences -= other.sentences;
  syllables -= other.syllables;
  return *this;
}

double Readability::mean_sentence() const {
  return sentences == 0 ? 0 : static_cast<double>(words) / static_cast<double>(sentences);
}

bool has_readability_formula(std::string_view language) { return find_formula(language) != nullptr; }

std::vector<std::string> sentences_of(std::string_view block) {
  std::vector<std::string> result;
  std::string current;
  for (const std::string_view word : words(block)) {
    if (!current.empty()) current += ' ';
    current += word;
    if (!ends_sentence(word)) continue;
    result.push_back(std::move(current));
    current.clear();
  }
  if (!current.empty()) result.push_back(std::move(current));
  return result;
}

std::size_t syllables(std::string_view word, std::string_view language) {
  const std::string letters = letters_of(word);
  const std::size_t groups = vowel_groups(letters);
  const std::size_t mute = groups > 1 ? mute_syllables(letters, language) : 0;
  return std::max<std::size_t>(1, groups - mute);
}

void count_readability(std::string_view block, std::string_view language, Readability& counts) {
  std::size_t in_sentence = 0;
  const auto end_sentence = [&] {
    if (in_sentence == 0) return;
    counts.words += in_sentence;
    ++counts.sentences;
    counts.longest = std::max(counts.longest, in_sentence);
    in_sentence = 0;
  };
  for (const std::string_view word : words(block)) {
    if (has_letter_or_digit(word)) {
      ++in_sentence;
      counts.syllables += syllables(word, language);
    }
    if (ends_sentence(word)) end_sentence();
  }
  end_sentence();
}

Readability measure(const std::vector<std::string>& blocks, std::string_view language) {
  Readability counts;
  for (const std::string& block : blocks) count_readability(block, language, counts);
  return counts;
}

double score(const Readability& counts, std::string_view language) {
  const Formula* formula = find_formula(language);
  if (formula == nullptr || counts.sentences == 0) return 0;
  const double syllables_per_word = static_cast<double>(counts.syllables) / static_cast<double>(counts.words);
  return formula->base - formula->per_sentence_word * counts.mean_sentence() -
         formula->per_word_syllable * syllables_per_word;
}

}  // namespace tailorbird
