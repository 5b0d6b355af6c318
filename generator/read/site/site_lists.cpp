// sources.yaml and glossary.yaml.

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <map>

#include "base/strings.hpp"
#include "read/schema/keyed_maps.hpp"
#include "read/site/conditions.hpp"
#include "read/site/site.hpp"

namespace tailorbird {
namespace {

/// The language in which the source is written, as readers may see sources in other languages.
void read_source_language(Source& source, const YamlNode& value, const FieldInfo& info,
                          ReadContext& reading) {
  const auto language = read_value<std::string>(value, info, reading);
  if (!language || language->empty()) return;
  if (is_language(*language)) {
    source.language = *language;
  } else {
    reading.diagnostics.add("bad-language", reading.range(value),
                            fmt::format("`{}` is not a language code", *language));
  }
}

/// (language, word in lower case) → the term with this name.
using TermWords = std::map<std::pair<std::string, std::string>, std::pair<std::string, SourceRange>>;

/// Reports a word that names two terms.
void check_same_word(TermWords& words, const GlossaryTerm& term, ReadContext& reading) {
  for (const auto& [language, word] : term.term.by_language) {
    const auto [same, added] =
        words.emplace(std::pair(language, ascii_lower(word)), std::pair(term.id, term.where));
    if (added || word.empty()) continue;
    const auto& [id, where] = same->second;
    reading.diagnostics
        .add("id-repeated", term.where,
             fmt::format("the terms `{}` and `{}` are both called `{}` in `{}`", id, term.id, word, language),
             "Give one of them another word, or put both meanings into one term.")
        .related.push_back({where, "first here"});
    return;
  }
}

constexpr auto source_fields = std::to_array<Field<Source>>({
    {{"title", Kind::localized, Need::required, "what the source is called"}, into<&Source::title>},
    {{"language", Kind::text, Need::optional, "the language it is written in: its readers see it first",
      nullptr, Names::new_languages},
     read_source_language},
    {{"by", Kind::text, Need::optional, "who made it, and when"}, into<&Source::by>},
    {{"url", Kind::url, Need::optional, "where it can be read"}, into<&Source::url>},
    {{"checked", Kind::date, Need::optional, "when somebody last looked at it"}, into<&Source::checked>},
    {{"where", Kind::condition, Need::optional, "listed for these readers only: {jurisdiction: nl}"},
     into<&Source::readers>},
});

constexpr auto term_fields = std::to_array<Field<GlossaryTerm>>({
    {{"term", Kind::localized, Need::required, "the word"}, into<&GlossaryTerm::term>},
    {{"meaning", Kind::localized, Need::required, "what it means, in a sentence or two"},
     into<&GlossaryTerm::meaning>},
    {{"where", Kind::condition, Need::optional, "in the list of all terms for these readers only"},
     into<&GlossaryTerm::readers>},
});

bool is_source_id(std::string_view text) { return is_id(ascii_lower(text)); }

/// "S2" before "S10": letters first, then the number.
std::pair<std::string_view, int> natural(std::string_view id) {
  const std::size_t digits = id.find_last_not_of("0123456789") + 1;
  int number = -1;
  std::from_chars(id.data() + digits, id.data() + id.size(), number);
  return {id.substr(0, digits), number};
}

}  // namespace

void read_sources(Site& site, const YamlNode& root, ReadContext& reading) {
  const std::string& file = reading.files[root.source];
  if (!expect_map(root, file, reading)) return;
  for (const YamlEntry& entry : root.entries) {
    if (!is_source_id(entry.key.text)) {
      reading.diagnostics.add("bad-name", reading.range(entry.key),
                              fmt::format("`{}` cannot be the name of a source", entry.key.text),
                              "Use letters, digits and hyphens: S12.");
      continue;
    }
    Source source;
    source.id = entry.key.text;
    read_map<Source>(source, entry.value,
                     {fmt::format("the source `{}`", source.id), reading.range(entry.key)}, source_fields,
                     reading);
    if (!source.checked.empty())
      reading.checked_days.push_back({fmt::format("the source `{}`", source.id), source.checked,
                                      reading.range(*entry.value.find("checked"))});
    site.sources.push_back(std::move(source));
  }
  std::sort(site.sources.begin(), site.sources.end(), [](const Source& a, const Source& b) {
    return std::pair(natural(a.id), std::string_view(a.id)) <
           std::pair(natural(b.id), std::string_view(b.id));
  });
}

void read_glossary(Site& site, const YamlNode& root, ReadContext& reading) {
  TermWords words;
  for (const YamlEntry* entry : named_entries(root, reading.files[root.source], "a term", reading)) {
    GlossaryTerm term;
    term.id = entry->key.text;
    term.where = reading.range(entry->key);
    read_map<GlossaryTerm>(term, entry->value, {fmt::format("the term `{}`", term.id), term.where},
                           term_fields, reading);
    check_same_word(words, term, reading);
    site.glossary.push_back(std::move(term));
  }
  std::sort(site.glossary.begin(), site.glossary.end(),
            [](const auto& a, const auto& b) { return a.id < b.id; });
}

const Shape& source_shape() {
  static const Shape shape = shape_of<Source>("source", "Where a fact comes from", source_fields);
  return shape;
}

const Shape& glossary_term_shape() {
  static const Shape shape = shape_of<GlossaryTerm>("term", "A word and what it means", term_fields);
  return shape;
}

}  // namespace tailorbird
