#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/strings.hpp"
#include "translate/short_text.hpp"
#include "translate/status.hpp"

namespace tailorbird {
namespace {

constexpr std::size_t most_texts = 10;  // of one page

struct StateName {
  PageState state;
  std::string_view name;
};
constexpr auto state_names = std::to_array<StateName>({
    {PageState::current, "current"},
    {PageState::stale, "stale"},
    {PageState::unmarked, "unmarked"},
    {PageState::draft, "draft"},
    {PageState::missing, "missing"},
});

std::string counts_text(const LanguageStatus& language) {
  std::vector<std::string> counts;
  for (const StateName& one : state_names) {
    if (const std::size_t count = language.count(one.state); count > 0)
      counts.push_back(fmt::format("{} {}", count, one.name));
  }
  std::string text =
      fmt::format("{}: {} pages: {}", language.language, language.pages.size(), join(counts, ", "));
  if (const std::size_t count = language.differing(); count > 0)
    text += fmt::format("; {} with another structure (--json names them)", count);
  return text + "\n";
}

std::string open_text(const PageStatus& page) {
  std::string text;
  for (std::size_t index = 0; index < std::min(page.open.size(), most_texts); ++index) {
    const OpenText& one = page.open[index];
    text += fmt::format("    {}:{}: {} {}: {}\n", page.source, one.where.line, one.about,
                        one.is_new ? "is new" : "has changed", short_text(one.text));
  }
  if (page.open.size() > most_texts)
    text += fmt::format("    … and {} more; --json has them all\n", page.open.size() - most_texts);
  return text;
}

std::string page_text(const PageStatus& page) {
  if (page.state == PageState::current) return {};
  std::string text = fmt::format("  {}: {}", page.file, name_of(page.state));
  if (page.state == PageState::stale && !page.changes_known) {
    text += ", which of its texts is not known";
  } else if (page.state == PageState::stale) {
    text += page.open.empty() ? std::string(", all its texts are as they were")
                              : fmt::format(", {} of {} texts new or changed", page.open.size(), page.texts);
  }
  text += "\n" + open_text(page);
  if (!page.same_structure)
    text += fmt::format("    {}:{}: from here on it has other texts than its source, or for other readers\n",
                        page.file, page.differs_at.line);
  return text;
}

nlohmann::ordered_json page_json(const PageStatus& page) {
  nlohmann::ordered_json open = nlohmann::ordered_json::array();
  for (const OpenText& one : page.open) {
    open.push_back({{"id", one.id},
                    {"about", one.about},
                    {"line", one.where.line},
                    {"change", one.is_new ? "new" : "changed"},
                    {"text", one.text}});
  }
  nlohmann::ordered_json json = {{"source", page.source},
                                 {"file", page.file},
                                 {"state", name_of(page.state)},
                                 {"texts", page.texts},
                                 {"changesKnown", page.changes_known},
                                 {"open", std::move(open)},
                                 {"sameStructure", page.same_structure}};
  if (!page.same_structure) json["differsAtLine"] = page.differs_at.line;
  return json;
}

}  // namespace

std::string_view name_of(PageState state) { return state_names[static_cast<std::size_t>(state)].name; }

std::string status_text(const std::vector<LanguageStatus>& languages) {
  std::string text;
  for (const LanguageStatus& language : languages) {
    text += counts_text(language);
    for (const PageStatus& page : language.pages) text += page_text(page);
  }
  return text.empty() ? "This project has one language; nothing is translated.\n" : text;
}

std::string status_json(const std::vector<LanguageStatus>& languages) {
  nlohmann::ordered_json json = {{"version", 1}, {"languages", nlohmann::ordered_json::array()}};
  for (const LanguageStatus& language : languages) {
    nlohmann::ordered_json one = {{"language", language.language}};
    for (const StateName& state : state_names) one[state.name] = language.count(state.state);
    one["pages"] = nlohmann::ordered_json::array();
    for (const PageStatus& page : language.pages) one["pages"].push_back(page_json(page));
    json["languages"].push_back(std::move(one));
  }
  return json.dump(2) + "\n";
}

}  // namespace tailorbird
