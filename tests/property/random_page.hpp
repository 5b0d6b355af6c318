#pragma once
// Made-up pages and projects of them: every construct of the language, with conditions wherever they can
// stand.

#include <string>
#include <vector>

#include "property/piece.hpp"
#include "property/random_words.hpp"

namespace tailorbird::test {

struct RandomFile {
  std::string path;          // "a.md"
  std::string front_matter;  // without the dashes
  std::vector<Piece> blocks;

  std::string text() const { return "---\n" + front_matter + "---\n\n" + markdown_of(blocks); }
};

using RandomProject = std::vector<RandomFile>;

RandomProject random_project(std::uint64_t seed, const Constructs& constructs);

}  // namespace tailorbird::test
