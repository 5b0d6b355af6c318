#pragma once
// The site: what content/site.yaml, sources.yaml, glossary.yaml and responsibilities.yaml declare.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/dimension.hpp"
#include "model/learning.hpp"
#include "model/localized.hpp"
#include "model/quality.hpp"

namespace tailorbird {

struct NamedCondition {
  std::string name;     // used as {.only .name}
  Condition condition;  // never negated
  SourceRange where;
};

/// A promise of coverage: for each combination of values of the dimensions `each` within `where_holds` there
/// are at least `pages` pages that name these values, and each of `components` is on one of them.
struct Promise {
  std::string id;
  std::vector<std::uint16_t> each;
  Condition where_holds;
  std::size_t pages = 0;
  std::vector<std::string> components;
  std::vector<SourceRange> components_at;  // where each of `components` stands
  SourceRange where;
};

/// What every profile must provide.
struct Requirements {
  std::vector<std::string> contacts;  // roles
  std::vector<std::string> links;     // names
  std::vector<std::string> facts;     // dimensions that facts must settle
  std::vector<std::string> variables;
};

struct Source {
  std::string id;  // "S1"
  LocalizedText title;
  std::string language;  // optional, of the source itself: "nl"
  std::string by;        // optional
  std::string url;       // optional
  std::string checked;   // optional, a date
  Condition readers;     // listed for these only
};

struct GlossaryTerm {
  std::string id;  // "work-ability"
  LocalizedText term;
  LocalizedText meaning;
  Condition readers;  // the list of all terms shows it to these only
  SourceRange where;
};

struct ResponsibilityRow {
  std::string id;
  Condition when;
  LocalizedText task;
  std::vector<std::pair<std::string, std::string>> roles;   // role → letter, in the order written
  std::map<std::string, LocalizedText, std::less<>> notes;  // role → "with consent"
  SourceRange where;
};

struct Responsibilities {
  std::vector<std::pair<std::string, LocalizedText>> letters;  // A → "leads", in the order written
  std::vector<ResponsibilityRow> rows;
};

struct Site {
  LocalizedText title;
  std::vector<std::string> languages;   // the source language first
  std::vector<std::string> regions;     // "BE": texts may have a key "nl-BE" beside "nl"
  std::vector<std::string> http_hosts;  // "intranet.mill.example": links to them may begin with `http:`
  std::string licence_name;
  std::string licence_url;
  std::vector<Dimension> dimensions;
  std::vector<NamedCondition> conditions;
  std::optional<std::uint16_t> path_dimension;               // navigation.path: the steps of the start page
  std::vector<std::pair<std::string, LocalizedText>> roles;  // people, in the order written
  std::map<std::string, LocalizedText, std::less<>> variables;
  Requirements requires_;
  std::vector<std::pair<std::string, LocalizedText>> search;  // synonyms that readers use, by a name
  std::vector<Promise> promises;
  std::vector<ReadabilityTarget> readability;  // the first that holds for all of a page's readers
  std::vector<BannedPhrases> banned_phrases;
  std::vector<PageElements> page_elements;
  std::optional<Condition> terms_explained_to;              // readers whose pages mark the glossary's terms
  std::vector<Persona> personas;                            // in the order written
  std::map<std::string, Severity, std::less<>> severities;  // checks: code → severity
  std::vector<std::string> checks_off;                      // codes whose findings are not shown, sorted
  std::vector<Source> sources;                              // sorted by id, numbers as numbers
  std::vector<GlossaryTerm> glossary;                       // sorted by id
  Responsibilities responsibilities;
  LearningSettings learning;  // for profiles and bundles without their own

  /// The index of a dimension by id, or -1.
  int find_dimension(std::string_view id) const;
  const Source* find_source(std::string_view id) const;
  const GlossaryTerm* find_term(std::string_view id) const;
  /// The label of a role in `language`, or the id itself when it has none.
  std::string_view role_label(std::string_view role, std::string_view language) const;
  /// Everybody: all values of all dimensions.
  ReaderSet everybody() const;
};

/// The condition in words for readers: "If you are the manager · During treatment". A negated one names the
/// values that remain. Never empty for an open condition.
std::string condition_label(const Site& site, const Condition& residual, const ReaderSet& space,
                            std::string_view language);

/// The condition for the reader's script: "phase=treatment,return;job-type=desk", with a leading "!" when
/// it is negated. Only ASCII; ids are [a-z0-9-].
std::string condition_code(const Site& site, const Condition& residual);

}  // namespace tailorbird
