#pragma once
// The leak index and search lexicon that all editions of a language share, each made at its first use.

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "leak/leak_index.hpp"
#include "render/search.hpp"

namespace tailorbird {

class LanguageTools {
 public:
  /// For `editions`, which must outlive it as `project` must.
  LanguageTools(const Project& project, ProgramOf programs, const std::vector<Edition>& editions);

  /// The phrases that some readers must not see. Waits until all pages are compiled. Thread-safe.
  const LeakIndex& leak_index(const std::string& language) const;
  /// Thread-safe.
  SearchLexicon& lexicon(const std::string& language) const;

 private:
  struct Tools {
    Tools(const std::string& language, std::vector<const Edition*> all)
        : editions(std::move(all)), lexicon(language, editions.size() > 1) {}
    const std::vector<const Edition*> editions;
    SearchLexicon lexicon;
    std::once_flag once;
    std::unique_ptr<LeakIndex> leak_index;
  };

  const Project& project_;
  const ProgramOf programs_;
  std::map<std::string, std::unique_ptr<Tools>, std::less<>> by_language_;
};

}  // namespace tailorbird
