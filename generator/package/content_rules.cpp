#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "package/rules.hpp"

namespace tailorbird {
namespace {

bool is_script_or_page(std::string_view name) { return !ascii_lower(name).ends_with(".xml"); }

/// Whether a page or script of the package holds one of `words`.
bool mentions(const Package& package, std::initializer_list<std::string_view> words) {
  return std::any_of(package.files.texts.begin(), package.files.texts.end(), [&](const auto& file) {
    return is_script_or_page(file.first) &&
           std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return file.second.find(word) != std::string::npos; });
  });
}

/// Flash and other programs may look for the API where no text shows it.
bool may_hide_it(const Package& package) {
  return std::any_of(package.names.begin(), package.names.end(), [](const std::string& name) {
    const std::string lower = ascii_lower(name);
    return lower.ends_with(".swf") || lower.ends_with(".wasm") || lower.ends_with(".jar");
  });
}

bool has_sco(const Package& package) {
  const std::vector<pugi::xml_node> resources = elements(package.root(), "resource");
  return std::any_of(resources.begin(), resources.end(),
                     [](pugi::xml_node one) { return scorm_type(one) == "sco"; });
}

void check_api(const Package& package, std::string_view code, Diagnostics& found) {
  const ScormKind kind = package.kind();
  if (kind == ScormKind::unknown || !has_sco(package) || may_hide_it(package)) return;
  const bool asks_2004 = mentions(package, {"API_1484_11"});
  const bool asks_12 = mentions(package, {"LMSInitialize", ".API", "\"API\"", "'API'"});
  if (kind == ScormKind::scorm2004 ? asks_2004 : asks_12) return;
  if (!asks_12 && !asks_2004) {
    found.add(code, package.whole(), "no page or script looks for the learning system");
  } else {
    found.add(code, package.whole(),
              fmt::format("its scripts look for a learning system of SCORM {}, the manifest says {}",
                          asks_12 ? "1.2" : "2004", asks_12 ? "2004" : "1.2"));
  }
}

void check_unload(const Package& package, std::string_view code, Diagnostics& found) {
  constexpr auto uses = std::to_array<std::string_view>({"\"unload\"", "'unload'", "onunload"});
  std::vector<std::string> names;
  for (const auto& [name, text] : package.files.texts) {
    const std::string& words = text;
    const bool is_used = std::any_of(
        uses.begin(), uses.end(), [&](std::string_view use) { return words.find(use) != std::string::npos; });
    if (is_script_or_page(name) && is_used) names.push_back(name);
  }
  if (!names.empty())
    found.add(code, package.whole(), fmt::format("the event `unload` is used in {}", named(names)));
}

constexpr auto table = std::to_array<PackageRule>({
    {"package-no-api", RuleKind::breaks, "a part of type sco looks for the learning system", check_api},
    {"package-uses-unload", RuleKind::advice, "no event that browsers skip", check_unload},
});

}  // namespace

std::span<const PackageRule> content_rules() { return table; }

}  // namespace tailorbird
