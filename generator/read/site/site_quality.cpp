#include "read/site/site_quality.hpp"

#include <array>

#include "read/schema/keyed_maps.hpp"
#include "read/site/conditions.hpp"

namespace tailorbird {
namespace {

template <auto Member, typename Target>
void into_texts(Target& target, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  target.*Member = read_texts(value, info.key, reading);
}

/// A language that the site has.
template <typename Target>
void into_language(Target& target, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  const auto text = read_text(value, info.key, reading);
  if (!text || !reading.languages_certain) return;
  if (check_known(value, as_word(value), "language", reading.languages, "unknown-language", reading))
    target.language = *text;
}

void read_parts(PageElements& target, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  for (const YamlEntry* entry : named_entries(value, info.key, "a component", reading)) {
    const FieldInfo count{.key = entry->key.text, .kind = Kind::count, .doc = info.doc, .range = info.range};
    if (const auto number = read_value<int>(entry->value, count, reading))
      target.parts[entry->key.text] = {*number, reading.range(entry->key)};
  }
}

constexpr NumberRange sentence_words{.least = 5, .most = 100};

constexpr auto readability_fields = std::to_array<Field<ReadabilityTarget>>({
    {{"where", Kind::condition, Need::optional, "for which readers"}, into<&ReadabilityTarget::where_holds>},
    {{"least-score",
      Kind::count,
      Need::optional,
      "the least score; 60 is plain, 100 very easy",
      nullptr,
      Names::any,
      {},
      {.least = 1, .most = 100}},
     into_with_place<&ReadabilityTarget::least_score, &ReadabilityTarget::least_score_at>},
    {{"most-words-in-a-sentence",
      Kind::count,
      Need::optional,
      "no sentence has more words: 25",
      nullptr,
      Names::any,
      {},
      sentence_words},
     into_with_place<&ReadabilityTarget::most_words, &ReadabilityTarget::most_words_at>},
    {{"most-words-on-average",
      Kind::count,
      Need::optional,
      "a page's sentences have no more on average: 15",
      nullptr,
      Names::any,
      {},
      sentence_words},
     into_with_place<&ReadabilityTarget::most_words_on_average,
                     &ReadabilityTarget::most_words_on_average_at>},
});

/// A row without words avoids nothing.
void read_phrases(BannedPhrases& banned, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  if (value.kind == YamlNode::Kind::list && value.items.empty())
    return report_blank(value, info.key, reading, "Write the words to avoid, in brackets.");
  into_texts<&BannedPhrases::phrases, BannedPhrases>(banned, value, info, reading);
}

constexpr auto banned_fields = std::to_array<Field<BannedPhrases>>({
    {{"language", Kind::text, Need::required, "the language of these phrases", nullptr, Names::languages},
     into_language<BannedPhrases>},
    {{"where", Kind::condition, Need::optional, "only in what these readers are shown"},
     into<&BannedPhrases::where_holds>},
    {{"words", Kind::texts, Need::required, "words or phrases; a * at the end stands for any ending"},
     read_phrases},
    {{"why", Kind::text, Need::required, "why they are avoided, and what to write instead"},
     into<&BannedPhrases::why>},
});

constexpr auto element_fields = std::to_array<Field<PageElements>>({
    {{"layout", Kind::id, Need::optional, "for pages of this layout; page if not said"},
     into_with_place<&PageElements::layout, &PageElements::layout_at>},
    {{"where", Kind::condition, Need::optional, "for which readers"}, into<&PageElements::where_holds>},
    {{"needs", Kind::words, Need::optional, "components that each page has: [key-points, next-step]"},
     into_placed_words<&PageElements::needs, &PageElements::needs_at>},
    {{"parts",
      Kind::counts,
      Need::optional,
      "how many parts a component has where it is used: {key-points: 3}",
      nullptr,
      Names::any,
      {},
      {.least = 1, .most = 20}},
     read_parts},
});

/// A reader who must find nothing tests nothing.
void read_shows(Persona& persona, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  if (value.kind == YamlNode::Kind::list && value.items.empty())
    return report_blank(value, info.key, reading, "Write what this reader must find, in brackets.");
  into_texts<&Persona::shows, Persona>(persona, value, info, reading);
}

constexpr auto persona_fields = std::to_array<Field<Persona>>({
    {{"id", Kind::id, Need::required, "a name for messages: new-manager"}, into<&Persona::id>},
    {{"describes", Kind::localized, Need::required, "who this reader is, in a sentence"},
     into<&Persona::describes>},
    {{"values", Kind::condition, Need::required, "where the reader stands: one value for each dimension"},
     into_with_place<&Persona::values, &Persona::values_at>},
    {{"profile", Kind::id, Need::optional, "only in this organisation's bundles"},
     into_with_place<&Persona::profile, &Persona::profile_at>},
    {{"language", Kind::text, Need::required, "the language this reader reads", nullptr, Names::languages},
     into_language<Persona>},
    {{"page", Kind::text, Need::required, "the page the reader opens: manager/plan/index.md"},
     into_with_place<&Persona::page, &Persona::page_at>},
    {{"shows", Kind::texts, Need::required, "words that this reader must find on the page"}, read_shows},
    {{"never", Kind::texts, Need::optional, "words that this reader must not find there"},
     into_texts<&Persona::never, Persona>},
});

template <typename Target>
void set_where(Target& /*target*/, const SourceRange& /*where*/) {}
template <>
void set_where(Persona& persona, const SourceRange& where) {
  persona.where = where;
}

/// Each map of a list, those with mistakes left out.
template <typename Target>
std::vector<Target> read_items(const YamlNode& list, std::string_view name, std::string_view item_name,
                               std::span<const Field<Target>> rows, ReadContext& reading) {
  std::vector<Target> all;
  if (!expect_list(list, name, reading)) return all;
  for (const YamlNode& item : list.items) {
    Target one;
    set_where(one, reading.range(item));
    const std::size_t errors = reading.errors();
    read_map<Target>(one, item, {std::string(item_name), reading.range(item)}, rows, reading);
    if (reading.errors() == errors) all.push_back(std::move(one));
  }
  return all;
}

/// No average is above the greatest number.
void check_limits(const ReadabilityTarget& target, ReadContext& reading) {
  if (target.most_words == 0 || target.most_words_on_average <= target.most_words) return;
  reading.diagnostics.add(
      "limits-contradict", target.most_words_on_average_at,
      fmt::format("sentences of {} words on average, where none may have more than {}",
                  target.most_words_on_average, target.most_words),
      fmt::format("write a number below {}, or a greater one for `most-words-in-a-sentence`",
                  target.most_words));
}

}  // namespace

void read_readability(Site& site, const YamlNode& value, const FieldInfo&, ReadContext& reading) {
  site.readability =
      read_items<ReadabilityTarget>(value, "`readability`", "this target", readability_fields, reading);
  for (const ReadabilityTarget& target : site.readability) check_limits(target, reading);
}

void read_banned_phrases(Site& site, const YamlNode& value, const FieldInfo&, ReadContext& reading) {
  site.banned_phrases =
      read_items<BannedPhrases>(value, "`banned-phrases`", "this list of phrases", banned_fields, reading);
}

void read_terms_explained_to(Site& site, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  site.terms_explained_to = read_value<Condition>(value, info, reading);
}

void read_page_elements(Site& site, const YamlNode& value, const FieldInfo&, ReadContext& reading) {
  site.page_elements =
      read_items<PageElements>(value, "`page-elements`", "this demand", element_fields, reading);
}

void read_personas(Site& site, const YamlNode& root, ReadContext& reading) {
  site.personas =
      read_items<Persona>(root, reading.files[root.source], "this persona", persona_fields, reading);
}

const Shape& readability_shape() {
  static const Shape shape =
      shape_of<ReadabilityTarget>("readability", "How easy texts are to read", readability_fields);
  return shape;
}

const Shape& banned_phrases_shape() {
  static const Shape shape =
      shape_of<BannedPhrases>("banned-phrases", "Phrases that one language avoids", banned_fields);
  return shape;
}

const Shape& page_elements_shape() {
  static const Shape shape = shape_of<PageElements>("page-elements", "What pages have", element_fields);
  return shape;
}

const Shape& persona_shape() {
  static const Shape shape =
      shape_of<Persona>("persona", "A reader made up to test the content", persona_fields);
  return shape;
}

}  // namespace tailorbird
