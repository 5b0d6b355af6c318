#pragma once
// Renews the lists of packages in a roll-out kit that is reused: nothing else in it depends on other bundles.

#include <vector>

#include "build/bundle_run.hpp"

namespace tailorbird {

/// Takes the lists of the last build out of `packages`, the only one of which is the kit of `edition`.
std::vector<WrittenFile> take_package_lists(const Edition& edition, std::vector<KeptPackage>& packages);

/// Stages the lists as they are now and adds them to `packages`. One that is not among those `before` is
/// searched for everything that the kit with `editions` must not contain, and its prints are added to
/// `search`. False when it contains such a thing or cannot be written: then the kit must be made.
bool add_package_lists(const std::vector<const Edition*>& editions, const BuildSetting& setting,
                       const std::vector<WrittenFile>& before, std::vector<KeptPackage>& packages,
                       KeptSearch& search);

}  // namespace tailorbird
