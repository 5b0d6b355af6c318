#include <doctest/doctest.h>
#include <filesystem>
#include <functional>
#include <set>

#include "components/component.hpp"
#include "support/source_dir.hpp"
#include "text/utf8.hpp"

namespace tailorbird::test {
namespace {

using Visit =
    std::function<void(std::string_view owner, std::span<const AttributeSpec>, std::span<const PartSpec>)>;

void visit_parts(std::string_view owner, std::span<const AttributeSpec> attributes,
                 std::span<const PartSpec> parts, const Visit& visit) {
  visit(owner, attributes, parts);
  for (const PartSpec& one : parts) visit_parts(one.role, one.attributes, one.children, visit);
}

void visit_all(const Visit& visit) {
  for (const ComponentSpec& spec : component_specs())
    visit_parts(spec.name, spec.attributes, spec.parts, visit);
}

}  // namespace

TEST_CASE("components: each has a name of its own, by which it is found, and says what it is") {
  const auto table = component_specs();
  CHECK(table.size() == 22);
  for (std::size_t index = 0; index < table.size(); ++index) {
    CAPTURE(table[index].name);
    CHECK(find_component(table[index].name) == static_cast<int>(index));
    CHECK_FALSE(table[index].summary.empty());
    CHECK(slug(table[index].name) == table[index].name);
  }
  CHECK(find_component("chekclist") == -1);
  CHECK(find_component("") == -1);
}

TEST_CASE("components: those that keep answers need a title to be known by") {
  for (const ComponentSpec& spec : component_specs()) {
    if (!spec.needs_id) continue;
    CAPTURE(spec.name);
    CHECK(spec.needs_script);
    bool titled = false;
    for (const AttributeSpec& one : spec.attributes) titled = titled || (one.name == "title" && one.required);
    CHECK(titled);
  }
}

TEST_CASE("components: attributes and parts of one owner have names of their own") {
  visit_all(
      [](std::string_view owner, std::span<const AttributeSpec> attributes, std::span<const PartSpec> parts) {
        std::set<std::string_view> names;
        for (const AttributeSpec& one : attributes)
          CHECK_MESSAGE(names.insert(one.name).second, owner << " " << one.name);
        for (const PartSpec& one : parts)
          CHECK_MESSAGE(names.insert(one.role).second, owner << " " << one.role);
      });
}

TEST_CASE("components: at most one rule takes lists, and choices say which there are") {
  visit_all([](std::string_view owner, std::span<const AttributeSpec> attributes,
               std::span<const PartSpec> parts) {
    int lists = 0;
    for (const PartSpec& one : parts) {
      lists += one.from == PartFrom::list_item || one.from == PartFrom::numbered_item ||
                       one.from == PartFrom::task_item || one.from == PartFrom::timed_item
                   ? 1
                   : 0;
      CHECK_MESSAGE((one.most < 0 || one.least <= one.most), owner << " " << one.role);
    }
    CHECK_MESSAGE(lists <= 1, owner);
    for (const AttributeSpec& one : attributes) {
      const bool listed = one.kind == AttributeSpec::Kind::choice || one.kind == AttributeSpec::Kind::file;
      CHECK_MESSAGE(listed == !one.choices.empty(), owner << " " << one.name);
    }
  });
}

TEST_CASE("components: the default theme shows each of them") {
  const std::filesystem::path theme = test::source_dir() / "themes/default/components";
  for (const ComponentSpec& spec : component_specs()) {
    CHECK_MESSAGE(std::filesystem::exists(theme / (std::string(spec.name) + ".mustache")), spec.name);
  }
}

TEST_CASE("components: each has a document of its own with examples") {
  const std::filesystem::path documents = test::source_dir() / "tests/spec";
  std::set<std::string> named;
  for (const auto& entry : std::filesystem::directory_iterator(documents)) {
    const std::string name = entry.path().stem().string();
    if (!name.starts_with("component-")) continue;
    std::string rest = name.substr(10);
    for (std::size_t at = rest.find("-and-"); at != std::string::npos; at = rest.find("-and-")) {
      named.insert(rest.substr(0, at));
      rest = rest.substr(at + 5);
    }
    named.insert(rest);
  }
  for (const ComponentSpec& spec : component_specs())
    CHECK_MESSAGE(named.contains(std::string(spec.name)), spec.name);
}

}  // namespace tailorbird::test
