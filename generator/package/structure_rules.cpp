// The elements of a manifest in the order of the schemas (IMS Content Packaging 1.1.2 to 1.1.4, alike in all
// versions of SCORM). A table instead of the schemas themselves: a package need not carry them, and what a
// validator says about content models helps no administrator.

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "package/rules.hpp"

namespace tailorbird {
namespace {

struct Child {
  std::string_view name;
  bool required = false;
  bool repeats = false;
};

struct Model {
  std::string_view element;
  std::string_view attribute;  // required, besides the identifier; empty: none
  std::array<Child, 4> children{};

  /// The place of `name` in the order; the number of children when it does not belong here.
  std::size_t place_of(std::string_view name) const {
    const auto* const found =
        std::find_if(children.begin(), children.end(), [&](const Child& one) { return one.name == name; });
    return static_cast<std::size_t>(found - children.begin());
  }
};

constexpr auto models = std::to_array<Model>({
    {"manifest",
     "",
     {{{"metadata"}, {"organizations", true}, {"resources", true}, {"manifest", false, true}}}},
    {"metadata", "", {{{"schema"}, {"schemaversion"}}}},
    {"organizations", "", {{{"organization", false, true}}}},
    {"organization", "", {{{"title"}, {"item", false, true}, {"metadata"}}}},
    {"item", "", {{{"title"}, {"item", false, true}, {"metadata"}}}},
    {"resources", "", {{{"resource", false, true}}}},
    {"resource", "type", {{{"metadata"}, {"file", false, true}, {"dependency", false, true}}}},
    {"file", "href", {{{"metadata"}}}},
    {"dependency", "identifierref", {}},
});

const Model* model_of(std::string_view name) {
  const auto* const found =
      std::find_if(models.begin(), models.end(), [&](const Model& one) { return one.element == name; });
  return found == models.end() ? nullptr : found;
}

std::string_view prefix_of(pugi::xml_node node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view{} : name.substr(0, colon);
}

class Structure {
 public:
  Structure(const Package& package, std::string_view code, Diagnostics& found)
      : package_(package), code_(code), found_(found) {}

  void check(pugi::xml_node node) {
    const Model* const model = model_of(local_name(node.name()));
    if (model == nullptr) return;
    if (!model->attribute.empty() && !node.attribute(std::string(model->attribute).c_str()))
      say(node, fmt::format("`{}` has no `{}`", model->element, model->attribute));
    for (const Child& child : model->children) {
      if (child.required && !child_element(node, child.name))
        say(node, fmt::format("`{}` has no `{}`", model->element, child.name));
    }
    check_order(node, *model);
  }

 private:
  /// Elements of other namespaces may follow those of the manifest; they have rules of their own.
  bool is_foreign(pugi::xml_node node) const {
    return prefix_of(node) != prefix_of(package_.root()) || node.attribute("xmlns");
  }

  void check_order(pugi::xml_node node, const Model& model) {
    pugi::xml_node last;  // the child seen so far that is last in the order
    std::size_t last_place = 0;
    for (const pugi::xml_node child : node.children()) {
      if (child.type() != pugi::node_element) continue;
      const bool foreign = is_foreign(child);
      const std::size_t place = foreign ? model.children.size() : model.place_of(local_name(child.name()));
      if (!foreign && place == model.children.size()) {
        say(child, fmt::format("`{}` does not belong in `{}`", child.name(), model.element));
        continue;
      }
      if (last && place < last_place) {
        say(child, fmt::format("`{}` has to come before `{}`", child.name(), last.name()));
      } else if (last && !foreign && place == last_place && !model.children[place].repeats) {
        say(child, fmt::format("a second `{}` in `{}`", child.name(), model.element));
      } else {
        last = child;
        last_place = place;
      }
      if (!foreign) check(child);
    }
  }

  void say(pugi::xml_node node, const std::string& message) {
    found_.add(code_, package_.where(node), message);
  }

  const Package& package_;
  std::string_view code_;
  Diagnostics& found_;
};

void check_structure(const Package& package, std::string_view code, Diagnostics& found) {
  const pugi::xml_node root = package.root();
  if (local_name(root.name()) != "manifest") {
    found.add(code, package.where(root),
              fmt::format("it begins with `{}`, not with `manifest`", root.name()));
    return;
  }
  Structure(package, code, found).check(root);
}

constexpr auto table = std::to_array<PackageRule>({
    {"package-structure", RuleKind::standard, "elements in the order of the schemas", check_structure},
});

}  // namespace

std::span<const PackageRule> structure_rules() { return table; }

}  // namespace tailorbird
