#pragma once
// The made-up site's dimensions, its readers, and random conditions on them.
//
//   audience: manager employee hr     phase: away plan back     country: nl gb
//   conditions: early (phase away), dutch-manager (audience manager, country nl)

#include <bitset>
#include <string>
#include <vector>

#include "support/random.hpp"

namespace tailorbird::test {

/// One bit for each combination of values.
using Readers = std::bitset<18>;

struct SiteDimension {
  std::string id;
  std::vector<std::string> values;
};
const std::vector<SiteDimension>& site_dimensions();

/// What site.yaml says of them, and the rest of that file.
std::string site_yaml();

struct RandomCondition {
  std::string mark;  // `.only audience="manager hr" phase="plan"`
  Readers readers;   // who meets it
};

/// A condition that somebody in `within` meets.
RandomCondition random_condition(Random& random, const Readers& within);

/// One atom of `.only`, as parts of components take it.
RandomCondition random_only(Random& random, const Readers& within);

/// Those among `within` whom a front matter line `audience: manager hr` means, and the line.
RandomCondition random_front_matter(Random& random);

}  // namespace tailorbird::test
