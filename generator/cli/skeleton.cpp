#include "cli/skeleton.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/strings.hpp"
#include "read/profile/profiles.hpp"
#include "read/schema/json_schema.hpp"
#include "read/site/site.hpp"

namespace tailorbird {
namespace {

constexpr auto rtw_languages = std::to_array<std::string_view>({"en", "nl", "fr", "de"});

/// What a sample consists of.
struct SampleTexts {
  Sample sample;
  std::string_view site;
  std::string_view profile;
  std::span<const SamplePage> (*pages)();
};

std::span<const SampleTexts> sample_texts() {
  static const auto table = std::to_array<SampleTexts>({
      {{"rtw", "an example on returning to work", rtw_languages}, rtw_site, rtw_profile, rtw_pages},
      {{"blank", "blank pages, for any subject", {}}, blank_site, blank_profile, blank_pages},
  });
  return table;
}

const SampleTexts& texts_of(std::string_view name) {
  const auto table = sample_texts();
  return *std::find_if(table.begin(), table.end(),
                       [&](const SampleTexts& one) { return one.sample.name == name; });
}

std::string in_quotes(std::string_view text) {
  return fmt::format("\"{}\"", replace_all(replace_all(text, "\\", "\\\\"), "\"", "\\\""));
}

/// "en: Manager|nl: Leidinggevende" → {en: "Manager"}
std::string chosen_texts(std::string_view texts, const SkeletonChoice& choice) {
  const std::vector<std::string_view> all = split(texts, '|');
  std::vector<std::string> chosen;
  for (const std::string& language : choice.languages) {
    const std::string key = language + ": ";
    const auto own =
        std::find_if(all.begin(), all.end(), [&](std::string_view one) { return one.starts_with(key); });
    const std::string_view text = own == all.end() ? all.front() : *own;
    chosen.push_back(fmt::format("{}: {}", language, in_quotes(text.substr(text.find(": ") + 2))));
  }
  return fmt::format("{{{}}}", join(chosen, ", "));
}

/// The page in a language; in one that the sample is not written in, in its first.
std::string_view page_text(std::span<const SamplePage> pages, std::string_view path,
                           std::string_view language) {
  const SamplePage* first = nullptr;
  for (const SamplePage& page : pages) {
    if (page.path != path) continue;
    if (page.language == language) return page.text;
    if (first == nullptr) first = &page;
  }
  return first == nullptr ? std::string_view{} : first->text;
}

/// Settings that VS Code and its kin pick up: keys and values are completed, mistakes marked.
constexpr std::string_view editor_settings = R"({
  "yaml.schemas": {
    ".vscode/site.schema.json": "content/site.yaml",
    ".vscode/profile.schema.json": "profiles/*.yaml"
  },
  "files.eol": "\n",
  "editor.wordWrap": "on"
}
)";

constexpr std::string_view editor_extensions = R"({
  "recommendations": ["redhat.vscode-yaml"]
}
)";

}  // namespace

std::span<const Sample> samples() {
  static const std::vector<Sample> all = [] {
    std::vector<Sample> list;
    for (const SampleTexts& one : sample_texts()) list.push_back(one.sample);
    return list;
  }();
  return all;
}

const Sample* find_sample(std::string_view name) {
  const auto all = samples();
  const auto sample =
      std::find_if(all.begin(), all.end(), [&](const Sample& one) { return one.name == name; });
  return sample == all.end() ? nullptr : &*sample;
}

std::string filled_in(std::string_view text, const SkeletonChoice& choice) {
  std::string filled;
  for (std::size_t at = text.find("@{"); at != std::string_view::npos; at = text.find("@{")) {
    const std::size_t end = text.find('}', at);
    filled += text.substr(0, at);
    filled += chosen_texts(text.substr(at + 2, end - at - 2), choice);
    text.remove_prefix(end + 1);
  }
  filled += text;
  filled = replace_all(filled, "@languages", fmt::format("[{}]", join(choice.languages, ", ")));
  return replace_all(filled, "@organisation", in_quotes(choice.organisation));
}

std::vector<SkeletonFile> skeleton_files(const SkeletonChoice& choice) {
  const SampleTexts& texts = texts_of(choice.sample);
  std::vector<SkeletonFile> files;
  files.push_back({"content/site.yaml", filled_in(texts.site, choice)});
  for (const std::string& language : choice.languages) {
    for (const SamplePage& page : texts.pages()) {
      if (page.language != texts.pages().front().language) continue;  // the same paths in each
      files.push_back({fmt::format("content/{}/{}", language, page.path),
                       std::string(page_text(texts.pages(), page.path, language))});
    }
  }
  files.push_back({fmt::format("profiles/{}.yaml", choice.profile), filled_in(texts.profile, choice)});
  files.push_back({".gitignore", "/dist/\n"});
  files.push_back({".vscode/settings.json", std::string(editor_settings)});
  files.push_back({".vscode/extensions.json", std::string(editor_extensions)});
  files.push_back({".vscode/site.schema.json", json_schema(site_shape(), nullptr)});
  files.push_back({".vscode/profile.schema.json", json_schema(profile_shape(), nullptr)});
  return files;
}

}  // namespace tailorbird
