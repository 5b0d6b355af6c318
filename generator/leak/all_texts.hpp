#pragma once
// All texts of one language, whoever may see them. A phrase is compared with them before it counts as a leak.
// Together they are as long as the pages, so only their guards are kept in memory, and the words of some
// hundred parts. The words of the others are collected again on demand.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/recent_map.hpp"
#include "leak/restricted_texts.hpp"

namespace tailorbird {

class AllTexts {
 public:
  /// Reads all programs of `language`. `project` must outlive this object.
  AllTexts(const Project& project, ProgramOf programs, std::string_view language);

  /// The guards and includes of all parts, one part after the other, without their words.
  const RestrictedTexts& outline() const { return outline_; }

  /// One part for each page, and a last one for the profiles and the site.
  std::size_t part_count() const { return pages_.size() + 1; }
  /// The texts of a part. Guard 0 of the result is guard first_guard(index) of the outline, and so on.
  /// Thread-safe.
  std::shared_ptr<const RestrictedTexts> part(std::size_t index) const;
  /// The number of the part's first guard in the outline; for part_count(), the number of all guards.
  std::uint32_t first_guard(std::size_t index) const { return first_guards_[index]; }

 private:
  const Project& project_;
  const ProgramOf programs_;
  const std::string language_;
  std::vector<std::size_t> pages_;           // by part: index in Project::pages
  std::vector<std::uint32_t> first_guards_;  // by part, and the end
  RestrictedTexts outline_;
  mutable RecentMap<RestrictedTexts> parts_{{.entries = 512}};  // by index
};

}  // namespace tailorbird
