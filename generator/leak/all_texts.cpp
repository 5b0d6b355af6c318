#include "leak/all_texts.hpp"

#include <utility>

namespace tailorbird {
namespace {

std::vector<std::size_t> pages_of(const Project& project, std::string_view language) {
  std::vector<std::size_t> pages;
  for (std::size_t index = 0; index < project.pages.size(); ++index) {
    if (project.pages[index].language == language) pages.push_back(index);
  }
  return pages;
}

/// Appends the guards and includes of `part`, with their guards renumbered.
void add_outline(RestrictedTexts& outline, RestrictedTexts part) {
  const auto first = static_cast<std::uint32_t>(outline.guards.size());
  for (Guard& guard : part.guards) {
    if (guard.parent != Guard::none) guard.parent += first;
    outline.guards.push_back(std::move(guard));
  }
  for (RestrictedInclude& include : part.includes) {
    include.guard += first;
    outline.includes.push_back(std::move(include));
  }
}

}  // namespace

AllTexts::AllTexts(const Project& project, ProgramOf programs, std::string_view language)
    : project_(project),
      programs_(std::move(programs)),
      language_(language),
      pages_(pages_of(project, language)),
      first_guards_{0} {
  for (std::size_t index = 0; index < part_count(); ++index) {
    add_outline(outline_, part(index));
    first_guards_.push_back(static_cast<std::uint32_t>(outline_.guards.size()));
  }
}

RestrictedTexts AllTexts::part(std::size_t index) const {
  return index < pages_.size() ? page_texts(project_, programs_, pages_[index])
                               : common_texts(project_, language_);
}

}  // namespace tailorbird
