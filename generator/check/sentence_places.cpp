#include "check/sentence_places.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/hash.hpp"
#include "base/strings.hpp"
#include "text/comparable.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t most_words = 6;    // the words at the beginning of a sentence that are searched for
constexpr std::size_t fewest_words = 3;  // fewer words may occur in several places

/// The first two words of `comparable`; empty when it has no third.
std::string_view two_words(std::string_view comparable) {
  const std::size_t first = comparable.find(' ');
  if (first == std::string_view::npos) return {};
  const std::size_t second = comparable.find(' ', first + 1);
  return second == std::string_view::npos ? std::string_view{} : comparable.substr(0, second);
}

}  // namespace

/// An index of a page's text: the places of all words, by a hash of the word and the next one.
class SourceIndex {
 public:
  SourceIndex(const Page& page, std::string body)
      : page_(page), body_(std::move(body)), text_(make_comparable(body_)), lines_{0} {
    const std::string_view text = text_.text;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] == ' ' || word_before(text, at)) continue;
      if (const std::string_view words = two_words(text.substr(at)); !words.empty())
        places_.emplace_back(quick_hash(words), at);
    }
    std::sort(places_.begin(), places_.end());
    for (std::size_t at = body_.find('\n'); at != std::string::npos; at = body_.find('\n', at + 1))
      lines_.push_back(at + 1);
  }

  /// The first occurrence of `wanted`, at least three words of comparable text.
  std::optional<SourceRange> find(std::string_view wanted) const {
    const std::string_view text = text_.text;
    const std::uint64_t key = quick_hash(two_words(wanted));
    for (auto place = std::lower_bound(places_.begin(), places_.end(), std::pair(key, std::size_t{0}));
         place != places_.end() && place->first == key; ++place) {
      const std::size_t end = place->second + wanted.size();
      if (text.substr(place->second).starts_with(wanted) && !word_at(text, end))
        return range(text_.origin[place->second], text_.origin[end]);
    }
    return std::nullopt;
  }

 private:
  /// The place of the bytes [begin, end) of the body.
  SourceRange range(std::size_t begin, std::size_t end) const {
    const std::string_view body = body_;
    const auto line = std::prev(std::upper_bound(lines_.begin(), lines_.end(), begin));
    const auto column = static_cast<std::uint32_t>(code_points(body.substr(*line, begin - *line))) + 1;
    const std::string_view found = body.substr(begin, end - begin);
    const auto length = static_cast<std::uint32_t>(code_points(found.substr(0, found.find('\n'))));
    return {
        page_.file, {page_.body_line + static_cast<std::uint32_t>(line - lines_.begin()), column}, length};
  }

  const Page& page_;
  std::string body_;
  ComparableText text_;
  std::vector<std::pair<std::uint64_t, std::size_t>>
      places_;                      // hash and offset in the comparable text, sorted
  std::vector<std::size_t> lines_;  // the offsets of their beginnings in the body
};

SentencePlaces::SentencePlaces(const Project& project)
    : project_(project),
      indexes_({.entries = std::size_t{1} << 8U}),
      known_({.entries = std::size_t{1} << 14U}) {
  for (std::size_t page = 0; page < project.pages.size(); ++page) {
    if (project.pages[page].partial) partials_[project.pages[page].language].push_back(page);
  }
}

SentencePlaces::~SentencePlaces() = default;

std::shared_ptr<const SourceIndex> SentencePlaces::index_of(std::size_t page) const {
  return indexes_.get(page, [&] {
    const Page& source = project_.pages[page];
    return SourceIndex(source, project_.body_of(source));
  });
}

SourceRange SentencePlaces::search(std::size_t page, std::string_view sentence) const {
  const Page& source = project_.pages[page];
  std::vector<std::string> beginning;
  for (const std::string_view word : words(sentence)) {
    if (beginning.size() < most_words) beginning.emplace_back(word);
  }
  const auto partials = partials_.find(source.language);
  for (; beginning.size() >= fewest_words; beginning.pop_back()) {  // markup may separate later words
    const std::string wanted = comparable_text(join(beginning, " "));
    if (auto place = index_of(page)->find(wanted)) return *place;
    if (partials == partials_.end()) continue;
    for (const std::size_t partial : partials->second) {
      if (auto place = index_of(partial)->find(wanted)) return *place;
    }
  }
  return {source.file, source.front.title_at, 0};
}

SourceRange SentencePlaces::find(std::size_t page, std::string_view sentence) const {
  return *known_.get(quick_hash(sentence, page), [&] { return search(page, sentence); });
}

}  // namespace tailorbird
