#include "read/schema/json_patterns.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/strings.hpp"
#include "read/schema/scalar_readers.hpp"

namespace tailorbird::json_patterns {
namespace {

/// Names of kinds that are not listed here have the form of an id.
constexpr auto forms = std::to_array<std::pair<Names, std::string_view>>({
    {Names::new_regions, region},
    {Names::regions, region},
    {Names::new_letters, letter},
    {Names::letters, letter},
    {Names::new_hosts, host},
    {Names::sources, source_id},
});

/// Language codes: all two-letter codes are listed; of three letters there are thousands.
const std::string& language() {
  static const std::string pattern = [] {
    std::vector<std::string> codes;
    for (char first = 'a'; first <= 'z'; ++first) {
      for (char second = 'a'; second <= 'z'; ++second) {
        if (const std::string code{first, second}; is_language(code)) codes.push_back(code);
      }
    }
    return "^(" + join(codes, "|") + "|[a-z]{3})" + std::string(language_parts) + "$";
  }();
  return pattern;
}

}  // namespace

std::string_view of_names(Names names) {
  if (names == Names::new_languages || names == Names::languages) return language();
  const auto* const row =
      std::find_if(forms.begin(), forms.end(), [&](const auto& form) { return form.first == names; });
  return row == forms.end() ? id : row->second;
}

}  // namespace tailorbird::json_patterns
