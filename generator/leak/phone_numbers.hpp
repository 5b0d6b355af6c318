#pragma once
// Finds telephone numbers in any spelling: "+31 (0)20 123 45 67", "tel:+31201234567", "020-1234567".

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tailorbird {

/// The phrase for the number `text`: a control character and its last eight digits, or all of five to seven
/// digits. Empty when `text` is not a number: fewer digits, or letters.
std::string number_phrase(std::string_view text);
bool is_number_phrase(std::string_view phrase);

/// Calls `take` with the digits of each number phrase that may be in `text`, folded, whose words begin at
/// `starts`. A longer run of digits yields several: its last five digits, its last six, and so on to eight.
void each_number(std::string_view text, std::span<const std::uint32_t> starts,
                 const std::function<void(std::string_view digits)>& take);

class PhoneNumbers {
 public:
  /// Searches for those of `phrases` that are number phrases; what they view must outlive this object.
  explicit PhoneNumbers(std::span<const std::string_view> phrases);

  /// Adds to `found` the indices of the numbers in `text`, folded, whose words begin at `starts`.
  void find(std::string_view text, std::span<const std::uint32_t> starts,
            std::vector<std::uint32_t>& found) const;

 private:
  std::unordered_map<std::string_view, std::uint32_t> by_key_;
};

}  // namespace tailorbird
