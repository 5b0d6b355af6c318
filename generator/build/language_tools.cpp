#include "build/language_tools.hpp"

namespace tailorbird {

LanguageTools::LanguageTools(const Project& project, ProgramOf programs, const std::vector<Edition>& editions)
    : project_(project), programs_(std::move(programs)) {
  for (const Edition& edition : editions) {
    std::unique_ptr<Tools>& tools = by_language_[edition.language];
    if (!tools) tools = std::make_unique<Tools>(edition.language);
    tools->editions.push_back(&edition);
  }
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
