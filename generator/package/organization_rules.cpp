#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "package/rules.hpp"
#include "text/utf8.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t longest_title = 200;

const pugi::xml_node* chosen_in(const std::vector<pugi::xml_node>& all, std::string_view wanted) {
  const auto chosen = std::find_if(
      all.begin(), all.end(), [&](pugi::xml_node one) { return wanted == attribute_of(one, "identifier"); });
  return chosen == all.end() ? nullptr : &*chosen;
}

void check_organizations(const Package& package, std::string_view code, Diagnostics& found) {
  const pugi::xml_node organizations = child_element(package.root(), "organizations");
  const std::vector<pugi::xml_node> all = elements(organizations, "organization");
  if (all.empty()) {
    found.add(code, package.where(organizations ? organizations : package.root()), "no organization");
    return;
  }
  const pugi::xml_node* const named = chosen_in(all, attribute_of(organizations, "default"));
  const pugi::xml_node shown = named == nullptr ? all.front() : *named;
  if (elements(shown, "item").empty())
    found.add(code, package.where(shown),
              fmt::format("the organization `{}` is empty", attribute_of(shown, "identifier")));
}

void check_default(const Package& package, std::string_view code, Diagnostics& found) {
  const pugi::xml_node organizations = child_element(package.root(), "organizations");
  const std::vector<pugi::xml_node> all = elements(organizations, "organization");
  const std::string wanted = attribute_of(organizations, "default");
  if (all.empty() || chosen_in(all, wanted) != nullptr) return;
  found.add(code, package.where(organizations),
            wanted.empty() ? std::string("no default organization")
                           : fmt::format("the default organization `{}` is not there", wanted));
}

/// A name as XML allows it for identifiers (NCName).
bool is_identifier(std::string_view text) {
  const auto begins = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  return !text.empty() && begins(text[0]) && std::all_of(text.begin(), text.end(), [&](char c) {
    return begins(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
  });
}

constexpr auto identified = std::to_array<std::string_view>({"manifest", "organization", "item", "resource"});

template <typename Visit>
void each_identifier(const Package& package, const Visit& visit) {
  for (const std::string_view name : identified) {
    for (const pugi::xml_node node : elements(package.manifest->tree, name)) {
      visit(node, attribute_of(node, "identifier"));
    }
  }
}

void check_identifiers(const Package& package, std::string_view code, Diagnostics& found) {
  each_identifier(package, [&](pugi::xml_node node, const std::string& identifier) {
    if (is_identifier(identifier)) return;
    found.add(code, package.where(node),
              identifier.empty() ? fmt::format("`{}` has no identifier", local_name(node.name()))
                                 : fmt::format("`{}` is not a valid identifier", identifier));
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
  std::set<std::string> resources;
  for (const pugi::xml_node resource : elements(package.root(), "resource"))
    resources.insert(attribute_of(resource, "identifier"));
  for (const std::string_view name : {"item", "dependency"}) {
    for (const pugi::xml_node node : elements(package.root(), name)) {
      const std::string reference = attribute_of(node, "identifierref");
      if (!reference.empty() && !resources.contains(reference))
        found.add(code, package.where(node),
                  fmt::format("no resource `{}`, which `{}` names", reference, name));
    }
  }
}

void check_titles(const Package& package, std::string_view code, Diagnostics& found) {
  for (const std::string_view name : {"organization", "item"}) {
    for (const pugi::xml_node node : elements(package.root(), name)) {
      const std::string_view title = trim(child_element(node, "title").text().get());
      if (title.empty()) found.add(code, package.where(node), fmt::format("`{}` has no title", name));
      const std::size_t length = code_points(title);
      if (length > longest_title && package.kind() == ScormKind::scorm12)
        found.add(code, package.where(node),
                  fmt::format("the title of `{}` has {} characters", name, length));
    }
  }
}

void check_type_case(const Package& package, std::string_view code, Diagnostics& found) {
  if (package.kind() == ScormKind::unknown) return;
  const std::string_view right = package.kind() == ScormKind::scorm12 ? "adlcp:scormtype" : "adlcp:scormType";
  for (const pugi::xml_node resource : elements(package.root(), "resource")) {
    if (resource.attribute(std::string(right).c_str())) continue;
    for (const pugi::xml_attribute attribute : resource.attributes()) {
      if (ascii_lower(local_name(attribute.name())) == "scormtype")
        found.add(code, package.where(resource),
                  fmt::format("`{}` has to be `{}` here", attribute.name(), right));
    }
  }
}

void check_sco_count(const Package& package, std::string_view code, Diagnostics& found) {
  const std::vector<pugi::xml_node> resources = elements(package.root(), "resource");
  const auto count = std::count_if(resources.begin(), resources.end(),
                                   [](pugi::xml_node one) { return scorm_type(one) == "sco"; });
  if (count != 1)
    found.add(code, package.where(package.root()), fmt::format("{} resources are of type `sco`", count));
}

void check_mastery(const Package& package, std::string_view code, Diagnostics& found) {
  for (const std::string_view name : {"masteryscore", "minNormalizedMeasure"}) {
    for (const pugi::xml_node node : elements(package.root(), name))
      found.add(code, package.where(node), fmt::format("a mastery score: `{}`", name));
  }
}

/// The sequencing rules that every package should have: what sets the completion of an activity.
bool only_says_who_decides(pugi::xml_node sequencing) {
  const auto children = sequencing.children();
  return std::all_of(children.begin(), children.end(), [](pugi::xml_node child) {
    return child.type() != pugi::node_element || local_name(child.name()) == "deliveryControls";
  });
}

void check_sequencing(const Package& package, std::string_view code, Diagnostics& found) {
  for (const std::string_view name : {"sequencing", "sequencingCollection", "prerequisites"}) {
    for (const pugi::xml_node node : elements(package.root(), name)) {
      if (name == "sequencing" && only_says_who_decides(node)) continue;
      found.add(code, package.where(node), fmt::format("rules for the order of parts: `{}`", node.name()));
    }
  }
}

void check_objective_maps(const Package& package, std::string_view code, Diagnostics& found) {
  for (const pugi::xml_node node : elements(package.root(), "mapInfo")) {
    if (local_name(node.parent().name()) == "objective")
      found.add(code, package.where(node), fmt::format("a shared objective: `{}`", node.name()));
  }
}

constexpr auto table = std::to_array<PackageRule>({
    {"package-organization", RuleKind::breaks, "an organization with an item", check_organizations},
    {"package-organization-default", RuleKind::standard, "the default organization is there", check_default},
    {"package-identifier", RuleKind::standard, "identifiers that XML allows", check_identifiers},
    {"package-identifier-twice", RuleKind::standard, "each identifier once", check_unique},
    {"package-reference-dangling", RuleKind::breaks, "references lead to resources", check_references},
    {"package-title", RuleKind::standard, "titles of 1 to 200 characters", check_titles},
    {"package-type-case", RuleKind::breaks, "scormtype in the right case", check_type_case},
    {"package-sco-count", RuleKind::advice, "one part", check_sco_count},
    {"package-mastery-score", RuleKind::advice, "no mastery score", check_mastery},
    {"package-sequencing", RuleKind::advice, "no sequencing", check_sequencing},
    {"package-objective-map", RuleKind::breaks, "no shared objectives that Moodle stumbles over",
     check_objective_maps},
});

}  // namespace

std::span<const PackageRule> organization_rules() { return table; }

}  // namespace tailorbird
