#include "model/condition_names.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "diag/suggest.hpp"
#include "diag/without_commas.hpp"

namespace tailorbird {
namespace {

/// Adds `and_` to `condition`: a dimension that both name must meet both.
void require(Condition& condition, const Atom& and_) {
  const auto same = std::find_if(condition.atoms.begin(), condition.atoms.end(),
                                 [&](const Atom& one) { return one.dimension == and_.dimension; });
  if (same != condition.atoms.end()) {
    same->values &= and_.values;
  } else {
    condition.atoms.push_back(and_);
  }
}

/// The one dimension that has all of `values`; empty: none, or several have them.
std::string dimension_of(const Site& site, const std::vector<PlacedWord>& values) {
  std::string found;
  for (const Dimension& dimension : site.dimensions) {
    const bool has_all = !values.empty() && std::all_of(values.begin(), values.end(), [&](const auto& one) {
      return dimension.find(one.text) >= 0;
    });
    if (!has_all) continue;
    if (!found.empty()) return {};
    found = dimension.id;
  }
  return found;
}

ConditionProblem unknown_dimension(const Site& site, const DimensionWords& words) {
  const std::string& name = words.dimension.text;
  const std::vector<std::string> ids = dimension_ids(site);
  std::string fix = suggestion(name, ids);
  if (ascii_lower(name).starts_with("lang")) {
    fix = "Each language has pages of its own, which readers of another do not get: take it out.";
  } else if (const std::string with_value = dimension_of(site, words.values);
             nearest(name, ids).empty() && !with_value.empty()) {
    fix = fmt::format("did you mean `{}`?", with_value);
  }
  return {"unknown-dimension", words.dimension, fmt::format("no dimension `{}`", name), std::move(fix)};
}

// Words with which authors join values, in some languages.
constexpr auto joining_words =
    std::to_array<std::string_view>({"or", "and", "of", "en", "ou", "et", "oder", "und", "&", "+", "/", "|"});
constexpr auto excluding_words =
    std::to_array<std::string_view>({"not", "no", "except", "niet", "geen", "pas", "sauf", "nicht", "!"});

/// "!manager" → "manager": the word without the sign by which some tools leave readers out; empty: no sign.
std::string_view after_excluding_sign(std::string_view word) {
  const bool excludes = word.size() > 1 && (word.front() == '!' || word.front() == '-');
  return excludes ? word.substr(1) : std::string_view{};
}

constexpr auto all_words = std::to_array<std::string_view>(
    {"all", "any", "every", "everyone", "everybody", "alle", "allen", "iedereen", "tous", "toutes", "*"});

template <std::size_t count>
bool is_one_of(const std::array<std::string_view, count>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), ascii_lower(word)) != words.end();
}

/// "nl|fr" → "nl fr", also with `,`, `;`, `/` or `+`; empty when a part is not a value.
std::string values_apart(const Dimension& dimension, std::string_view text) {
  std::string with_commas(text);
  for (char& c : with_commas) {
    if (std::string_view("|;/+&").find(c) != std::string_view::npos) c = ',';
  }
  return without_commas(with_commas, [&](std::string_view one) { return dimension.find(one) >= 0; });
}

/// The value with this label in some language: "Netherlands" → "nl"; empty: none.
std::string value_called(const Dimension& dimension, const std::string& words) {
  std::vector<std::string> labels;
  std::vector<std::string> ids;
  for (const DimensionValue& value : dimension.values) {
    labels.push_back(value.label.any);
    ids.push_back(value.id);
    for (const auto& [language, label] : value.label.by_language) {
      labels.push_back(label);
      ids.push_back(value.id);
    }
  }
  const std::string meant = nearest(words, labels);
  const auto at = std::find(labels.begin(), labels.end(), meant);
  return meant.empty() ? std::string{} : ids[static_cast<std::size_t>(at - labels.begin())];
}

/// `alone`: the word is the only one in the mark. `en` or `no` may then be the code of a language or a
/// country.
std::string meant_value(const Dimension& dimension, const std::string& word, bool alone) {
  if (const std::string apart = values_apart(dimension, word); !apart.empty())
    return fmt::format("Write `{}`.", apart);
  if (const std::string_view bare = after_excluding_sign(word); dimension.find(bare) >= 0)
    return fmt::format("Write `{}`, and `.except` instead of `.only` for all readers but these.", bare);
  if (!alone && is_one_of(joining_words, word))
    return "Remove this word: values are separated by spaces, and `nl fr` is for readers of either.";
  if (!alone && is_one_of(excluding_words, word))
    return "Write `.except` instead of `.only` for all readers but these, and take this word out.";
  if (is_one_of(all_words, word))
    return fmt::format("A text for all of them needs no `{}`: take it out.", dimension.id);
  const std::vector<std::string> ids = value_ids(dimension);
  if (nearest(word, ids).empty()) {
    if (const std::string called = value_called(dimension, word); !called.empty())
      return fmt::format("did you mean `{}`?", called);
  }
  return suggestion(word, ids);
}

/// The value that the author meant by a word; empty when that cannot be told.
std::string nearest_value(const Dimension& dimension, const std::string& word) {
  if (!after_excluding_sign(word).empty()) return {};
  std::string value = nearest(word, value_ids(dimension));
  return value.empty() ? value_called(dimension, word) : value;
}

ConditionProblem unknown_value(const Dimension& dimension, const PlacedWord& word, bool alone) {
  return {"unknown-value", word, fmt::format("`{}` has no value `{}`", dimension.id, word.text),
          meant_value(dimension, word.text, alone)};
}

/// "manager" → `audience="manager"`, when a dimension has that value; empty: none has.
std::string with_dimension(const Site& site, const std::string& value) {
  const auto has_it = std::find_if(site.dimensions.begin(), site.dimensions.end(),
                                   [&](const Dimension& one) { return one.find(value) >= 0; });
  return has_it == site.dimensions.end() ? std::string{} : fmt::format("{}=\"{}\"", has_it->id, value);
}

/// The name that the author meant. A name that holds for nobody `here` would be the next mistake, so the
/// advice says that too.
std::string meant_condition(const Site& site, const std::string& word, const ReaderSet* here) {
  if (const std::string value = with_dimension(site, word); !value.empty())
    return fmt::format("write `{}`, without a point before it", value);
  std::vector<std::string> usable;
  for (const NamedCondition& one : site.conditions) {
    const bool holds = here == nullptr || decide(one.condition, *here) != Verdict::fails;
    if (holds) usable.push_back(one.name);
  }
  const std::string meant = nearest(word, condition_names(site));
  if (meant.empty() || std::find(usable.begin(), usable.end(), meant) != usable.end())
    return suggestion(word, usable);
  const std::string others = suggestion({}, usable);
  return fmt::format("nobody who reads this place fits `{}`{}", meant, others.empty() ? "" : "; " + others);
}

ConditionProblem unknown_condition(const Site& site, const PlacedWord& word, const ReaderSet* here) {
  return {"unknown-condition", word, fmt::format("no condition `{}`", word.text),
          meant_condition(site, word.text, here)};
}

void add_dimension(ResolvedCondition& result, const Site& site, const DimensionWords& words) {
  const int index = site.find_dimension(words.dimension.text);
  if (index < 0) {
    result.problems.push_back(unknown_dimension(site, words));
    return;
  }
  const Dimension& dimension = site.dimensions[static_cast<std::size_t>(index)];
  if (words.values.empty()) {
    result.problems.push_back({"condition-without-value", words.dimension,
                               fmt::format("`{}` names no value", dimension.id),
                               suggestion({}, value_ids(dimension))});
    return;
  }
  Atom atom{static_cast<std::uint16_t>(index), 0};
  for (const PlacedWord& word : words.values) {
    const int value = dimension.find(word.text);
    if (value < 0) {
      result.problems.push_back(unknown_value(dimension, word, words.values.size() == 1));
    } else {
      atom.values |= ValueSet{1} << static_cast<unsigned>(value);
    }
  }
  require(result.condition, atom);
}

void add_name(ResolvedCondition& result, const Site& site, const PlacedWord& word, const ReaderSet* here) {
  const auto named = std::find_if(site.conditions.begin(), site.conditions.end(),
                                  [&](const NamedCondition& one) { return one.name == word.text; });
  if (named == site.conditions.end()) {
    result.problems.push_back(unknown_condition(site, word, here));
    return;
  }
  for (const Atom& atom : named->condition.atoms) require(result.condition, atom);
}

/// The dimensions with `word` replaced by `value`.
std::vector<DimensionWords> corrected(std::vector<DimensionWords> dimensions, const PlacedWord& word,
                                      const std::string& value) {
  for (DimensionWords& words : dimensions) {
    for (PlacedWord& one : words.values) {
      if (one.text == word.text && one.where == word.where) one.text = value;
    }
  }
  return dimensions;
}

/// If the suggested value makes the condition hold for everybody `here`, or for nobody, it is the next
/// mistake: the advice says so at once.
void amend_advice(ConditionProblem& problem, const Site& site, const std::vector<DimensionWords>& dimensions,
                  const std::vector<PlacedWord>& names, bool negated, const ReaderSet& here) {
  for (const DimensionWords& words : dimensions) {
    const int index = site.find_dimension(words.dimension.text);
    if (index < 0) continue;
    const std::string value =
        nearest_value(site.dimensions[static_cast<std::size_t>(index)], problem.at.text);
    const auto right = corrected(dimensions, problem.at, value);
    const bool is_in_it = std::any_of(words.values.begin(), words.values.end(),
                                      [&](const PlacedWord& one) { return one.where == problem.at.where; });
    if (!is_in_it || value.empty()) continue;
    const ResolvedCondition resolved = resolve_condition(site, right, names, negated);
    if (!resolved.readable()) continue;
    const Verdict verdict = decide(resolved.condition, here);
    const std::string meant = fmt::format("`{}: {}`", words.dimension.text, value);
    if (verdict == Verdict::holds)
      problem.fix = fmt::format("everybody who reads this place has {}: take the condition out", meant);
    if (verdict == Verdict::fails)
      problem.fix = fmt::format("with {} nobody who reads this place would see the text: name others", meant);
  }
}

/// The place to report when parts that are valid one by one contradict each other.
PlacedWord first_word(const std::vector<DimensionWords>& dimensions, const std::vector<PlacedWord>& names) {
  if (!dimensions.empty()) return dimensions.front().dimension;
  return names.empty() ? PlacedWord{} : names.front();
}

}  // namespace

ResolvedCondition resolve_condition(const Site& site, const std::vector<DimensionWords>& dimensions,
                                    const std::vector<PlacedWord>& names, bool negated,
                                    const ReaderSet* here) {
  ResolvedCondition result;
  result.condition.negated = negated;
  for (const DimensionWords& words : dimensions) add_dimension(result, site, words);
  for (const PlacedWord& name : names) add_name(result, site, name, negated ? nullptr : here);
  std::sort(result.condition.atoms.begin(), result.condition.atoms.end());
  if (here != nullptr && result.problems.size() == 1 && result.problems.front().code == "unknown-value")
    amend_advice(result.problems.front(), site, dimensions, names, negated, *here);
  if (!result.problems.empty()) return result;
  for (const Atom& atom : result.condition.atoms) {
    if (atom.values != 0) continue;
    result.problems.push_back(
        {"condition-contradiction",
         first_word(dimensions, names),
         fmt::format("no value of `{}` fits all parts of this condition", site.dimensions[atom.dimension].id),
         {}});
  }
  return result;
}

std::string lone_name_fix(const Site& site, std::string_view name, const ReaderSet& here,
                          std::string written) {
  const auto named = std::find_if(site.conditions.begin(), site.conditions.end(),
                                  [&](const NamedCondition& one) { return one.name == name; });
  if (named == site.conditions.end() || nobody(here)) return fmt::format("write `{}`", written);
  const Verdict verdict = decide(named->condition, here);
  if (verdict == Verdict::holds) return "everybody who reads this place meets it: take it out";
  if (verdict == Verdict::fails) return "nobody who reads this place meets it: name another one with `.only`";
  return fmt::format("write `{}`", written);
}

void add_problems(const ResolvedCondition& resolved, const std::string& file, Diagnostics& diagnostics) {
  for (const ConditionProblem& one : resolved.problems) {
    diagnostics.add(one.code, {file, one.at.where, one.at.length}, one.message, one.fix);
  }
}

std::vector<std::string> dimension_ids(const Site& site) {
  std::vector<std::string> ids;
  for (const Dimension& one : site.dimensions) ids.push_back(one.id);
  return ids;
}

std::vector<std::string> value_ids(const Dimension& dimension) {
  std::vector<std::string> ids;
  for (const DimensionValue& one : dimension.values) ids.push_back(one.id);
  return ids;
}

std::vector<std::string> condition_names(const Site& site) {
  std::vector<std::string> names;
  for (const NamedCondition& one : site.conditions) names.push_back(one.name);
  return names;
}

}  // namespace tailorbird
