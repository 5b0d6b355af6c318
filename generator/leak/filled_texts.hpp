#pragma once
// The shown texts of an edition with their variables filled in. Restricted texts are cut at variables; a
// restricted text that equals "Call " + name + " today" is not restricted where that sentence is shown. The
// same holds for the words that say for whom a text is: "In Belgium" + "ask your doctor".

#include <string>
#include <string_view>
#include <vector>

#include "leak/all_texts.hpp"
#include "tailor/edition.hpp"

namespace tailorbird {

class FilledTexts {
 public:
  /// `shown`: by guard of the outline.
  FilledTexts(const AllTexts& texts, const std::vector<bool>& shown, const Edition& edition);

  /// Whether `phrase`, folded, is made of shown text and values of variables, of which it may begin in one.
  bool hold(std::string_view phrase) const;

 private:
  bool goes_on(std::string_view rest, std::size_t block) const;
  bool begins_in_value(std::string_view phrase) const;
  void add_value(std::string_view text);

  std::vector<std::string> blocks_;  // folded, in the order of the pages
  std::vector<std::string> values_;  // folded
};

}  // namespace tailorbird
