#pragma once
// Finds telephone numbers in any spelling: "+31 (0)20 123 45 67", "tel:+31201234567", "020-1234567".

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tailorbird {

/// What stands for the number `text` in a list of phrases: a mark and the digits that it is recognised by,
/// its last eight, or all when it has five to seven. Empty when `text` is no number: fewer digits, or
/// letters.
std::string number_phrase(std::string_view text);
bool is_number_phrase(std::string_view phrase);

class PhoneNumbers {
 public:
  /// Looks for those of `phrases` that stand for numbers; what they view must outlive this object.
  explicit PhoneNumbers(std::span<const std::string_view> phrases);

  /// Adds the indices of the numbers in `text`, folded, whose words begin at `starts`.
  void find(std::string_view text, std::span<const std::uint32_t> starts,
            std::vector<std::uint32_t>& found) const;

 private:
  std::unordered_map<std::string_view, std::uint32_t> by_key_;
};

}  // namespace tailorbird
