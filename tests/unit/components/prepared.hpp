#pragma once
// A site and a profile small enough to read, and prepared components as text.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "components/component.hpp"

namespace tailorbird::test {

inline LocalizedText in_two(std::string en, std::string nl) {
  return {{}, {{"en", std::move(en)}, {"nl", std::move(nl)}}};
}

/// Dimensions audience (manager, hr) and phase (plan, return).
struct Organisation {
  Site site;
  Profile profile;
  ReaderSet everybody;

  Organisation() {
    Dimension audience;
    audience.id = "audience";
    audience.values = {{"manager", {}, {}, {}}, {"hr", {}, {}, {}}};
    Dimension phase;
    phase.id = "phase";
    phase.values = {{"plan", {}, {"When you plan", {}}, {}}, {"return", {}, {"Once back", {}}, {}}};
    site.dimensions = {audience, phase};
    site.roles = {{"oh", in_two("Occupational physician", "Bedrijfsarts")}, {"hr", in_two("HR", "HR")}};
    site.sources = {{"S1", {"One", {}}, "", "Greidanus 2021", "https://example.org/1", "", {}},
                    {"S2", {"Two", {}}, "", "", "", "2026-11-02", {}}};
    site.glossary = {{"work-ability",
                      in_two("work ability", "belastbaarheid"),
                      in_two("What someone can do.", "Wat iemand kan."),
                      {},
                      {}}};
    site.responsibilities.letters = {{"A", in_two("leads", "leidt")},
                                     {"C", in_two("is asked", "wordt gevraagd")}};
    everybody = site.everybody();
  }

  /// The component after `prepare`, for the readers of `space`.
  TailoredPart prepared(TailoredPart component, const ReaderSet& space,
                        std::string_view language = "en") const {
    const auto kind = static_cast<std::size_t>(find_component(component.role));
    const std::vector<std::string> sources;
    component_specs()[kind].prepare(component, {site, profile, space, language, sources});
    return component;
  }
  TailoredPart prepared(TailoredPart component, std::string_view language = "en") const {
    return prepared(std::move(component), everybody, language);
  }
};

inline TailoredPart part(std::string role, Attributes attributes = {},
                         std::vector<TailoredPart> children = {}) {
  TailoredPart made;
  made.role = std::move(role);
  made.attributes = std::move(attributes);
  made.children = std::move(children);
  return made;
}

/// One part a line, its parts indented: "role #id (condition) name=value …". Empty values are left out.
inline std::string text_of(const TailoredPart& one, std::size_t indent = 0) {
  std::string text = std::string(2 * indent, ' ') + one.role;
  if (!one.id.empty()) text += " #" + one.id;
  if (!one.open_condition.empty()) text += " (" + one.open_condition + ": " + one.open_label + ")";
  for (const auto& [name, value] : one.attributes) {
    if (!value.empty()) text += " " + name + "=" + value;
  }
  text += "\n";
  for (const TailoredPart& child : one.children) text += text_of(child, indent + 1);
  return text;
}

}  // namespace tailorbird::test
