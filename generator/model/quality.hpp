#pragma once
// Requirements on texts from site.yaml and personas.yaml: readability, phrases to avoid, components that a
// page must have, and what personas must find on it.

#include <map>
#include <string>
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/dimension.hpp"
#include "model/localized.hpp"

namespace tailorbird {

/// Required readability of the texts for some readers. 0: not required. Each `…_at` is where the value
/// stands.
struct ReadabilityTarget {
  Condition where_holds;
  int least_score = 0;  // by the formula of the language (text/readability.hpp)
  int most_words = 0;   // in any sentence
  int most_words_on_average = 0;
  SourceRange least_score_at = {};
  SourceRange most_words_at = {};
  SourceRange most_words_on_average_at = {};
};

/// Phrases to avoid in one language. With a `*` at its end, a phrase matches any ending of its last word.
/// With a condition, they are searched only in what editions for these readers show, wherever it comes from.
struct BannedPhrases {
  std::string language;
  Condition where_holds;
  std::vector<std::string> phrases;
  std::string why;
};

/// Components that every page of a layout must have for the given readers.
struct PageElements {
  /// The number of parts a component must have where it is used, and where that is asked.
  struct Parts {
    int count = 0;
    SourceRange where = {};
  };

  std::string layout = "page";
  SourceRange layout_at = {};  // line 0: it is not written
  Condition where_holds;
  std::vector<std::string> needs;
  std::vector<SourceRange> needs_at;                // where each of `needs` stands
  std::map<std::string, Parts, std::less<>> parts;  // by component
};

/// A persona: an imaginary reader for testing the content, with what that reader must and must not find.
struct Persona {
  std::string id;
  LocalizedText describes;
  Condition values;  // never negated
  SourceRange values_at;
  std::string profile;  // the organisation; empty: any
  SourceRange profile_at;
  std::string language;
  std::string page;  // path from the language folder
  SourceRange page_at;
  std::vector<std::string> shows;
  std::vector<std::string> never;
  SourceRange where;
};

}  // namespace tailorbird
