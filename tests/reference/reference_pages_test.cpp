// docs/reference/ says what the tables say, and everything that it lists can be asked for with `explain`.

#include <doctest/doctest.h>
#include <map>
#include <regex>
#include <set>

#include "base/files.hpp"
#include "base/strings.hpp"
#include "cli/help.hpp"
#include "report/component_reference.hpp"
#include "report/key_reference.hpp"
#include "support/kept_page.hpp"
#include "support/source_dir.hpp"

namespace tailorbird::test {

TEST_CASE("reference: keys.md lists every key of every YAML file") {
  check_kept_page("reference/keys.md", keys_markdown());
}

TEST_CASE("reference: components.md lists every component") {
  check_kept_page("reference/components.md", components_markdown());
}

TEST_CASE("reference: commands.md lists every command") {
  check_kept_page("reference/commands.md", commands_markdown());
}

TEST_CASE("reference: each key says what its value is, and stands in its file once") {
  std::map<std::string_view, std::set<std::string>> paths;
  for (const KeyEntry& key : yaml_keys()) {
    CAPTURE(key.file);
    CAPTURE(key.path);
    CHECK(!value_words(key.info).empty());
    CHECK(!key.info.doc.empty());
    CHECK(paths[key.file].insert(key.path).second);
  }
  CHECK(paths["profiles/ID.yaml"].contains("bundles[].fixed"));
  CHECK(paths["content/site.yaml"].contains("dimensions.ID.values.ID.label"));
}

namespace {

/// All text of the files below `folder` whose names end in `ending`.
std::vector<std::string> texts_in(const fs::path& folder, std::string_view ending) {
  const Result<std::vector<std::string>> files = list_files(folder);
  REQUIRE(files);
  std::vector<std::string> texts;
  for (const std::string& file : *files) {
    if (file.ends_with(ending)) texts.push_back(read_file(folder / file).value());
  }
  REQUIRE(texts.size() > 10);
  return texts;
}

std::set<std::string> found(const std::string& text, const std::regex& pattern) {
  std::set<std::string> names;
  for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at)
    names.insert((*at)[1].str());
  return names;
}

/// Names that the table of components gives: attributes, and `is-` with each of their choices.
void add_attributes(std::span<const AttributeSpec> attributes, std::set<std::string>& names) {
  for (const AttributeSpec& one : attributes) {
    names.emplace(one.name);
    for (const std::string_view choice : words(one.choices)) names.insert("is-" + std::string(choice));
  }
}

}  // namespace

TEST_CASE("reference: names.md has every name that the default theme uses, and none that nothing fills in") {
  static const std::regex in_backticks("`([a-z0-9-]+)`");
  static const std::regex in_template(R"re(\{\{\{?[#^/&]?\s*([a-z0-9-]+)\s*\}?\}\})re");
  const std::string document = read_file(source_dir() / "docs/theme-authors/names.md").value();
  std::set<std::string> known = found(document, in_backticks);
  for (const ComponentSpec& component : component_specs()) {
    add_attributes(component.attributes, known);
    for (const PartSpec& part : component.parts) {
      add_attributes(part.attributes, known);
      for (const PartSpec& child : part.children) add_attributes(child.attributes, known);
    }
  }
  for (const std::string& text : texts_in(source_dir() / "themes/default", ".mustache")) {
    for (const std::string& name : found(text, in_template)) {
      CAPTURE(name);
      CHECK((known.contains(name) || name.starts_with("any-") ||
             known.contains(name.substr(name.find('-') + 1))));
    }
  }
  std::string sources;
  for (const std::string& text : texts_in(source_dir() / "generator", ".cpp")) sources += text;
  for (const std::string_view line : split(document, '\n')) {
    if (!line.starts_with("| `")) continue;
    for (const std::string& name : found(std::string(line.substr(0, line.find('|', 2))), in_backticks)) {
      CAPTURE(name);
      CHECK(sources.find("\"" + name + "\"") != std::string::npos);
    }
  }
}

}  // namespace tailorbird::test
