#pragma once
// Finds where sentences of tailored pages begin in the Markdown source. The text of each page is indexed
// once, so that many searches in a long page do not read it again and again.

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/recent_map.hpp"
#include "diag/diagnostic.hpp"
#include "model/project.hpp"

namespace tailorbird {

class SourceIndex;

/// Thread-safe.
class SentencePlaces {
 public:
  /// `project` must outlive it.
  explicit SentencePlaces(const Project& project);
  ~SentencePlaces();
  SentencePlaces(const SentencePlaces&) = delete;
  SentencePlaces& operator=(const SentencePlaces&) = delete;

  /// Where `sentence` begins in the source of Project::pages[page], or in a partial of the same language; the
  /// place of the page's title when it is not found.
  SourceRange find(std::size_t page, std::string_view sentence) const;

 private:
  std::shared_ptr<const SourceIndex> index_of(std::size_t page) const;
  SourceRange search(std::size_t page, std::string_view sentence) const;

  const Project& project_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> partials_;  // by language
  mutable RecentMap<SourceIndex> indexes_;
  mutable RecentMap<SourceRange> known_;
};

}  // namespace tailorbird
