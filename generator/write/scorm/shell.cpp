#include "write/scorm/shell.hpp"

#include <nlohmann/json.hpp>

#include "render/layout.hpp"
#include "write/scorm/manifest.hpp"
#include "write/scorm/package_pages.hpp"

namespace tailorbird {
namespace {

using nlohmann::ordered_json;

constexpr std::string_view layout = "scorm";
constexpr std::string_view word_prefix = "scorm-say-";
constexpr std::string_view recording =
    "recording";  // shown while all goes well: the sentence of the level of tracking

ordered_json strings_of(const ShellRequest& request) {
  ordered_json strings = ordered_json::object();
  const auto words = request.theme.words.find(request.theme.words_language(request.language));
  if (words == request.theme.words.end()) return strings;
  for (const auto& [key, text] : words->second) {
    if (key.starts_with(word_prefix)) strings[key.substr(word_prefix.size())] = text;
    if (key == tracking_sentence_key(request.tracking)) strings[recording] = text;
  }
  return strings;
}

ordered_json page_entry(const ScormPage& page) {
  ordered_json entry = {{"path", page.path}};
  if (!page.code.empty()) entry["code"] = page.code;
  if (!page.place.empty() && page.place != page.code) entry["place"] = page.place;
  if (page.core) entry["core"] = true;
  return entry;
}

/// ASCII only, so that the script works even when a server declares another charset.
std::string data_script(const ShellRequest& request) {
  ordered_json pages = ordered_json::array();
  for (const ScormPage& page : request.pages) pages.push_back(page_entry(page));
  const ordered_json config = {{"version", request.runtime},
                               {"rule", completion_word(request.completion)},
                               {"tracking", tracking_word(request.tracking)},
                               {"start", request.start},
                               {"strings", strings_of(request)},
                               {"pages", std::move(pages)}};
  return "var tailorbirdScorm = {};\ntailorbirdScorm.config = " + config.dump(1, ' ', true) + ";\n";
}

}  // namespace

std::vector<OutputFile> shell_files(const ShellRequest& request, Diagnostics& diagnostics) {
  const LayoutTexts texts = {{"language", request.language},
                             {"title", request.title},
                             {"start", request.start},
                             {"contacts", std::string(request.contacts)}};
  return {
      {std::string(session_page_name),
       render_layout(request.theme, request.language, layout, texts, diagnostics)},
      {"assets/scorm-data.js", data_script(request)},
      {"assets/scorm.css", request.theme.of_format("scorm").style},
      {"assets/scorm.js", request.theme.of_format("scorm").script},
  };
}

}  // namespace tailorbird
