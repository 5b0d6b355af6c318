#include "render/theme_words.hpp"

#include <algorithm>
#include <vector>

#include "base/strings.hpp"
#include "render/flat_yaml.hpp"

namespace tailorbird {
namespace {

constexpr std::string_view fallback = "en";

using KeyOrigins = std::map<std::string, std::size_t, std::less<>>;  // key → theme, by index in the line

/// One language, and which theme brought it and each of its words: the farthest ancestor that has them.
struct LanguageWords {
  Words words;
  std::size_t origin = 0;
  KeyOrigins key_origins;
};

using Languages = std::map<std::string, LanguageWords, std::less<>>;

/// Whatever the regions: "nl-BE" is wanted where "nl" is.
bool is_wanted(std::string_view name, const std::vector<std::string>& languages) {
  const auto language = [](std::string_view tag) { return tag.substr(0, tag.find('-')); };
  return languages.empty() || language(name) == fallback ||
         std::any_of(languages.begin(), languages.end(),
                     [&](const std::string& one) { return language(one) == language(name); });
}

Languages read_languages(const ThemeLine& line, const std::vector<std::string>& wanted,
                         Diagnostics& diagnostics) {
  Languages languages;
  for (std::size_t theme = 0; theme < line.size(); ++theme) {
    for (const auto& [path, file] : line[theme].files) {
      const auto name = name_in(path, "strings/", ".yaml");
      if (!name || !is_wanted(*name, wanted)) continue;
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

/// The file that should have a word: of the theme that brought the word or of the one that brought the
/// language, whichever is the nearer. It need not be there yet.
const ThemeFolder& owner_of(const ThemeLine& line, std::size_t language_origin, const MissingWord& word) {
  return line[std::min(language_origin, word.origin)];
}

/// What one file lacks.
struct Lacking {
  const ThemeFolder* theme = nullptr;
  std::vector<std::string> keys;
  std::string shown;  // the language whose words stand in
};

std::string message_about(const std::string& language, std::size_t count, const Lacking& lacking) {
  constexpr std::size_t most_named = 3;
  if (lacking.keys.size() > most_named) {
    return "`" + language + "` has " + std::to_string(count) + " of " +
           std::to_string(count + lacking.keys.size()) + " words; the others are shown in `" + lacking.shown +
           "`";
  }
  std::vector<std::string> names;
  for (const std::string& key : lacking.keys) names.push_back("`" + key + "`");
  return "no word " + join(names, ", ") + ", which `strings/" + lacking.shown + ".yaml` has";
}

/// Fills what the language lacks with the words of another one, and says so, once for each file.
void fill(const ThemeLine& line, const std::string& name, LanguageWords& language, const Languages& languages,
          const std::map<std::string, MissingWord>& missing, Diagnostics& diagnostics) {
  const std::size_t count = language.words.size();
  std::map<std::string, Lacking> by_file;
  const auto english = languages.find(fallback);
  for (const auto& [key, word] : missing) {
    const bool in_english = english != languages.end() && english->second.key_origins.contains(key);
    const std::string& shown = in_english ? english->first : word.language;
    language.words.emplace(key, languages.find(shown)->second.words.find(key)->second);
    const ThemeFolder& theme = owner_of(line, language.origin, word);
    Lacking& lacking = by_file["themes/" + theme.name + "/strings/" + name + ".yaml"];
    lacking.theme = &theme;
    lacking.keys.push_back(key);
    lacking.shown = shown;
  }
  for (const auto& [file, lacking] : by_file) {
    const bool is_there = lacking.theme->files.contains("strings/" + name + ".yaml");
    diagnostics.add(
        "theme-words-missing", {file, {}, 0}, message_about(name, count, lacking),
        is_there ? "" : "Make this file, with the word in it: `" + lacking.keys.front() + ": …`.");
  }
}

}  // namespace

std::map<std::string, Words, std::less<>> read_theme_words(const ThemeLine& line,
                                                           const std::vector<std::string>& wanted,
                                                           Diagnostics& diagnostics) {
  Languages languages = read_languages(line, wanted, diagnostics);
  const Languages written = languages;
  for (auto& [name, language] : languages)
    fill(line, name, language, written, missing_words(language.words, written), diagnostics);
  std::map<std::string, Words, std::less<>> words;
  for (auto& [name, language] : languages) words[name] = std::move(language.words);
  return words;
}

}  // namespace tailorbird
