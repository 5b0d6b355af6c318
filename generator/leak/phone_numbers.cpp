#include "leak/phone_numbers.hpp"

#include <algorithm>

namespace tailorbird {
namespace {

constexpr std::size_t most_digits = 8;
constexpr std::size_t least_digits = 5;
constexpr char number_mark = '\x01';   // never in folded text
constexpr std::size_t widest_gap = 3;  // characters between groups: ") (" and the like

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_separator(char c) { return std::string_view(" -./()").find(c) != std::string_view::npos; }

}  // namespace

std::string number_phrase(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (is_digit(c)) {
      digits += c;
    } else if (!is_separator(c) && c != '+') {
      return {};
    }
  }
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  if (digits.size() < least_digits) return {};
  return number_mark + digits.substr(digits.size() - std::min(digits.size(), most_digits));
}

bool is_number_phrase(std::string_view phrase) { return phrase.starts_with(number_mark); }

void each_number(std::string_view text, std::span<const std::uint32_t> starts,
                 const std::function<void(std::string_view digits)>& take) {
  std::string digits;   // the last digits of the current run of groups
  std::size_t end = 0;  // the end of the last group
  for (const std::uint32_t at : starts) {
    if (!is_digit(text[at])) continue;
    const std::string_view gap =
        text.substr(std::min<std::size_t>(end, at), at - std::min<std::size_t>(end, at));
    const bool goes_on = gap.size() <= widest_gap && std::all_of(gap.begin(), gap.end(), is_separator);
    if (!goes_on) digits.clear();
    for (end = at; end < text.size() && is_digit(text[end]);) digits += text[end++];
    if (digits.size() > most_digits) digits.erase(0, digits.size() - most_digits);
    // A number may end with any group, since the groups after it may belong to something else.
    for (std::size_t length = least_digits; length <= digits.size(); ++length)
      take(std::string_view(digits).substr(digits.size() - length));
  }
}

PhoneNumbers::PhoneNumbers(std::span<const std::string_view> phrases) {
  for (std::uint32_t index = 0; index < phrases.size(); ++index) {
    if (is_number_phrase(phrases[index])) by_key_.emplace(phrases[index].substr(1), index);
  }
}

void PhoneNumbers::find(std::string_view text, std::span<const std::uint32_t> starts,
                        std::vector<std::uint32_t>& found) const {
  if (by_key_.empty()) return;
  each_number(text, starts, [&](std::string_view digits) {
    const auto known = by_key_.find(digits);
    if (known != by_key_.end()) found.push_back(known->second);
  });
}

}  // namespace tailorbird
