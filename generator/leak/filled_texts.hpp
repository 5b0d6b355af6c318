#pragma once
// The shown texts of an edition with their variables filled in. Restricted texts are cut at variables; a
// restricted text that equals "Call " + name + " today" is not restricted where that sentence is shown.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "leak/all_texts.hpp"
#include "tailor/edition.hpp"

namespace tailorbird {

class FilledTexts {
 public:
  /// `shown`: by guard of the outline.
  FilledTexts(const AllTexts& texts, const std::vector<bool>& shown,
              const std::map<std::string, VariableValue, std::less<>>& variables);

  /// Whether `phrase`, folded, is made of shown text and values of variables.
  bool hold(std::string_view phrase) const;

 private:
  bool goes_on(std::string_view rest, std::size_t block) const;

  std::vector<std::string> blocks_;  // folded, in the order of the pages
  std::vector<std::string> values_;  // folded
};

}  // namespace tailorbird
