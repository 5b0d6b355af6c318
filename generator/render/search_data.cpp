#include "render/search_data.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <numeric>
#include <span>
#include <utility>

#include "text/swar.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

/// Items sorted by a group's number, in flat storage.
template <typename Item>
class Grouped {
 public:
  /// `counts`: how many items each group has at most.
  explicit Grouped(const std::vector<std::uint32_t>& counts) : begins_(counts.size() + 1, 0) {
    std::partial_sum(counts.begin(), counts.end(), begins_.begin() + 1);
    ends_.assign(begins_.begin(), begins_.end() - 1);
    items_.resize(begins_.back());
  }
  void add(std::uint32_t group, Item item) { items_[ends_[group]++] = item; }
  std::span<Item> of(std::uint32_t group) {
    return std::span(items_).subspan(begins_[group], ends_[group] - begins_[group]);
  }

 private:
  std::vector<std::uint32_t> begins_;
  std::vector<std::uint32_t> ends_;
  std::vector<Item> items_;
};

/// By stem, those of its forms that are `used`, sorted.
Grouped<const std::string*> forms_of(const std::vector<bool>& used, const Vocabulary& vocabulary) {
  std::vector<std::uint32_t> counts(vocabulary.stem_count(), 0);
  for (std::uint32_t word = 0; word < used.size(); ++word) {
    if (used[word]) ++counts[vocabulary.stem_of(word)];
  }
  Grouped<const std::string*> forms(counts);
  for (std::uint32_t word = 0; word < used.size(); ++word) {
    if (used[word]) forms.add(vocabulary.stem_of(word), &vocabulary.word(word));
  }
  for (std::uint32_t stem = 0; stem < counts.size(); ++stem) {
    const auto group = forms.of(stem);
    std::sort(group.begin(), group.end(), [](const auto* a, const auto* b) { return *a < *b; });
  }
  return forms;
}

/// The weight of a word on a page by BM25: it grows with the number of occurrences, by less for each further
/// one, and is lower on a long page.
class Levels {
 public:
  explicit Levels(const std::vector<SearchPage>& pages) {
    double sum = 0;
    for (const SearchPage& page : pages) sum += static_cast<double>(page.words->length);
    const double average = std::max(1.0, sum / static_cast<double>(std::max<std::size_t>(1, pages.size())));
    for (const SearchPage& page : pages) {
      half_.push_back(half_weight *
                      (1 - by_length + by_length * static_cast<double>(page.words->length) / average));
    }
  }

  /// Of the words of one page.
  class OfPage {
   public:
    explicit OfPage(double half) : half_(half) {
      for (std::uint32_t weight = 0; weight < usual_.size(); ++weight) usual_[weight] = letter(weight);
    }
    /// 'A' to 'I'.
    char of(std::uint32_t weight) const { return weight < usual_.size() ? usual_[weight] : letter(weight); }

   private:
    char letter(std::uint32_t weight) const {
      const double share = weight / (weight + half_);
      return static_cast<char>('A' + static_cast<int>(share * 8.999));
    }

    double half_;
    std::array<char, 32> usual_{};  // by weight
  };
  OfPage of_page(std::uint32_t page) const { return OfPage(half_[page]); }

 private:
  static constexpr double half_weight = 4;  // on a page of average length this weight is half of the most
  static constexpr double by_length = 0.6;

  std::vector<double> half_;  // by page
};

void append_forms(std::string& text, std::span<const std::string* const> forms) {
  const std::string* before = nullptr;
  for (const std::string* form : forms) {
    if (before == nullptr) {
      text += *form;
    } else {
      const auto differ = std::mismatch(form->begin(), form->end(), before->begin(), before->end());
      // Counted in letters by the script, so only as far as a letter is a byte.
      const auto wide = std::find_if(form->begin(), differ.first,
                                     [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
      const std::size_t shared = std::min<std::size_t>(9, static_cast<std::size_t>(wide - form->begin()));
      text += ' ';
      text += static_cast<char>('0' + shared);
      text.append(*form, shared);
    }
    before = form;
  }
}

constexpr std::string_view digits36 = "0123456789abcdefghijklmnopqrstuvwxyz";

std::uint32_t length_in_base36(std::uint32_t number) {
  if (number < digits36.size()) return 1;  // nearly always
  std::uint32_t length = 1;
  for (; number >= digits36.size(); number /= static_cast<std::uint32_t>(digits36.size())) ++length;
  return length;
}

/// Returns the end of what it has written.
char* write_base36(char* at, std::uint32_t number) {
  if (number < digits36.size()) {
    *at = digits36[number];
    return at + 1;
  }
  char* const end = at + length_in_base36(number);
  for (char* digit = end; digit != at; number /= static_cast<std::uint32_t>(digits36.size()))
    *--digit = digits36[number % digits36.size()];
  return end;
}

/// By stem, its pages as the script has them. Their lengths are counted first, and then they are written into
/// the script itself, since they are most of it.
class Places {
 public:
  Places(const std::vector<SearchPage>& pages, const Vocabulary& vocabulary)
      : pages_(pages),
        stem_of_(vocabulary.stems_of_words().data()),
        used_(vocabulary.size(), false),
        lengths_(vocabulary.stem_count(), 0) {
    std::vector<std::uint32_t> after_last(lengths_.size(), 0);  // by stem: its last page so far, and 1
    // Pointers, since these loops run for each word of each page of each edition.
    std::uint32_t* const after = after_last.data();
    std::uint32_t* const lengths = lengths_.data();
    for (std::uint32_t page = 0; page < pages_.size(); ++page) {
      pages_[page].words->each([&](const WeightedWord& one) {
        used_[one.word] = true;
        const std::uint32_t stem = stem_of_[one.word];
        const std::uint32_t last = after[stem];
        if (last == page + 1) return;
        after[stem] = page + 1;
        lengths[stem] += length_in_base36(page - (last == 0 ? 0 : last - 1)) + 1;
      });
    }
  }

  /// By word, whether it stands on one of the pages.
  const std::vector<bool>& used() const { return used_; }
  bool has(std::uint32_t stem) const { return lengths_[stem] > 0; }

  /// How many bytes append_to writes, and one.
  std::size_t size(const std::vector<std::uint32_t>& stems) const {
    std::size_t size = 0;
    for (const std::uint32_t stem : stems) size += lengths_[stem] + 1;
    return size;
  }

  /// Appends those of `stems`, which are all that have some, with signs between them.
  void append_to(std::string& script, const std::vector<std::uint32_t>& stems) const {
    if (stems.empty()) return;
    std::vector<Writing> all(lengths_.size());
    std::size_t end = script.size();
    for (const std::uint32_t stem : stems) {
      all[stem].next = end;
      end += lengths_[stem] + 1;
    }
    script.resize(end - 1, '|');
    const Levels levels(pages_);
    Writing* const by_stem = all.data();
    std::vector<Writing*> met;  // stems of a page
    for (std::uint32_t page = 0; page < pages_.size(); ++page) {
      met.clear();
      pages_[page].words->each([&](const WeightedWord& one) {
        Writing& stem = by_stem[stem_of_[one.word]];
        if (stem.weight == 0) met.push_back(&stem);
        stem.weight += one.weight;
      });
      const Levels::OfPage letters = levels.of_page(page);
      for (Writing* const stem : met) {
        char* const at = write_base36(script.data() + stem->next, page - stem->last);
        *at = letters.of(stem->weight);
        *stem = {static_cast<std::size_t>(at - script.data()) + 1, page, 0};
      }
    }
  }

 private:
  /// How far the pages of a stem have been written.
  struct Writing {
    std::size_t next = 0;      // where the next one goes
    std::uint32_t last = 0;    // page
    std::uint32_t weight = 0;  // of all its forms, on the page that is read
  };

  const std::vector<SearchPage>& pages_;
  const std::uint32_t* const stem_of_;  // by word
  std::vector<bool> used_;
  std::vector<std::uint32_t> lengths_;
};

/// Groups of folded words, for one thing each.
std::string same_words(const std::vector<std::string>& same) {
  std::string text;
  for (const std::string& group : same) {
    const FoldedWords words(group);
    if (words.size() < 2) continue;
    if (!text.empty()) text += '|';
    for (std::size_t index = 0; index < words.size(); ++index) {
      if (index > 0) text += ' ';
      text += words[index];
    }
  }
  return text;
}

/// The bytes that are written as they are, as text/swar.hpp tells them.
std::uint64_t stays_in_string(std::uint64_t bytes) {
  return ~(bytes | swar::equal(bytes, '"') | swar::equal(bytes, '\\')) & swar::high_bits;
}

/// A JavaScript string literal in ASCII.
std::string script_string(std::string_view text) {
  std::string result = "\"";
  result.reserve(text.size() + 2);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (swar::all(text, at, stays_in_string)) at += 8;
    while (at < text.size() && (stays_in_string(static_cast<unsigned char>(text[at])) & 0x80U) != 0) ++at;
    result.append(text, begin, at - begin);
    if (at == text.size()) break;
    const auto code_point = static_cast<std::uint32_t>(next_code_point(text, at));
    if (code_point >= 0x10000) {
      result += fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + ((code_point - 0x10000) >> 10U),
                            0xDC00 + ((code_point - 0x10000) & 0x3FFU));
    } else if (code_point >= 0x80) {
      result += fmt::format("\\u{:04x}", code_point);
    } else {
      result += '\\';
      result += static_cast<char>(code_point);
    }
  }
  return result + "\"";
}

}  // namespace

std::string search_data(const std::vector<SearchPage>& pages, const std::vector<std::string>& same,
                        const Vocabulary& vocabulary) {
  std::string script = "tailorbird.searchData({\"pages\":[";
  for (const SearchPage& page : pages) {
    if (&page != &pages.front()) script += ',';
    script += fmt::format("\n[{},{},{},{},{}]", script_string(page.path), script_string(page.title),
                          script_string(page.place), script_string(page.summary), script_string(page.when));
  }
  const Places places(pages, vocabulary);
  Grouped<const std::string*> forms = forms_of(places.used(), vocabulary);
  std::vector<std::uint32_t> stems = *vocabulary.stems_in_order();
  std::erase_if(stems, [&](std::uint32_t stem) { return !places.has(stem); });
  std::string words;
  for (const std::uint32_t stem : stems) {
    if (!words.empty()) words += '|';
    append_forms(words, forms.of(stem));
  }
  script.append("],\n\"words\":").append(script_string(words)).append(",\n\"where\":\"");
  const std::string end = "\",\n\"same\":" + script_string(same_words(same)) + "});\n";
  script.reserve(script.size() + places.size(stems) +
                 end.size());  // three times the room if it grew by itself
  places.append_to(script, stems);
  script += end;
  return script;
}

}  // namespace tailorbird
