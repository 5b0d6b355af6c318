#pragma once
// All texts of one language, whoever may see them: what a phrase is compared with before it counts as a leak.
// Together they are as long as the pages, so only their guards are kept. The words of a part are collected
// again when they are asked for.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "leak/restricted_texts.hpp"

namespace tailorbird {

class AllTexts {
 public:
  /// Reads all programs of `language`. `project` must outlive this object.
  AllTexts(const Project& project, ProgramOf programs, std::string_view language);

  /// The guards and includes of all parts, one part after the other, without their words.
  const RestrictedTexts& outline() const { return outline_; }

  /// One for each page, and a last one for the profiles and the site.
  std::size_t part_count() const { return pages_.size() + 1; }
  /// The texts of a part. Its guards are those of the outline from first_guard(index) on, counted from 0.
  RestrictedTexts part(std::size_t index) const;
  /// Of part_count(): the number of all guards.
  std::uint32_t first_guard(std::size_t index) const { return first_guards_[index]; }

 private:
  const Project& project_;
  const ProgramOf programs_;
  const std::string language_;
  std::vector<std::size_t> pages_;           // by part: index in Project::pages
  std::vector<std::uint32_t> first_guards_;  // by part, and the end
  RestrictedTexts outline_;
};

}  // namespace tailorbird
