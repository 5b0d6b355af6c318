// Each way in which a component's grammar can be broken stands in that component's document, with its
// message: the table of components says which ways there are.

#include <algorithm>
#include <doctest/doctest.h>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "components/component.hpp"
#include "support/source_dir.hpp"

namespace tailorbird::test {
namespace {

/// What a document must hold: one of these messages.
struct Wanted {
  std::vector<std::string> either;
};

std::string error(std::string_view code, const std::string& message) {
  return "error[" + std::string(code) + "]: " + message;
}

std::string quoted(std::string_view name) { return "`" + std::string(name) + "`"; }

void add_attributes(std::vector<Wanted>& wanted, std::string_view owner,
                    std::span<const AttributeSpec> attributes) {
  using Kind = AttributeSpec::Kind;
  for (const AttributeSpec& one : attributes) {
    const std::string name = quoted(one.name);
    if (one.required) wanted.push_back({{error("attribute-missing", quoted(owner) + " has no " + name)}});
    if (one.kind == Kind::choice || one.kind == Kind::number) {
      wanted.push_back({{error("attribute-value", name + " cannot be `")}});
    }
    if (one.kind == Kind::file)
      wanted.push_back({{error("attribute-value", name + " cannot be the file `")}});
  }
}

void add_parts(std::vector<Wanted>& wanted, std::string_view owner, std::span<const PartSpec> parts) {
  for (const PartSpec& part : parts) {
    const std::string count = quoted(owner) + " has ";
    if (part.least == 1) wanted.push_back({{error("part-missing", count + "no " + quoted(part.role))}});
    if (part.least > 1) {
      const std::string few = "fewer than " + std::to_string(part.least) + " " + quoted(part.role);
      wanted.push_back(
          {{error("part-missing", count + few), error("part-missing", count + "no " + quoted(part.role))}});
    }
    if (part.most >= 0 && part.from == PartFrom::div) {
      const std::string many = "more than " + std::to_string(part.most) + " " + quoted(part.role);
      wanted.push_back({{error("part-too-many", count + many)}});
    }
    add_attributes(wanted, part.role, part.attributes);
    add_parts(wanted, part.role, part.children);
  }
}

/// The text of tests/spec/component-….md that is about the component; several may share one.
std::string document_of(std::string_view component) {
  const fs::path folder = test::source_dir() / "tests/spec";
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string stem = entry.path().stem().string() + "-";
    if (!stem.starts_with("component-") || stem.find("-" + std::string(component) + "-") == std::string::npos)
      continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
  }
  return {};
}

}  // namespace

TEST_CASE("spec: each way to write a component wrong has an example in its document") {
  for (const ComponentSpec& component : component_specs()) {
    const std::string document = document_of(component.name);
    CHECK_MESSAGE(!document.empty(), component.name);
    std::vector<Wanted> wanted;
    add_attributes(wanted, component.name, component.attributes);
    add_parts(wanted, component.name, component.parts);
    for (const Wanted& one : wanted) {
      const bool found = std::any_of(one.either.begin(), one.either.end(), [&](const std::string& message) {
        return document.find(message) != std::string::npos;
      });
      CHECK_MESSAGE(found, component.name << " has no example of " << one.either.front());
    }
  }
}

}  // namespace tailorbird::test
