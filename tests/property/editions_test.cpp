// An edition equals the build of its own source: what is cut out of the Markdown by hand
// (support/cut_source.hpp) and built without conditions gives the same pages, for every construct, in every
// edition of random projects.
//
//   TAILORBIRD_SEED=17 TAILORBIRD_PROJECTS=500 property_test    other projects, and more of them

#include <cstdlib>
#include <doctest/doctest.h>
#include <iostream>
#include <string>

#include "property/oracle.hpp"
#include "property/shrink.hpp"

namespace tailorbird::test {
namespace {

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text != nullptr ? std::strtoull(text, nullptr, 10) : otherwise;
}

std::string source_of(const RandomProject& project) {
  std::string text;
  for (const RandomFile& file : project) text += "==> content/en/" + file.path + "\n" + file.text();
  return text;
}

std::string name_of(std::optional<std::size_t> edition) {
  return edition ? made_editions()[*edition].profile + "/" + made_editions()[*edition].bundle
                 : "all editions";
}

void report(std::uint64_t seed, const RandomProject& project, const Comparison& failure) {
  const RandomProject small = shrunk(project, failure);
  const Comparison again = compare_with_cut(small);
  const Difference& first = again.differences.empty() ? failure.differences[0] : again.differences[0];
  FAIL_CHECK("TAILORBIRD_SEED=" << seed << " TAILORBIRD_PROJECTS=1\n"
                                << name_of(first.edition) << " " << first.page << "\n"
                                << first.report << "\nof the project\n"
                                << source_of(small));
}

}  // namespace

TEST_CASE("editions: each equals the build of its own source") {
  const std::uint64_t seed = number_from("TAILORBIRD_SEED", 2010);
  const std::uint64_t projects = number_from("TAILORBIRD_PROJECTS", 20);
  std::size_t pages = 0;
  int failed = 0;
  for (std::uint64_t number = 0; number < projects && failed < 3; ++number) {
    const RandomProject project = random_project(seed + number, {});
    const Comparison comparison = compare_with_cut(project);
    pages += comparison.pages;
    if (comparison.differences.empty()) continue;
    ++failed;
    report(seed + number, project, comparison);
  }
  std::cout << "editions: " << pages << " pages of " << projects
            << " projects compared, TAILORBIRD_SEED=" << seed << "\n";
  CHECK(pages >= projects * 40);
}

}  // namespace tailorbird::test
