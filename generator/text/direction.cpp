#include "text/direction.hpp"

#include <algorithm>
#include <array>

#include "base/strings.hpp"

namespace tailorbird {

bool is_right_to_left(std::string_view language) {
  static constexpr auto languages =
      std::to_array<std::string_view>({"ar", "arc", "ckb", "dv", "fa", "glk", "he", "iw", "mzn", "nqo", "pnb",
                                       "ps", "sd", "syr", "ug", "ur", "yi"});
  static constexpr auto scripts =
      std::to_array<std::string_view>({"adlm", "arab", "hebr", "nkoo", "syrc", "thaa"});
  const std::string tag = ascii_lower(language);
  const std::vector<std::string_view> parts = split(tag, '-');
  // An explicit script decides: "az-Arab", "ar-Latn".
  const auto script = std::find_if(parts.begin() + 1, parts.end(), [](std::string_view part) {
    return part.size() == 4 && part.find_first_of("0123456789") == std::string_view::npos;
  });
  if (script != parts.end()) return std::find(scripts.begin(), scripts.end(), *script) != scripts.end();
  return std::find(languages.begin(), languages.end(), parts.front()) != languages.end();
}

std::string_view direction_attribute(std::string_view language, std::string_view around) {
  const bool right_to_left = is_right_to_left(language);
  if (right_to_left == is_right_to_left(around)) return {};
  return right_to_left ? " dir=\"rtl\"" : " dir=\"ltr\"";
}

}  // namespace tailorbird
