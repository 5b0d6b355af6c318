#include "leak/new_phrases.hpp"

#include <algorithm>
#include <set>

#include "base/hash.hpp"
#include "leak/pieces.hpp"
#include "leak/uncut_text.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t hash_length = 32;

std::string hash_of(std::string_view phrase) { return sha256_hex(phrase).substr(0, hash_length); }

std::vector<std::uint32_t> new_numbers(const LeakIndex& index, std::string_view before) {
  std::set<std::string_view> known;
  for (std::size_t at = 0; at + hash_length <= before.size(); at += hash_length)
    known.insert(known.end(), before.substr(at, hash_length));
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t phrase = 0; phrase < index.size(); ++phrase) {
    if (!known.contains(hash_of(index.folded_phrase(phrase)))) numbers.push_back(phrase);
  }
  return numbers;
}

std::vector<std::string_view> phrases_of(const LeakIndex& index, const std::vector<std::uint32_t>& numbers) {
  std::vector<std::string_view> phrases;
  for (const std::uint32_t number : numbers) phrases.push_back(index.folded_phrase(number));
  return phrases;
}

}  // namespace

std::string phrase_hashes(const LeakIndex& index) {
  std::vector<std::string> hashes;
  for (std::uint32_t phrase = 0; phrase < index.size(); ++phrase)
    hashes.push_back(hash_of(index.folded_phrase(phrase)));
  std::sort(hashes.begin(), hashes.end());
  std::string all;
  for (const std::string& hash : hashes) all += hash;
  return all;
}

NewPhrases::NewPhrases(const LeakIndex& index, std::string_view before)
    : numbers_(new_numbers(index, before)), finder_(phrases_of(index, numbers_)) {}

bool NewPhrases::concern(const LeakScanner& scanner) const {
  return std::any_of(numbers_.begin(), numbers_.end(),
                     [&](std::uint32_t phrase) { return scanner.is_suspect(phrase); });
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
