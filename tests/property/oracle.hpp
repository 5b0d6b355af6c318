#pragma once
// Builds a made-up project, builds what cut_source leaves of it for each edition, and compares the pages.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "property/random_page.hpp"
#include "support/cut_source.hpp"

namespace tailorbird::test {

/// An edition of the made-up site: which of its bundles, and who its readers are.
struct MadeEdition {
  std::string profile;
  std::string bundle;
  EditionReaders readers;
};
const std::vector<MadeEdition>& made_editions();

struct Difference {
  std::optional<std::size_t> edition;  // index in made_editions(); nothing: all of them
  std::string page;                    // "en/a.html"; empty: a project that cannot be built
  std::string report;                  // the pages' difference, or what the program said
};

struct Comparison {
  std::size_t pages = 0;
  std::vector<Difference> differences;
};

/// Compares all editions, or the one at `only`.
Comparison compare_with_cut(const RandomProject& project, std::optional<std::size_t> only = {});

/// A page as compared: spaces between tags aside, and ids that the program made up numbered in their order.
std::string comparable(const std::string& html);

}  // namespace tailorbird::test
