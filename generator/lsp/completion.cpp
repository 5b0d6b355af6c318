#include "lsp/completion.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "base/files.hpp"
#include "components/component.hpp"
#include "lsp/positions.hpp"
#include "read/pages/front_matter.hpp"
#include "read/schema/json_schema.hpp"
#include "tailor/variables.hpp"

namespace tailorbird {
namespace {

using nlohmann::json;
using Kind = PlaceInText::Kind;

// LSP 3.17, CompletionItemKind
constexpr int kind_variable = 6;
constexpr int kind_value = 12;
constexpr int kind_keyword = 14;
constexpr int kind_snippet = 15;
constexpr int kind_file = 17;
constexpr int kind_reference = 18;

constexpr int as_snippet = 2;  // InsertTextFormat: $0 is where the cursor goes

struct Item {
  std::string label;
  std::string detail;
  int kind = kind_value;
  std::string snippet = {};  // empty: the label
};

using Items = std::vector<Item>;

struct Writer {
  const Snapshot& snapshot;
  const std::string& file;
  std::string language;
  const PlaceInText& place;
};

void add_variables(const Writer& at, Items& items) {
  const Project& project = at.snapshot.project();
  std::map<std::string, std::string> seen;
  for (const Profile& profile : project.profiles) {
    for (const auto& [name, value] : make_variables(project.site, profile, at.language))
      seen.try_emplace(name, value.text);
  }
  for (const auto& [name, text] : seen) items.push_back({name, text, kind_variable});
}

void add_partials(const Writer& at, Items& items) {
  for (const Page& page : at.snapshot.project().pages) {
    if (page.partial && page.language == at.language)
      items.push_back({page.path, page.front.title, kind_file});
  }
}

void add_links(const Writer& at, Items& items) {
  for (const Page& page : at.snapshot.project().pages) {
    if (page.partial || page.language != at.language || page.file == at.file) continue;
    items.push_back({relative_path(at.file, page.file), page.front.title, kind_file});
  }
  for (const std::string& file : at.snapshot.project().files)
    items.push_back({relative_path(at.file, file), file, kind_file});
}

void add_fragments(const Writer& at, Items& items) {
  const std::string target = at.place.around.empty()
                                 ? at.file
                                 : normalise_path(std::string(folder_of(at.file)).append(at.place.around));
  const Page* page = at.snapshot.page_of(target);
  if (page == nullptr) return;
  const auto index = static_cast<std::size_t>(page - at.snapshot.project().pages.data());
  for (const Heading& heading : at.snapshot.program(index).headings) {
    if (!heading.id.empty()) items.push_back({heading.id, page->front.title, kind_reference});
  }
}

void add_terms(const Writer& at, Items& items) {
  for (const GlossaryTerm& term : at.snapshot.project().site.glossary)
    items.push_back({term.id, std::string(term.term.in(at.language)), kind_reference});
}

void add_values(const Writer& at, Items& items) {
  const Site& site = at.snapshot.project().site;
  const int index = site.find_dimension(at.place.around);
  if (index < 0) return;
  for (const DimensionValue& value : site.dimensions[static_cast<std::size_t>(index)].values)
    items.push_back({value.id, std::string(value.label.in(at.language))});
}

void add_conditions(const Writer& at, Items& items) {
  const Site& site = at.snapshot.project().site;
  for (const NamedCondition& one : site.conditions) items.push_back({"." + one.name, "named condition"});
  if (at.place.word.starts_with('.')) return;
  for (const Dimension& one : site.dimensions) {
    items.push_back({one.id, std::string(one.label.in(at.language)), kind_snippet, one.id + "=\"$0\""});
  }
}

void add_components(const Writer&, Items& items) {
  items.push_back({"only", "what follows is for some readers", kind_snippet, "{.only $0}\n\n:::"});
  items.push_back({"except", "what follows is for all other readers", kind_snippet, "{.except $0}\n\n:::"});
  for (const ComponentSpec& one : component_specs()) {
    if (one.in_words) continue;
    items.push_back({std::string(one.name), std::string(one.summary), kind_snippet,
                     fmt::format("{{.{}}}\n$0\n:::", one.name)});
  }
}

void add_sources(const Writer& at, Items& items) {
  const Site& site = at.snapshot.project().site;
  const std::string_view language = site.languages.empty() ? std::string_view() : site.languages.front();
  for (const Source& one : site.sources)
    items.push_back({one.id, std::string(one.title.in(language)), kind_reference});
}

void add_keys(const Writer& at, Items& items) {
  const json schema = json::parse(json_schema(front_matter_shape(), &at.snapshot.project().site));
  const json properties = schema.value("properties", json::object());
  for (const auto& [key, value] : properties.items())
    items.push_back({key, value.value("description", ""), kind_keyword, key + ": $0"});
}

struct Row {
  Kind kind;
  void (*add)(const Writer& at, Items& items);
};

constexpr Row table[] = {
    {Kind::variable, add_variables},   {Kind::include, add_partials},
    {Kind::link, add_links},           {Kind::fragment, add_fragments},
    {Kind::term, add_terms},           {Kind::dimension_value, add_values},
    {Kind::condition, add_conditions}, {Kind::component, add_components},
    {Kind::source, add_sources},       {Kind::key, add_keys},
};

/// "content/en/plan.md" → "en"; a file that is not yet a page of the project gets its language from its
/// folder.
std::string language_of(const Snapshot& snapshot, const std::string& file) {
  if (const Page* page = snapshot.page_of(file)) return page->language;
  for (const std::string& language : snapshot.project().site.languages) {
    if (file.find("/" + language + "/") != std::string::npos) return language;
  }
  return {};
}

/// UTF-16 units before the cursor that an item replaces: of a component also a brace and a dot that are
/// there.
std::size_t replaced(const PlaceInText& place) {
  const std::size_t brace = place.kind == Kind::component ? utf16_length(place.around) : 0;
  return brace + utf16_length(place.word);
}

}  // namespace

json completions(const Snapshot& snapshot, const std::string& file, const PlaceInText& place,
                 std::size_t line, std::size_t end) {
  const auto row = std::find_if(std::begin(table), std::end(table),
                                [&](const Row& one) { return one.kind == place.kind; });
  json list = json::array();
  if (row == std::end(table)) return list;
  Items items;
  row->add({snapshot, file, language_of(snapshot, file), place}, items);
  const std::size_t start = end - replaced(place);
  for (Item& item : items) {
    const bool snippet = !item.snippet.empty();
    list.push_back({{"label", item.label},
                    {"kind", item.kind},
                    {"detail", item.detail},
                    {"filterText", item.label},
                    {"insertTextFormat", snippet ? as_snippet : 1},
                    {"textEdit",
                     {{"range",
                       {{"start", {{"line", line}, {"character", start}}},
                        {"end", {{"line", line}, {"character", end}}}}},
                      {"newText", snippet ? item.snippet : item.label}}}});
  }
  return list;
}

std::string value_of_variable(const Snapshot& snapshot, std::string_view language, std::string_view name) {
  const Project& project = snapshot.project();
  for (const Profile& profile : project.profiles) {
    const VariableMap variables = make_variables(project.site, profile, language);
    const auto value = variables.find(name);
    if (value != variables.end())
      return fmt::format("{} ({})", value->second.text, profile.name.in(language));
  }
  return {};
}

}  // namespace tailorbird
