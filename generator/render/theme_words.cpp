#include "render/theme_words.hpp"

#include <algorithm>

#include "render/flat_yaml.hpp"

namespace tailorbird {
namespace {

using KeyOrigins = std::map<std::string, std::size_t, std::less<>>;  // key → theme, by index in the line

/// One language, and which theme brought it and each of its words: the farthest ancestor that has them.
struct LanguageWords {
  Words words;
  std::size_t origin = 0;
  KeyOrigins key_origins;
};

using Languages = std::map<std::string, LanguageWords, std::less<>>;

Languages read_languages(const ThemeLine& line, Diagnostics& diagnostics) {
  Languages languages;
  for (std::size_t theme = 0; theme < line.size(); ++theme) {
    for (const auto& [path, file] : line[theme].files) {
      const auto name = name_in(path, "strings/", ".yaml");
      if (!name) continue;
      LanguageWords& language = languages[*name];
      language.origin = theme;
      for (FlatEntry& entry : read_flat_yaml(file.file, file.text, diagnostics)) {
        language.words.try_emplace(entry.key, std::move(entry.value));
        language.key_origins[entry.key] = theme;
      }
    }
  }
  return languages;
}

/// A word that some language has and the one at hand has not.
struct MissingWord {
  std::string language;    // that has it, from the farthest ancestor
  std::size_t origin = 0;  // the theme that brought it
};

std::map<std::string, MissingWord> missing_words(const Words& own, const Languages& languages) {
  std::map<std::string, MissingWord> missing;
  for (const auto& [name, language] : languages) {
    for (const auto& [key, origin] : language.key_origins) {
      if (own.contains(key)) continue;
      const auto [known, added] = missing.try_emplace(key, MissingWord{name, origin});
      if (!added && known->second.origin < origin) known->second = {name, origin};
    }
  }
  return missing;
}

/// The file that should have `key`: of the theme that brought the word or of the one that brought the
/// language, whichever is the nearer. It need not be there yet.
void report_missing(const ThemeLine& line, const std::string& language, std::size_t language_origin,
                    const std::string& key, const MissingWord& word, Diagnostics& diagnostics) {
  const ThemeFolder& theme = line[std::min(language_origin, word.origin)];
  const std::string path = "strings/" + language + ".yaml";
  diagnostics.add("theme-word-missing", {"themes/" + theme.name + "/" + path, {}, 0},
                  "no word `" + key + "`, which `strings/" + word.language + ".yaml` has",
                  theme.files.contains(path) ? "" : "Make this file, with the word in it: `" + key + ": …`.");
}

}  // namespace

std::map<std::string, Words, std::less<>> read_theme_words(const ThemeLine& line, Diagnostics& diagnostics) {
  Languages languages = read_languages(line, diagnostics);
  for (const auto& [name, language] : languages) {
    for (const auto& [key, word] : missing_words(language.words, languages))
      report_missing(line, name, language.origin, key, word, diagnostics);
  }
  std::map<std::string, Words, std::less<>> words;
  for (auto& [name, language] : languages) words[name] = std::move(language.words);
  return words;
}

}  // namespace tailorbird
