#include "render/page_words.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>
#include <vector>

#include "base/strings.hpp"
#include "tailor/plain_text.hpp"
#include "tailor/shared_parts.hpp"
#include "text/holes.hpp"

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

/// The attributes of parts that are an edition's own.
void append_own_attributes(const TailoredPart& part, std::string& text) {
  for (const TailoredPart& child : part.children) {
    if (is_own(child))
      append_attributes(child, text);
    else
      append_own_attributes(child, text);
  }
}

void append_heading(const OutlineEntry& heading, std::string& text) {
  for (const std::string& block : text_blocks(heading.words)) text += block + "\n";
}

/// How often a word stands on a page.
struct Tally {
  std::uint32_t word = 0;
  std::uint32_t in_text = 0;  // at most most_in_text
  std::uint32_t elsewhere = 0;
};

/// Counts words by their numbers. Used again for one page after another.
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
  std::vector<Tally> take() {
    std::vector<Tally> words;
    for (std::size_t index = 0; index < met_.size(); ++index) {
      for (std::uint64_t left = std::exchange(met_[index], 0); left != 0; left &= left - 1) {
        const auto word =
            static_cast<std::uint32_t>(64 * index) + static_cast<std::uint32_t>(std::countr_zero(left));
        words.push_back(std::exchange(by_word_[word], {}));
        words.back().word = word;
      }
    }
    return words;
  }

 private:
  void grow(std::uint32_t word) {
    met_.resize(std::max<std::size_t>(2 * met_.size(), word / 64 + 1));
    by_word_.resize(64 * met_.size());
  }

  std::vector<Tally> by_word_;
  std::vector<std::uint64_t> met_;  // words as bits
};

/// Those of `tallies` for which `weight_of` is not 0, with it as their weight.
template <typename WeightOf>
PackedWords packed(const std::vector<Tally>& tallies, const WeightOf& weight_of) {
  std::vector<WeightedWord> words;
  words.reserve(tallies.size());
  for (const Tally& tally : tallies) {
    if (const std::uint32_t weight = weight_of(tally); weight != 0) words.push_back({tally.word, weight});
  }
  return PackedWords(std::move(words));
}

std::uint32_t weight_elsewhere(const Tally& tally) { return tally.elsewhere; }
std::uint32_t whole_weight(const Tally& tally) { return tally.in_text + tally.elsewhere; }

/// By the words of `own`: their weights in `words`.
std::vector<std::uint32_t> weights_in(const PackedWords& words, const std::vector<Tally>& own) {
  std::vector<std::uint32_t> weights(own.size(), 0);
  std::size_t index = 0;
  words.each([&](const WeightedWord& one) {
    while (index < own.size() && own[index].word < one.word) ++index;
    if (index < own.size() && own[index].word == one.word) weights[index] = one.weight;
  });
  return weights;
}

/// Leaves of `own` what they add to what is shared, where a word that is in the text often counts no more.
void leave_added(std::vector<Tally>& own, const SharedWords& shared) {
  const std::vector<std::uint32_t> whole = weights_in(*shared.words, own);
  const std::vector<std::uint32_t> elsewhere = weights_in(shared.elsewhere, own);
  for (std::size_t index = 0; index < own.size(); ++index) {
    std::uint32_t& in_text = own[index].in_text;
    in_text = std::min(in_text, most_in_text - (whole[index] - elsewhere[index]));
  }
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

/// Counts the words of one page.
class PageWords::Count {
 public:
  explicit Count(PageWords& reader) : reader_(reader), tallies_(of_thread()) {}

  /// Returns how many words `text` has.
  std::size_t add(std::string_view text, std::uint32_t weight) {
    if (text.empty()) return 0;
    return add_all(reader_.vocabulary_.numbers(FoldedWords(text)), weight);
  }

  /// The same, of which single lines are remembered. Pages that differ between organisations in a few lines
  /// share the others.
  std::size_t add_lines(std::string_view text, std::uint32_t weight) {
    std::size_t count = 0;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      if (end > begin) {
        const auto numbers =
            reader_.lines_.get(text.substr(begin, end - begin), [this](std::string_view line) {
              Numbers all = reader_.vocabulary_.numbers(FoldedWords(line));
              all.shrink_to_fit();
              return all;
            });
        count += add_all(*numbers, weight);
      }
      begin = end + 1;
    }
    return count;
  }

  /// Of all that was added; nothing is left.
  std::vector<Tally> take() { return tallies_.take(); }

 private:
  std::size_t add_all(const Numbers& numbers, std::uint32_t weight) {
    for (const std::uint32_t number : numbers) tallies_.add(number, weight);
    return numbers.size();
  }

  /// A thread counts one page at a time.
  static Tallies& of_thread() {
    thread_local Tallies all;
    return all;
  }

  PageWords& reader_;
  Tallies& tallies_;
};

SharedWords PageWords::shared(const SearchHead& head, const TailoredPage& tailored, bool again) {
  SharedWords result;
  std::string headings = std::string(head.summary) + "\n";
  for (const OutlineEntry& heading : tailored.outline) {
    if (!heading.words.has_values()) append_heading(heading, headings);
  }
  const Fragment body = with_holes(tailored.body);
  const std::string all = plain_text(body);
  std::string text;
  for (const std::string_view line : split(all, '\n'))
    (has_holes(line) ? result.holed : text).append(line) += '\n';
  for (const Segment& segment : body) {
    for (const TailoredPart& component : segment.component) {
      headings += std::string(attribute(component.attributes, "title")) + "\n";
      append_attributes(component, text);
    }
  }
  Count count(*this);
  const auto add = [&](std::string_view words, std::uint32_t weight) {
    return again ? count.add_lines(words, weight) : count.add(words, weight);
  };
  add(head.title, weight_of_title);
  for (const std::string& words : head.search) add(words, weight_of_title);
  add(headings, weight_of_heading);
  result.length = add(text, 1);
  const std::vector<Tally> tallies = count.take();
  result.words = std::make_shared<const PackedWords>(packed(tallies, whole_weight));
  result.elsewhere = packed(tallies, weight_elsewhere);
  return result;
}

SearchWords PageWords::whole(const SharedWords& shared, const TailoredPage& tailored, std::uint64_t id) {
  std::string headings;
  for (const OutlineEntry& heading : tailored.outline) {
    if (heading.words.has_values()) append_heading(heading, headings);
  }
  std::string text = filled_holes(shared.holed, values_of(tailored.body));
  for (const Segment& segment : tailored.body) {
    for (const TailoredPart& component : segment.component) append_own_attributes(component, text);
  }
  Count count(*this);
  count.add(headings, weight_of_heading);
  const std::size_t length = shared.length + count.add(text, 1);
  std::vector<Tally> own = count.take();
  leave_added(own, shared);
  return {id, length, shared.words, packed(own, whole_weight)};
}

}  // namespace tailorbird
