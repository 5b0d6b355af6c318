#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "package/rules.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t longest_title = 200;

void check_organizations(const Package& package, std::string_view code, Diagnostics& found) {
  const pugi::xml_node root = package.manifest.document_element();
  const pugi::xml_node organizations = child_element(root, "organizations");
  const std::string_view wanted = organizations.attribute("default").value();
  const std::vector<pugi::xml_node> all = elements(organizations, "organization");
  const SourceRange where = package.where(organizations ? organizations : root);
  if (all.empty()) {
    found.add(code, where, "no organization");
    return;
  }
  const auto chosen = std::find_if(all.begin(), all.end(), [&](pugi::xml_node one) {
    return wanted == one.attribute("identifier").value();
  });
  if (wanted.empty()) {
    found.add(code, where, "no default organization");
  } else if (chosen == all.end()) {
    found.add(code, where, fmt::format("the default organization `{}` is not there", wanted));
  } else if (elements(*chosen, "item").empty()) {
    found.add(code, package.where(*chosen), fmt::format("the organization `{}` is empty", wanted));
  }
}

bool is_identifier(std::string_view text) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return !text.empty() && is_letter(text[0]) && std::all_of(text.begin(), text.end(), [&](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-';
  });
}

constexpr auto identified = std::to_array<std::string_view>({"manifest", "organization", "item", "resource"});

template <typename Visit>
void each_identifier(const Package& package, const Visit& visit) {
  for (const std::string_view name : identified) {
    for (const pugi::xml_node node : elements(package.manifest, name)) {
      visit(node, std::string(node.attribute("identifier").value()));
    }
  }
}

void check_identifiers(const Package& package, std::string_view code, Diagnostics& found) {
  each_identifier(package, [&](pugi::xml_node node, const std::string& identifier) {
    if (is_identifier(identifier)) return;
    found.add(code, package.where(node),
              identifier.empty()
                  ? fmt::format("`{}` has no identifier", local_name(node.name()))
                  : fmt::format("the identifier `{}` has other characters, or begins with one", identifier));
  });
}

void check_unique(const Package& package, std::string_view code, Diagnostics& found) {
  std::set<std::string> seen;
  each_identifier(package, [&](pugi::xml_node node, const std::string& identifier) {
    if (!identifier.empty() && !seen.insert(identifier).second)
      found.add(code, package.where(node),
                fmt::format("a second element has the identifier `{}`", identifier));
  });
}

void check_references(const Package& package, std::string_view code, Diagnostics& found) {
  std::set<std::string_view> resources;
  for (const pugi::xml_node resource : elements(package.manifest, "resource"))
    resources.insert(resource.attribute("identifier").value());
  for (const std::string_view name : {"item", "dependency"}) {
    for (const pugi::xml_node node : elements(package.manifest, name)) {
      const std::string_view reference = node.attribute("identifierref").value();
      if (!reference.empty() && !resources.contains(reference))
        found.add(code, package.where(node),
                  fmt::format("no resource `{}`, which `{}` names", reference, name));
    }
  }
}

void check_titles(const Package& package, std::string_view code, Diagnostics& found) {
  for (const std::string_view name : {"organization", "item"}) {
    for (const pugi::xml_node node : elements(package.manifest, name)) {
      const std::string_view title = trim(child_element(node, "title").text().get());
      if (title.empty()) found.add(code, package.where(node), fmt::format("`{}` has no title", name));
      const std::size_t length = code_points(title);
      if (length > longest_title)
        found.add(code, package.where(node),
                  fmt::format("the title of `{}` has {} characters", name, length));
    }
  }
}

std::string type_of(pugi::xml_node resource) {
  for (const pugi::xml_attribute attribute : resource.attributes()) {
    if (ascii_lower(local_name(attribute.name())) == "scormtype") return ascii_lower(attribute.value());
  }
  return {};
}

void check_type_case(const Package& package, std::string_view code, Diagnostics& found) {
  if (package.kind() == ScormKind::unknown) return;
  const std::string_view right = package.kind() == ScormKind::scorm12 ? "adlcp:scormtype" : "adlcp:scormType";
  for (const pugi::xml_node resource : elements(package.manifest, "resource")) {
    if (resource.attribute(std::string(right).c_str())) continue;
    for (const pugi::xml_attribute attribute : resource.attributes()) {
      if (ascii_lower(local_name(attribute.name())) == "scormtype")
        found.add(code, package.where(resource),
                  fmt::format("`{}` has to be `{}` here", attribute.name(), right));
    }
  }
}

void check_sco_count(const Package& package, std::string_view code, Diagnostics& found) {
  const std::vector<pugi::xml_node> resources = elements(package.manifest, "resource");
  const auto count = std::count_if(resources.begin(), resources.end(),
                                   [](pugi::xml_node one) { return type_of(one) == "sco"; });
  if (count != 1)
    found.add(code, package.where(package.manifest.document_element()),
              fmt::format("{} resources are of type `sco`", count));
}

void check_mastery(const Package& package, std::string_view code, Diagnostics& found) {
  for (const std::string_view name : {"masteryscore", "minNormalizedMeasure"}) {
    for (const pugi::xml_node node : elements(package.manifest, name))
      found.add(code, package.where(node), fmt::format("a mastery score: `{}`", name));
  }
}

void check_sequencing(const Package& package, std::string_view code, Diagnostics& found) {
  for (const std::string_view name : {"sequencing", "sequencingCollection", "prerequisites"}) {
    for (const pugi::xml_node node : elements(package.manifest, name))
      found.add(code, package.where(node), fmt::format("rules for the order of parts: `{}`", node.name()));
  }
}

void check_objective_maps(const Package& package, std::string_view code, Diagnostics& found) {
  for (const pugi::xml_node node : elements(package.manifest, "mapInfo"))
    found.add(code, package.where(node), fmt::format("a shared objective: `{}`", node.name()));
}

constexpr auto table = std::to_array<PackageRule>({
    {"package-organization", "one default organization with an item", check_organizations},
    {"package-identifier", "identifiers of letters, digits and hyphens", check_identifiers},
    {"package-identifier-twice", "each identifier once", check_unique},
    {"package-reference-dangling", "references lead to resources", check_references},
    {"package-title", "titles of 1 to 200 characters", check_titles},
    {"package-type-case", "scormtype in the right case", check_type_case},
    {"package-sco-count", "one part", check_sco_count},
    {"package-mastery-score", "no mastery score", check_mastery},
    {"package-sequencing", "no sequencing", check_sequencing},
    {"package-objective-map", "no shared objectives", check_objective_maps},
});

}  // namespace

std::span<const PackageRule> organization_rules() { return table; }

}  // namespace tailorbird
