#include "read/site/rules.hpp"

#include <array>
#include <fmt/format.h>

#include "read/schema/keyed_maps.hpp"

namespace tailorbird {
namespace {

/// As written. Only the value is used by pages.
struct Rule {
  LocalizedText value;
  std::string means;
  std::vector<std::string> sources;
  std::string checked;
  std::string uncertain;
};

void read_rule_sources(Rule& rule, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  std::vector<std::string> known;
  for (const Source& source : reading.site->sources) known.push_back(source.id);
  for (PlacedWord& word : read_words(value, info.key, reading).value_or(std::vector<PlacedWord>{})) {
    if (check_known(value, word, "source", known, "unknown-source", reading))
      rule.sources.push_back(std::move(word.text));
  }
}

constexpr auto rule_fields = std::to_array<Field<Rule>>({
    {{"value", Kind::localized, Need::required, "the number, date or sum, as it is written in a sentence"},
     into<&Rule::value>},
    {{"means", Kind::text, Need::required, "what it is, for those who check it"}, into<&Rule::means>},
    {{"sources", Kind::words, Need::optional, "ids from sources.yaml", nullptr, Names::sources},
     read_rule_sources},
    {{"checked", Kind::date, Need::optional, "when somebody last compared it with the source"},
     into<&Rule::checked>},
    {{"uncertain", Kind::text, Need::optional, "what is not sure about it"}, into<&Rule::uncertain>},
});

}  // namespace

void read_rules(Site& site, const YamlNode& root, ReadContext& reading) {
  for (const YamlEntry* group :
       named_entries(root, reading.files[root.source], "a group of rules", reading)) {
    for (const YamlEntry* entry : named_entries(group->value, group->key.text, "a rule", reading)) {
      Rule rule;
      const std::string name = group->key.text + "." + entry->key.text;
      read_map<Rule>(rule, entry->value, {fmt::format("the rule `{}`", name), reading.range(entry->key)},
                     rule_fields, reading);
      if (!rule.checked.empty())
        reading.checked_days.push_back(
            {fmt::format("the rule `{}`", name), rule.checked, reading.range(*entry->value.find("checked"))});
      site.variables["rule." + name] = std::move(rule.value);
    }
  }
}

const Shape& rule_shape() {
  static const Shape shape = shape_of<Rule>("rule", "A date or number of a law", rule_fields);
  return shape;
}

}  // namespace tailorbird
