#pragma once
// What site.yaml and personas.yaml ask of the texts themselves: how easy they are to read, which phrases
// they avoid, which components a page has, and what named readers meet on it.

#include <map>
#include <string>
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/dimension.hpp"
#include "model/localized.hpp"

namespace tailorbird {

/// How easy the texts for some readers are to read. 0: not asked for.
struct ReadabilityTarget {
  Condition where_holds;
  int least_score = 0;  // by the formula of the language (text/readability.hpp)
  int most_words = 0;   // in any sentence
  int most_words_on_average = 0;
};

/// Phrases that one language avoids. A `*` at the end of one: any ending of its last word. With a condition:
/// only what the editions for these readers show, wherever it comes from.
struct BannedPhrases {
  std::string language;
  Condition where_holds;
  std::vector<std::string> phrases;
  std::string why;
};

/// Components that each page of a layout has, for the readers named.
struct PageElements {
  std::string layout = "page";
  Condition where_holds;
  std::vector<std::string> needs;
  std::map<std::string, int, std::less<>> parts;  // component → how many parts it has, where it is used
};

/// A reader made up to test the content: who it is, and what that reader must and must not find.
struct Persona {
  std::string id;
  LocalizedText describes;
  Condition values;  // never negated
  SourceRange values_at;
  std::string profile;  // the organisation; empty: any
  std::string language;
  std::string page;  // path from the language folder
  SourceRange page_at;
  std::vector<std::string> shows;
  std::vector<std::string> never;
  SourceRange where;
};

}  // namespace tailorbird
