#pragma once
// "Did you mean" suggestions: the most similar of a closed list of names.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tailorbird {

/// The candidate nearest to `name` by edit distance (with transpositions, case ignored), or empty when none
/// is near enough (at most a third of the letters may differ). Of names that differ in a number alone, none
/// is guessed: S018 is not S108, but S18.
std::string nearest(std::string_view name, const std::vector<std::string>& candidates);

/// "did you mean `x`?" or, when no candidate is near, "one of: a, b, c" (at most twelve), or empty when there
/// are no candidates.
std::string suggestion(std::string_view name, const std::vector<std::string>& candidates);

/// The same for a key of a map that has the keys `present`: what is there already is not advised once more.
std::string key_suggestion(std::string_view key, const std::vector<std::string>& candidates,
                           const std::vector<std::string>& present);

}  // namespace tailorbird
