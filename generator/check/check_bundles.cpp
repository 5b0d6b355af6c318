// Compares the bundles of a profile with each other. Reports copied bundles whose readers were not changed,
// and a bundle that lost the line that says who its readers are.

#include <algorithm>
#include <bit>
#include <fmt/format.h>
#include <vector>

#include "check/all_checks.hpp"

namespace tailorbird {
namespace {

bool share_one(const std::vector<std::string>& some, const std::vector<std::string>& others) {
  return std::find_first_of(some.begin(), some.end(), others.begin(), others.end()) != some.end();
}

/// Whether the two would give the same readers the same pages in the same format.
bool are_equal(const Bundle& one, const Bundle& other) {
  return one.space == other.space && share_one(one.languages, other.languages) &&
         share_one(one.formats, other.formats);
}

void check_copies(const Profile& profile, Diagnostics& diagnostics) {
  for (auto bundle = profile.bundles.begin(); bundle != profile.bundles.end(); ++bundle) {
    const auto same = std::find_if(profile.bundles.begin(), bundle,
                                   [&](const Bundle& before) { return are_equal(before, *bundle); });
    if (same == bundle) continue;
    diagnostics
        .add("bundle-repeated", bundle->where,
             fmt::format("the bundles `{}` and `{}` are for the same readers", same->id, bundle->id))
        .related.push_back({same->where, "the other one"});
  }
}

bool names(const Bundle& bundle, std::size_t dimension) {
  const std::vector<std::size_t>& named = bundle.named_dimensions;
  return std::find(named.begin(), named.end(), dimension) != named.end();
}

/// The only bundle that leaves a dimension open that all others fix, when there are at least two others; else
/// null.
const Bundle* only_open_one(const Profile& profile, std::size_t dimension) {
  const Bundle* open = nullptr;
  std::size_t decided = 0;
  for (const Bundle& bundle : profile.bundles) {
    if (bundle.is_kit) continue;  // the roll-out kit is for those who introduce the guidance
    if (std::has_single_bit(bundle.space.possible[dimension])) {
      ++decided;
    } else if (open != nullptr || names(bundle, dimension)) {
      return nullptr;
    } else {
      open = &bundle;
    }
  }
  return decided >= 2 ? open : nullptr;
}

/// The value that the bundle is named after: "managers" → "manager"; "…" when there is none.
std::string named_value(const Bundle& bundle, const Dimension& dimension) {
  const auto named = std::find_if(
      dimension.values.begin(), dimension.values.end(),
      [&](const DimensionValue& value) { return bundle.id == value.id || bundle.id == value.id + "s"; });
  return named != dimension.values.end() ? named->id : "…";
}

void check_open(const Profile& profile, const Site& site, Diagnostics& diagnostics) {
  for (std::size_t index = 0; index < site.dimensions.size(); ++index) {
    const Bundle* bundle = only_open_one(profile, index);
    if (bundle == nullptr) continue;
    const Dimension& dimension = site.dimensions[index];
    diagnostics.add("bundle-undecided", bundle->where,
                    fmt::format("the bundle `{}` is for every `{}`, while each other bundle is for one",
                                bundle->id, dimension.id),
                    fmt::format("name one, `fixed: {{{0}: {1}}}`; if it is for several, name these: `narrow: "
                                "{{{0}: … …}}`",
                                dimension.id, named_value(*bundle, dimension)));
  }
}

}  // namespace

void check_bundles(const Project& project, const ProgramOf&, Diagnostics& diagnostics) {
  for (const Profile& profile : project.profiles) {
    check_copies(profile, diagnostics);
    check_open(profile, project.site, diagnostics);
  }
}

}  // namespace tailorbird
