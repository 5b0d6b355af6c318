#include "tailor/navigation.hpp"

#include <algorithm>
#include <bit>

#include "tailor/page_order.hpp"

namespace tailorbird {
namespace {

/// The values of the path dimension that a page names, of those possible in the edition; none when it names
/// none.
ValueSet path_values(const Edition& edition, const Page& page, std::size_t dimension) {
  for (const Atom& atom : page.front.condition.atoms) {
    if (atom.dimension == dimension) return atom.values & edition.space.possible[dimension];
  }
  return 0;
}

/// Whether the page is for one value of the path dimension only.
bool names_one_value(const Page& page, std::size_t dimension) {
  return std::any_of(
      page.front.condition.atoms.begin(), page.front.condition.atoms.end(),
      [&](const Atom& atom) { return atom.dimension == dimension && std::has_single_bit(atom.values); });
}

void make_tree(const Edition& edition, Navigation& navigation) {
  navigation.home = edition.find("index.md");
  for (std::size_t index = 0; index < edition.pages.size(); ++index) {
    const int parent = section_of(edition, edition.page(index).path);
    navigation.nodes.push_back({index, parent, {}, -1});
    navigation.reading.push_back(index);
  }
  // Pages are in reading order, so children and top come out in theirs.
  for (std::size_t index = 0; index < navigation.nodes.size(); ++index) {
    const int parent = navigation.nodes[index].parent;
    if (parent >= 0) {
      navigation.nodes[static_cast<std::size_t>(parent)].children.push_back(index);
    } else if (static_cast<int>(index) != navigation.home) {
      navigation.top.push_back(index);
    }
  }
}

Step make_step(const Edition& edition, std::size_t dimension, std::size_t value) {
  Step step;
  step.value = value;
  for (std::size_t index = 0; index < edition.pages.size(); ++index) {
    const Page& page = edition.page(index);
    if ((path_values(edition, page, dimension) >> value & 1U) == 0) continue;
    step.pages.push_back(index);
    if (is_index(page.path) && names_one_value(page, dimension)) step.landings.push_back(index);
  }
  return step;
}

/// A page belongs to the step it alone names; else to its section's step, unless it names others only.
void assign_steps(const Edition& edition, std::size_t dimension, Navigation& navigation) {
  for (std::size_t index = 0; index < navigation.nodes.size(); ++index) {
    NavNode& node = navigation.nodes[index];
    const ValueSet values = path_values(edition, edition.page(index), dimension);
    const int section_step =
        node.parent < 0 ? -1 : navigation.nodes[static_cast<std::size_t>(node.parent)].step;
    for (std::size_t step = 0; step < navigation.steps.size(); ++step) {
      const std::size_t value = navigation.steps[step].value;
      const bool alone = values == ValueSet{1} << value;
      const bool inherited =
          static_cast<int>(step) == section_step && (values == 0 || (values >> value & 1U) != 0);
      if (alone || inherited) node.step = static_cast<int>(step);
    }
  }
}

}  // namespace

Navigation make_navigation(const Edition& edition) {
  Navigation navigation;
  make_tree(edition, navigation);
  if (!edition.project->site.path_dimension) return navigation;
  const std::size_t dimension = *edition.project->site.path_dimension;
  const std::size_t values = edition.project->site.dimensions[dimension].values.size();
  for (std::size_t value = 0; value < values; ++value) {
    Step step = make_step(edition, dimension, value);
    if (!step.pages.empty()) navigation.steps.push_back(std::move(step));
  }
  assign_steps(edition, dimension, navigation);
  return navigation;
}

}  // namespace tailorbird
