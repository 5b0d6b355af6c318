#include "read/site/site.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "diag/codes.hpp"
#include "diag/print.hpp"
#include "read/schema/keyed_maps.hpp"
#include "read/site/conditions.hpp"
#include "read/site/dimensions.hpp"
#include "read/site/learning.hpp"
#include "read/site/responsibilities.hpp"
#include "read/site/rules.hpp"
#include "read/site/site_quality.hpp"
#include "read/yaml/yaml_file.hpp"
#include "text/http_hosts.hpp"

namespace tailorbird {
namespace {

void read_languages(Site& site, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  const auto words = read_words(value, info.key, reading);
  if (!words) return;
  if (words->empty()) report_blank(value, info.key, reading);
  for (const PlacedWord& word : *words) {
    if (is_language(word.text)) {
      site.languages.push_back(word.text);
    } else {
      reading.languages_certain = false;
      reading.diagnostics.add("bad-language", reading.range(value, word),
                              fmt::format("`{}` is not a language code", word.text));
    }
  }
  reading.languages = site.languages;
}

void read_regions(Site& site, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  const auto words = read_words(value, info.key, reading);
  if (!words) return;
  for (const PlacedWord& word : *words) {
    if (is_region(word.text)) {
      site.regions.push_back(word.text);
    } else {
      reading.diagnostics.add("bad-region", reading.range(value, word),
                              fmt::format("`{}` is not a region", word.text));
    }
  }
}

// --- What speaks of dimensions ---

void read_conditions(Site& site, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  for (const YamlEntry* entry : named_entries(value, info.key, "a condition", reading)) {
    const std::string& name = entry->key.text;
    if (std::find(taken_conditions.begin(), taken_conditions.end(), name) != taken_conditions.end()) {
      reading.diagnostics.add("condition-name-taken", reading.range(entry->key),
                              fmt::format("`.{}` already means something", name));
      continue;
    }
    if (auto condition = read_condition(entry->value, name, reading)) {
      site.conditions.push_back({name, std::move(*condition), reading.range(entry->key)});
    }
  }
}

/// The words of `value` that name dimensions, as indexes.
std::vector<std::uint16_t> read_dimension_list(const YamlNode& value, std::string_view key, const Site& site,
                                               ReadContext& reading) {
  std::vector<std::uint16_t> indexes;
  for (const PlacedWord& word : read_words(value, key, reading).value_or(std::vector<PlacedWord>{})) {
    if (check_known(value, word, "dimension", dimension_ids(site), "unknown-dimension", reading)) {
      indexes.push_back(static_cast<std::uint16_t>(site.find_dimension(word.text)));
    }
  }
  return indexes;
}

void read_path(Site& site, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  const auto indexes = read_dimension_list(value, info.key, site, reading);
  if (indexes.size() == 1) site.path_dimension = indexes[0];
  if (indexes.size() > 1) report_wrong_type(value, info.key, "one dimension", reading);
}

constexpr auto navigation_fields = std::to_array<Field<Site>>({
    {{"path", Kind::id, Need::optional, "the dimension whose values are the steps of the start page", nullptr,
      Names::dimensions},
     read_path},
});

void read_each(Promise& promise, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  promise.each = read_dimension_list(value, info.key, *reading.site, reading);
}

void read_pages(Promise& promise, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  promise.pages = static_cast<std::size_t>(read_value<int>(value, info, reading).value_or(0));
}

constexpr auto promise_fields = std::to_array<Field<Promise>>({
    {{"id", Kind::id, Need::required, "a name for messages: checklist-everywhere"}, into<&Promise::id>},
    {{"each", Kind::words, Need::required, "dimensions: the promise is for each combination of their values",
      nullptr, Names::dimensions},
     read_each},
    {{"where", Kind::condition, Need::optional, "only for these values"}, into<&Promise::where_holds>},
    {{"pages",
      Kind::count,
      Need::optional,
      "at least so many pages",
      nullptr,
      Names::any,
      {},
      {.least = 0, .most = 1000}},
     read_pages},
    {{"components", Kind::words, Need::optional, "and among them each of these: checklist"},
     into_placed_words<&Promise::components, &Promise::components_at>},
});

void read_promises(Site& site, const YamlNode& value, const FieldInfo&, ReadContext& reading) {
  if (!expect_list(value, "`promises`", reading)) return;
  for (const YamlNode& item : value.items) {
    Promise promise;
    promise.where = reading.range(item);
    const std::size_t errors = reading.errors();
    read_map<Promise>(promise, item, {"this promise", reading.range(item)}, promise_fields, reading);
    if (reading.errors() == errors) site.promises.push_back(std::move(promise));
  }
}

// --- People, texts, checks ---

void read_http_hosts(Site& site, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  const auto words = read_words(value, info.key, reading);
  if (!words) return;
  for (const PlacedWord& word : *words) {
    if (is_host_name(word.text)) {
      site.http_hosts.push_back(ascii_lower(word.text));
    } else {
      reading.diagnostics.add("bad-host", reading.range(value, word),
                              fmt::format("`{}` is not the name of a host", word.text));
    }
  }
}

constexpr auto licence_fields = std::to_array<Field<Site>>({
    {{"name", Kind::text, Need::required, "CC BY 4.0"}, into<&Site::licence_name>},
    {{"url", Kind::url, Need::optional, "where the licence can be read"}, into<&Site::licence_url>},
});

void read_licence(Site& site, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  read_map<Site>(site, value, {fmt::format("`{}`", info.key), reading.range(value)}, licence_fields, reading);
}

void read_navigation(Site& site, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  read_map<Site>(site, value, {fmt::format("`{}`", info.key), reading.range(value)}, navigation_fields,
                 reading);
}

void read_search_words(Site& site, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  site.search = read_localized_map(value, info.key, "a group of words", reading);
}

void read_roles(Site& site, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  site.roles = read_localized_map(value, info.key, "a role", reading);
}

void read_variables(Site& site, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  for (auto& [name, text] : read_localized_map(value, info.key, "a variable", reading))
    site.variables[name] = std::move(text);
}

void read_required_contacts(Requirements& target, const YamlNode& value, const FieldInfo& info,
                            ReadContext& reading) {
  const std::vector<std::string> roles = role_ids(*reading.site);
  // No roles although there were errors: perhaps `roles` is misspelt.
  if (roles.empty() && reading.errors() > 0) return;
  for (PlacedWord& word : read_words(value, info.key, reading).value_or(std::vector<PlacedWord>{})) {
    if (check_known(value, word, "role", roles, "unknown-role", reading))
      target.contacts.push_back(std::move(word.text));
  }
}

void read_required_facts(Requirements& target, const YamlNode& value, const FieldInfo& info,
                         ReadContext& reading) {
  for (const std::uint16_t index : read_dimension_list(value, info.key, *reading.site, reading)) {
    target.facts.push_back(reading.site->dimensions[index].id);
  }
}

constexpr auto requires_fields = std::to_array<Field<Requirements>>({
    {{"contacts", Kind::words, Need::optional, "roles for which each profile names a person", nullptr,
      Names::roles},
     read_required_contacts},
    {{"links", Kind::words, Need::optional, "names of links each profile gives"}, into<&Requirements::links>},
    {{"facts", Kind::words, Need::optional, "dimensions each profile settles in its facts", nullptr,
      Names::dimensions},
     read_required_facts},
    {{"variables", Kind::words, Need::optional, "variables each profile gives a value"},
     into<&Requirements::variables>},
});

void read_requires(Site& site, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  read_map<Requirements>(site.requires_, value, {fmt::format("`{}`", info.key), reading.range(value)},
                         requires_fields, reading);
}

std::vector<std::string> all_codes() {
  std::vector<std::string> codes;
  for (const DiagnosticCode& row : diagnostic_codes()) codes.emplace_back(row.code);
  return codes;
}

void read_severity(Site& site, const YamlEntry& entry, ReadContext& reading) {
  const std::string& wanted = entry.value.text;
  const std::optional<Severity> severity = severity_of(wanted);
  if (entry.value.kind != YamlNode::Kind::scalar || (!severity && wanted != "off")) {
    report_wrong_type(entry.value, entry.key.text, "error, warning, note or off", reading);
    return;
  }
  const bool lowered = !severity || *severity > find_code(entry.key.text)->severity;
  if (lowered && !find_code(entry.key.text)->can_be_lowered) {
    reading.diagnostics.add("check-cannot-be-lowered", reading.range(entry.value),
                            fmt::format("`{}` stays an error", entry.key.text));
  } else if (severity) {
    site.severities[entry.key.text] = *severity;
  } else {
    site.checks_off.push_back(entry.key.text);
  }
}

void read_checks(Site& site, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  for (const YamlEntry* entry : named_entries(value, info.key, "a check", reading)) {
    if (check_known(entry->key, as_word(entry->key), "check", all_codes(), "unknown-check", reading))
      read_severity(site, *entry, reading);
  }
}

void read_site_completion(Site& site, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  read_completion(site.learning, value, info, reading);
}

void read_site_tracking(Site& site, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  site.learning.tracking = read_tracking(value, info, reading);
}

void read_site_scorm(Site& site, const YamlNode& value, const FieldInfo& info, ReadContext& reading) {
  read_scorm(site.learning, value, info, reading);
}

// In the order of reading: a row may use what the rows above it have filled in.
constexpr auto site_fields = std::to_array<Field<Site>>({
    {{"languages", Kind::words, Need::required, "language codes, the source language first: [en, nl]",
      nullptr, Names::new_languages},
     read_languages},
    {{"regions", Kind::words, Need::optional,
      "where a language has words of its own: BE allows nl-BE beside nl", nullptr, Names::new_regions},
     read_regions},
    {{"http-hosts", Kind::words, Need::optional,
      "hosts of your own network that have no https: links may lead to them with http", nullptr,
      Names::new_hosts},
     read_http_hosts},
    {{"title", Kind::localized, Need::required, "what this body of guidance is called"}, into<&Site::title>},
    {{"licence", Kind::object, Need::optional, "under which others may use the content", licence_shape},
     read_licence},
    {{"dimensions", Kind::map_of, Need::required, "the axes of tailoring, by id", dimension_shape,
      Names::new_dimensions},
     read_dimensions},
    {{"conditions", Kind::conditions, Need::optional, "names for conditions that are used often", nullptr,
      Names::new_conditions},
     read_conditions},
    {{"navigation", Kind::object, Need::optional, "how readers find their way", navigation_shape},
     read_navigation},
    {{"roles", Kind::localized_map, Need::optional,
      "people that contacts and responsibilities speak of, by id"},
     read_roles},
    {{"search", Kind::localized_map, Need::optional,
      "words that readers use for one thing, so that each finds the others: {call: {en: \"call phone "
      "ring\"}}"},
     read_search_words},
    {{"variables", Kind::localized_map, Need::optional,
      "values for `{{< var name >}}` where a profile has none"},
     read_variables},
    {{"requires", Kind::object, Need::optional, "what every profile must fill in", requires_shape},
     read_requires},
    {{"promises", Kind::list_of, Need::optional, "what the content must have for everyone", promise_shape},
     read_promises},
    {{"readability", Kind::list_of, Need::optional, "how easy texts are to read, per group of readers",
      readability_shape},
     read_readability},
    {{"banned-phrases", Kind::list_of, Need::optional, "phrases that the texts avoid, per language",
      banned_phrases_shape},
     read_banned_phrases},
    {{"page-elements", Kind::list_of, Need::optional, "components that pages have, per group of readers",
      page_elements_shape},
     read_page_elements},
    {{"terms-explained-to", Kind::condition, Need::optional,
      "readers for whom each page marks the glossary's terms that it uses"},
     read_terms_explained_to},
    {{"completion", Kind::text, Need::optional,
      "when a learning system hears \"completed\": core, done or either (default)", nullptr, Names::any,
      completion_choices},
     read_site_completion},
    {{"tracking", Kind::text, Need::optional,
      "what a learning system is told: status, place or pages; default: as the values of dimensions say",
      nullptr, Names::any, tracking_choices},
     read_site_tracking},
    {{"scorm", Kind::object, Need::optional, "packages for learning systems", scorm_shape}, read_site_scorm},
    {{"checks", Kind::severities, Need::optional,
      "how serious a finding is: code → error, warning, note or off"},
     read_checks},
});

}  // namespace

const Shape& licence_shape() {
  static const Shape shape = shape_of<Site>("licence", "The content's licence", licence_fields);
  return shape;
}

const Shape& navigation_shape() {
  static const Shape shape = shape_of<Site>("navigation", "How readers find their way", navigation_fields);
  return shape;
}

const Shape& requires_shape() {
  static const Shape shape =
      shape_of<Requirements>("requires", "What every profile must fill in", requires_fields);
  return shape;
}

const Shape& promise_shape() {
  static const Shape shape = shape_of<Promise>("promise", "What the content must have", promise_fields);
  return shape;
}

const Shape& site_shape() {
  static const Shape shape = shape_of<Site>("site", "content/site.yaml of a Tailorbird project", site_fields);
  return shape;
}

std::vector<std::string> role_ids(const Site& site) {
  std::vector<std::string> ids;
  for (const auto& [id, label] : site.roles) ids.push_back(id);
  return ids;
}

SiteRead read_site(const SiteFiles& files) {
  SiteRead result;
  Site& site = result.site;
  ReadContext reading;
  reading.site = &site;
  const YamlNode root = read_yaml_file(files.site, reading);
  read_map<Site>(site, root, {files.site.file, {files.site.file, {}, 0}}, site_fields, reading);
  if (files.sources) read_sources(site, read_yaml_file(*files.sources, reading), reading);
  if (files.rules) read_rules(site, read_yaml_file(*files.rules, reading), reading);
  if (files.glossary) read_glossary(site, read_yaml_file(*files.glossary, reading), reading);
  if (files.responsibilities)
    read_responsibilities(site, read_yaml_file(*files.responsibilities, reading), reading);
  if (files.personas) read_personas(site, read_yaml_file(*files.personas, reading), reading);
  result.diagnostics = std::move(reading.diagnostics);
  result.checked_days = std::move(reading.checked_days);
  return result;
}

}  // namespace tailorbird
