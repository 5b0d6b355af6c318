#pragma once
// A localised text from YAML: one text for all languages, or a map of language → text. A key may name a
// region too, as in BCP 47: `nl-BE` for Dutch in Belgium where it differs.

#include <map>
#include <string>
#include <string_view>

namespace tailorbird {

struct LocalizedText {
  std::string any;  // for every language not in the map
  std::map<std::string, std::string, std::less<>> by_language;

  bool empty() const { return any.empty() && by_language.empty(); }
  /// The text in `locale`, a language ("nl") with or without a region ("nl-BE"): its own, else its
  /// language's, else the one for all, else empty.
  std::string_view in(std::string_view locale) const {
    auto own = by_language.find(locale);
    if (own == by_language.end()) own = by_language.find(locale.substr(0, locale.rfind('-')));
    return own != by_language.end() ? std::string_view(own->second) : std::string_view(any);
  }
  bool operator==(const LocalizedText&) const = default;
};

}  // namespace tailorbird
