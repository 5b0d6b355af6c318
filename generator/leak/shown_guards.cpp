#include "leak/shown_guards.hpp"

#include <algorithm>
#include <set>

namespace tailorbird {
namespace {

constexpr std::size_t everybody = 0;
constexpr std::size_t nobody_at_all = 1;

/// A reader: by dimension, the index of their value.
using Reader = std::vector<unsigned>;

bool holds_for(const Condition& condition, const Reader& reader) {
  const bool all = std::all_of(condition.atoms.begin(), condition.atoms.end(), [&](const Atom& atom) {
    return (atom.values >> reader[atom.dimension] & 1U) != 0;
  });
  return all != condition.negated;
}

/// Whether a condition that is not negated excludes all readers with the value.
bool is_refused(std::span<const Condition* const> conditions, std::uint16_t dimension, unsigned value) {
  return std::any_of(conditions.begin(), conditions.end(), [&](const Condition* condition) {
    return !condition->negated &&
           std::any_of(condition->atoms.begin(), condition->atoms.end(), [&](const Atom& atom) {
             return atom.dimension == dimension && (atom.values >> value & 1U) == 0;
           });
  });
}

/// Whether some combination of values of `dimensions`, from `index` on, meets the conditions. `reader` has
/// the values of the dimensions before.
bool some_value(const ReaderSet& readers, std::span<const Condition* const> conditions,
                const std::vector<std::uint16_t>& dimensions, std::size_t index, Reader& reader) {
  if (index == dimensions.size()) {
    return std::all_of(conditions.begin(), conditions.end(),
                       [&](const Condition* condition) { return holds_for(*condition, reader); });
  }
  const std::uint16_t dimension = dimensions[index];
  for (unsigned value = 0; value < 64; ++value) {
    if ((readers.possible[dimension] >> value & 1U) == 0 || is_refused(conditions, dimension, value))
      continue;
    reader[dimension] = value;
    if (some_value(readers, conditions, dimensions, index + 1, reader)) return true;
  }
  return false;
}

/// Adds the partials that reached pages include, directly or through other partials.
void add_included(const RestrictedTexts& texts, const ReachedGuards& guards, const PagesByPath& pages,
                  std::vector<bool>& reached) {
  for (bool again = true; again;) {
    again = false;
    for (const RestrictedInclude& include : texts.includes) {
      if (!guards.is_reached(include.guard) || !reached[texts.guards[include.guard].page]) continue;
      const auto target = pages.find(include.path);
      if (target == pages.end() || reached[target->second]) continue;
      reached[target->second] = true;
      again = true;
    }
  }
}

}  // namespace

bool some_reader(const ReaderSet& readers, std::span<const Condition* const> conditions) {
  std::set<std::uint16_t> named;
  for (const Condition* condition : conditions) {
    for (const Atom& atom : condition->atoms) named.insert(atom.dimension);
  }
  Reader reader(readers.possible.size(), 0);
  return some_value(readers, conditions, {named.begin(), named.end()}, 0, reader);
}

ReachedGuards::ReachedGuards(const Edition& edition)
    : edition_(edition),
      profile_(static_cast<std::uint32_t>(edition.profile - edition.project->profiles.data())),
      chains_{{everybody, {}, true}, {nobody_at_all, {}, false}} {}

void ReachedGuards::follow(const std::vector<Guard>& guards) {
  for (std::size_t index = chain_of_.size(); index < guards.size(); ++index)
    chain_of_.push_back(chain_of(guards[index]));
}

std::size_t ReachedGuards::chain_of(const Guard& guard) {
  const std::size_t outer = guard.parent == Guard::none ? everybody : chain_of_[guard.parent];
  const bool foreign = guard.profile != Guard::none && guard.profile != profile_;
  if (foreign || !chains_[outer].reached) return nobody_at_all;
  return guard.condition.always() ? outer : inner_chain(outer, guard.condition);
}

std::size_t ReachedGuards::inner_chain(std::size_t outer, const Condition& condition) {
  const auto [at, is_new] = by_condition_.try_emplace({outer, condition}, chains_.size());
  if (!is_new) return at->second;
  std::vector<const Condition*> all = {&condition};
  for (std::size_t chain = outer; chain != everybody; chain = chains_[chain].outer)
    all.push_back(&chains_[chain].condition);
  const bool reached = some_reader(edition_.bundle->space, all);
  chains_.push_back({outer, condition, reached});
  return at->second;
}

PagesByPath pages_by_path(const Edition& edition) {
  PagesByPath paths;
  const std::vector<Page>& pages = edition.project->pages;
  for (std::size_t index = 0; index < pages.size(); ++index) {
    const Page& page = pages[index];
    const bool own = page.overlay_of == edition.profile->id;
    if (page.language != edition.language || page.front.draft || (!own && !page.overlay_of.empty())) continue;
    const auto [at, is_new] = paths.try_emplace(page.path, index);
    if (is_new) continue;
    const bool content_is_there = pages[at->second].overlay_of.empty();
    const Page& content = content_is_there ? pages[at->second] : page;
    if (content.front.locked == own) continue;  // `page` is an overlay of a locked page, or an overlaid page
    at->second = index;
  }
  return paths;
}

std::vector<bool> shown_pages(const Edition& edition, const PagesByPath& pages) {
  std::vector<bool> shown(edition.project->pages.size(), false);
  for (const auto& [path, index] : pages) {
    const Page& page = edition.project->pages[index];
    const Condition* const condition = &page.front.condition;
    const bool kind =
        page.path.starts_with(kit_folder) == edition.bundle->is_kit;  // the roll-out kit has pages of its own
    shown[index] = !page.partial && kind && some_reader(edition.bundle->space, {&condition, 1});
  }
  return shown;
}

std::vector<bool> shown_guards(const RestrictedTexts& texts, const Edition& edition) {
  ReachedGuards guards(edition);
  guards.follow(texts.guards);
  const PagesByPath paths = pages_by_path(edition);
  std::vector<bool> pages = shown_pages(edition, paths);
  add_included(texts, guards, paths, pages);
  std::vector<bool> shown(texts.guards.size());
  for (std::uint32_t index = 0; index < shown.size(); ++index) {
    const std::uint32_t page = texts.guards[index].page;
    shown[index] = guards.is_reached(index) && (page == Guard::none || pages[page]);
  }
  return shown;
}

}  // namespace tailorbird
