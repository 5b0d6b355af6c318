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
void add_outline(RestrictedTexts& outline, const RestrictedTexts& part) {
  const auto first = static_cast<std::uint32_t>(outline.guards.size());
  for (const Guard& guard : part.guards) {
    Guard& added = outline.guards.emplace_back(guard);
    if (added.parent != Guard::none) added.parent += first;
  }
  for (const RestrictedInclude& include : part.includes)
    outline.includes.emplace_back(include).guard += first;
}

}  // namespace

AllTexts::AllTexts(const Project& project, ProgramOf programs, std::string_view language)
    : project_(project),
      programs_(std::move(programs)),
      language_(language),
      pages_(pages_of(project, language)),
      first_guards_{0} {
  for (std::size_t index = 0; index < part_count(); ++index) {
    add_outline(outline_, *part(index));
    first_guards_.push_back(static_cast<std::uint32_t>(outline_.guards.size()));
  }
}

std::shared_ptr<const RestrictedTexts> AllTexts::part(std::size_t index) const {
  return parts_.get(index, [&] {
    return index < pages_.size() ? page_texts(project_, programs_, pages_[index])
                                 : common_texts(project_, language_);
  });
}

}  // namespace tailorbird
