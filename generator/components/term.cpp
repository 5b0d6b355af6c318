// A term of the glossary in running text: [work ability]{.term}

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "components/all_components.hpp"
#include "components/part_values.hpp"
#include "diag/suggest.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

constexpr auto attributes =
    std::to_array<AttributeSpec>({{.name = "key", .kind = AttributeSpec::Kind::slug}});

/// The term with this id, or else with these words in the page's language, which is what translators write.
/// Null when there is none.
const GlossaryTerm* find_term(const Site& site, std::string_view key, std::string_view language) {
  if (const GlossaryTerm* term = site.find_term(key)) return term;
  const std::string_view plain = language.substr(0, language.rfind('-'));
  const auto at = std::find_if(site.glossary.begin(), site.glossary.end(), [&](const GlossaryTerm& one) {
    return !key.empty() && (slug(one.term.in(plain)) == key || slug(one.term.in(language)) == key);
  });
  return at == site.glossary.end() ? nullptr : &*at;
}

/// The fix for an unknown term: the word of the term that was probably meant, or else the names of terms.
std::string meant_term(const ComponentCheck& check, std::string_view key,
                       const std::vector<std::string>& known) {
  const std::string meant = nearest(key, known);
  const auto& places = check.use.root.places;
  const bool by_words =
      std::any_of(places.begin(), places.end(), [](const ValuePlace& place) { return place.is_words; });
  const GlossaryTerm* term = find_term(check.site, meant, check.language);
  if (!by_words || term == nullptr) return suggestion(key, known);
  return fmt::format("did you mean `{}`?", term->term.in(check.language));
}

void check(const ComponentCheck& check) {
  const std::string_view key = attribute(check.use.root.attributes, "key");
  if (find_term(check.site, key, check.language) != nullptr) return;
  std::vector<std::string> known;
  for (const GlossaryTerm& term : check.site.glossary) {
    known.push_back(term.id);
    if (const std::string own = slug(term.term.in(check.language)); own != term.id) known.push_back(own);
  }
  if (check.site.glossary.empty())
    return check.at(check.use.root, "key", "term-unknown",
                    "content/glossary.yaml has no terms, or is missing",
                    "add the terms to content/glossary.yaml");
  // When terms lack words in this language it is unclear which use is wrong, so all are reported together.
  const bool lacks_words =
      std::any_of(check.site.glossary.begin(), check.site.glossary.end(),
                  [&](const GlossaryTerm& one) { return one.term.in(check.language).empty(); });
  check.at(check.use.root, "key", "term-unknown", fmt::format("no term `{}` in the glossary", key),
           lacks_words
               ? fmt::format("give each term of content/glossary.yaml its word in `{}`", check.language)
               : meant_term(check, key, known));
}

void prepare(TailoredPart& component, const ComponentContext& context) {
  const GlossaryTerm* term =
      find_term(context.site, attribute(component.attributes, "key"), context.language);
  if (term != nullptr) set_attribute(component.attributes, "key", term->id);
  set_attribute(component.attributes, "name",
                term == nullptr ? "" : std::string(term->term.in(context.language)));
  set_attribute(component.attributes, "meaning",
                term == nullptr ? "" : std::string(term->meaning.in(context.language)));
}

}  // namespace

const ComponentSpec term_component = {
    .name = "term",
    .summary = "A word of the glossary, written as `[words]{.term}`",
    .in_words = true,
    .attributes = attributes,
    .check = check,
    .prepare = prepare,
};

}  // namespace tailorbird
