#include "check/find_in_source.hpp"

#include "text/comparable.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

/// Converts byte offsets in a page's body to places. Offsets must come in ascending order, so that each line
/// is counted once.
class Places {
 public:
  Places(const Page& page, std::string_view body) : page_(page), body_(body) {}

  SourceRange at(std::size_t begin, std::size_t end) {
    for (std::size_t next = body_.find('\n', line_start_); next < begin;
         next = body_.find('\n', line_start_)) {
      line_start_ = next + 1;
      ++line_;
    }
    const auto column =
        static_cast<std::uint32_t>(code_points(body_.substr(line_start_, begin - line_start_)));
    const std::string_view found = body_.substr(begin, end - begin);
    const auto length = static_cast<std::uint32_t>(code_points(found.substr(0, found.find('\n'))));
    return {page_.file, {page_.body_line + line_, column + 1}, length};
  }

 private:
  const Page& page_;
  const std::string_view body_;
  std::size_t line_start_ = 0;
  std::uint32_t line_ = 0;
};

}  // namespace

std::vector<PhrasePlace> places_of_all(const Page& page, std::string_view body, const PhraseSet& phrases) {
  std::vector<PhrasePlace> found;
  const std::vector<PhraseMatch> matches = phrases.find(comparable_text(body));
  if (matches.empty()) return found;  // as nearly always: nobody asks where anything is
  const ComparableText comparable = make_comparable(body);
  Places places(page, body);
  for (const PhraseMatch& match : matches)
    found.push_back({match.phrase, places.at(comparable.origin[match.begin], comparable.origin[match.end])});
  return found;
}

std::vector<SourceRange> places_of(const Page& page, std::string_view body, std::string_view phrase) {
  PhraseSet one;
  one.add(phrase);
  std::vector<SourceRange> places;
  for (PhrasePlace& place : places_of_all(page, body, one)) places.push_back(std::move(place.where));
  return places;
}

bool holds_phrase(std::string_view text, std::string_view phrase) {
  PhraseSet one;
  one.add(phrase);
  return !one.find(comparable_text(text)).empty();
}

}  // namespace tailorbird
