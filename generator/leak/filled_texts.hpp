#pragma once
// The shown texts of an edition with their variables filled in. Texts are collected in pieces between
// variables. A restricted text that equals "Call " + name + " today" is no leak in an edition that shows that
// sentence. The same holds for the words that say who a text is for: "In Belgium" + "ask your doctor". And
// for what a template makes of the theme's words and a number or date of a page: "every" + "6" + "weeks".

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "leak/all_texts.hpp"
#include "tailor/edition.hpp"

namespace tailorbird {

class FilledTexts {
 public:
  /// `shown`: by guard of texts.outline(), whether the edition shows the texts under it. `theme_words`: the
  /// strings of the theme. `made_words`: what it makes of dates and numbers of the edition's pages.
  FilledTexts(const AllTexts& texts, const std::vector<bool>& shown, const Edition& edition,
              std::span<const std::string_view> theme_words, std::span<const std::string> made_words);

  /// Whether `phrase`, folded, occurs in shown text in which values of variables are filled in, or consists
  /// of whole strings of the theme and shown numbers and dates.
  bool hold(std::string_view phrase) const;
  /// Whether `line`, folded, is a whole text that the edition shows: a block, a title, a label, a string of
  /// the theme; or such a text with a string of the theme before or after it.
  bool show(std::string_view line) const;

 private:
  bool goes_on(std::string_view rest, std::size_t block) const;
  bool begins_in_value(std::string_view phrase) const;
  bool is_made_by_theme(std::string_view phrase) const;
  void add_value(std::string_view text);
  void add_label(std::string_view text);
  void add_labels(const Edition& edition);
  void collect_whole();
  void add_theme_words(std::string_view text);

  std::vector<std::string> blocks_;             // folded, in the order of the pages
  std::vector<std::string> values_;             // folded
  std::vector<std::string> labels_;             // folded titles, names, and labels of the site
  std::set<std::string> theme_pieces_;          // folded strings of the theme between placeholders; shown
                                                // numbers and dates
  std::unordered_set<std::string_view> whole_;  // all of them
};

}  // namespace tailorbird
