#include "leak/new_phrases.hpp"

#include <algorithm>
#include <utility>

#include "leak/pieces.hpp"
#include "leak/uncut_text.hpp"

namespace tailorbird {
namespace {

std::vector<std::string_view> phrases_of(const LeakIndex& index, const std::vector<std::uint32_t>& numbers) {
  std::vector<std::string_view> phrases;
  for (const std::uint32_t number : numbers) phrases.push_back(index.folded_phrase(number));
  return phrases;
}

}  // namespace

NewPhrases::NewPhrases(const LeakIndex& index, std::vector<std::uint32_t> numbers)
    : numbers_(std::move(numbers)), finder_(phrases_of(index, numbers_)) {
  for (const std::string_view phrase : phrases_of(index, numbers_))
    prints_.push_back(prints_of_phrase(phrase));
}

bool NewPhrases::concern(const LeakScanner& scanner) const {
  return std::any_of(numbers_.begin(), numbers_.end(),
                     [&](std::uint32_t phrase) { return scanner.is_suspect(phrase); });
}

bool NewPhrases::may_be_in(const PrintSet& prints, const LeakScanner& scanner) const {
  for (std::size_t at = 0; at < numbers_.size(); ++at) {
    if (scanner.is_suspect(numbers_[at]) && prints.may_have(prints_[at])) return true;
  }
  return false;
}

bool NewPhrases::any_suspect(const Phrases& found, const LeakScanner& scanner) const {
  return std::any_of(found.begin(), found.end(),
                     [&](std::uint32_t one) { return scanner.is_suspect(numbers_[one]); });
}

bool NewPhrases::are_in(std::string_view path, std::string_view bytes, const LeakScanner& scanner) const {
  if (any_suspect(finder_.find(path), scanner)) return true;
  std::vector<std::string_view> pieces = pieces_of(bytes);
  const std::optional<std::string> uncut = uncut_text(path, bytes);
  if (uncut) pieces.emplace_back(*uncut);
  return std::any_of(pieces.begin(), pieces.end(), [&](std::string_view piece) {
    const auto found = memo_.get(piece, [this](std::string_view one) { return finder_.find_in_blocks(one); });
    return any_suspect(*found, scanner);
  });
}

}  // namespace tailorbird
