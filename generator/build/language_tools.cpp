#include "build/language_tools.hpp"

namespace tailorbird {

LanguageTools::LanguageTools(const Project& project, ProgramOf programs, const std::vector<Edition>& editions)
    : project_(project), programs_(std::move(programs)) {
  std::map<std::string, std::vector<const Edition*>> by_language;
  for (const Edition& edition : editions) by_language[edition.language].push_back(&edition);
  for (auto& [language, all] : by_language)
    by_language_.emplace(language, std::make_unique<Tools>(language, std::move(all)));
}

const LeakIndex& LanguageTools::leak_index(const std::string& language) const {
  Tools& tools = *by_language_.at(language);
  std::call_once(tools.once, [&] {
    tools.leak_index = std::make_unique<LeakIndex>(project_, programs_, language, tools.editions);
  });
  return *tools.leak_index;
}

SearchLexicon& LanguageTools::lexicon(const std::string& language) const {
  return by_language_.at(language)->lexicon;
}

}  // namespace tailorbird
