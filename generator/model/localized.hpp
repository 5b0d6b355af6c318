#pragma once
// A text per language, as YAML gives it: one text for all languages, or a map of language → text.

#include <map>
#include <string>
#include <string_view>

namespace tailorbird {

struct LocalizedText {
  std::string any;  // for every language not in the map
  std::map<std::string, std::string, std::less<>> by_language;

  bool empty() const { return any.empty() && by_language.empty(); }
  /// The text in `language`: its own, else the one for all, else empty.
  std::string_view in(std::string_view language) const {
    const auto own = by_language.find(language);
    return own != by_language.end() ? std::string_view(own->second) : std::string_view(any);
  }
  bool operator==(const LocalizedText&) const = default;
};

}  // namespace tailorbird
