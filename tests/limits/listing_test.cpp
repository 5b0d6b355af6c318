// Thousands of pages in one place: what is written grows as the number of pages does, and each page can be
// reached from the list that it belongs to. Bytes are counted, so that a busy machine changes nothing.

#include <algorithm>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <ostream>
#include <string>

#include "system/project.hpp"

using namespace tailorbird::test;

namespace {

/// Where many pages can be, and which page lists them.
struct Place {
  std::string_view name;
  std::string_view folder;     // below content/en/
  std::string_view front;      // in each page's front matter
  std::string_view index;      // the section's own page; empty: none
  std::string_view listed_in;  // below the bundle's folder
};

constexpr Place places[] = {
    {"a section", "many/", "", "---\ntitle: Many\n---\n\nWords.\n", "en/many/index.html"},
    {"beside the start page", "", "", "", "en/index.html"},
    {"a step without a first page", "", "phase: many\n", "", "en/index.html"},
    {"a step with a first page", "many/", "", "---\ntitle: Many\nphase: many\n---\n\nWords.\n",
     "en/many/index.html"},
};

constexpr std::string_view site =
    "title: Guide\nlanguages: [en]\ndimensions:\n  phase:\n    label: Phase\n    values: {many: {label: "
    "Many}, few: {label: Few}}\n"
    "navigation: {path: phase}\n";
constexpr std::string_view profile =
    "organisation: {name: Mill}\nlanguages: [en]\nbundles:\n  - {id: all, title: All, formats: [site]}\n";

std::string page_path(const Place& place, std::size_t number) {
  return fmt::format("{}page-{:05}", place.folder, number);
}

/// The output of a project with so many pages in one place.
Tree built(const Place& place, std::size_t pages) {
  const TempDir dir;
  dir.write("content/site.yaml", std::string(site));
  dir.write("profiles/mill.yaml", std::string(profile));
  dir.write("content/en/index.md", "---\ntitle: Start\nlayout: start\n---\n\nWords.\n");
  if (!place.index.empty())
    dir.write(fmt::format("content/en/{}index.md", place.folder), std::string(place.index));
  for (std::size_t number = 0; number < pages; ++number) {
    dir.write(fmt::format("content/en/{}.md", page_path(place, number)),
              fmt::format("---\ntitle: Page {:05}\n{}---\n\nWords.\n", number, place.front));
  }
  const ProgramRun run = run_tailorbird(dir, {"build", "--out", "out", "--no-zip"});
  CAPTURE(message_of(run));
  REQUIRE(run.status == 0);
  return read_tree(dir.path() / "out/mill/all/site");
}

std::size_t bytes_of(const Tree& output) {
  std::size_t bytes = 0;
  for (const auto& [path, text] : output) bytes += text.size();
  return bytes;
}

std::size_t largest_page(const Tree& output, std::string_view but) {
  std::size_t largest = 0;
  for (const auto& [path, text] : output) {
    if (path.ends_with(".html") && path != but) largest = std::max(largest, text.size());
  }
  return largest;
}

}  // namespace

TEST_CASE("limits: twice the pages in one place are twice the bytes, and no other page grows") {
  for (const Place& place : places) {
    CAPTURE(place.name);
    const Tree first = built(place, 250);
    const Tree second = built(place, 500);
    const Tree third = built(place, 1000);
    const double one = static_cast<double>(bytes_of(second) - bytes_of(first));
    const double two = static_cast<double>(bytes_of(third) - bytes_of(second));
    MESSAGE(place.name, ": ", bytes_of(first), ", ", bytes_of(second), ", ", bytes_of(third),
            " bytes; the list ", first.at(std::string(place.listed_in)).size(), ", ",
            third.at(std::string(place.listed_in)).size());
    CHECK(two < 2.1 * one);
    CHECK(largest_page(third, place.listed_in) < largest_page(first, place.listed_in) + 200);
  }
}

TEST_CASE("limits: more than sixty pages fold into groups, and each is still linked") {
  for (const Place& place : places) {
    CAPTURE(place.name);
    for (const std::size_t pages : {60U, 61U, 500U}) {
      CAPTURE(pages);
      const Tree output = built(place, pages);
      const std::string& list = output.at(std::string(place.listed_in));
      CHECK((list.find("<details>\n<summary>") != std::string::npos) == (pages > 60));
      std::size_t linked = 0;
      for (std::size_t number = 0; number < pages; ++number) {
        const std::string path =
            page_path(place, number).substr(place.listed_in == "en/index.html" ? 0 : place.folder.size());
        if (list.find(fmt::format("href=\"{}.html\"", path)) != std::string::npos ||
            list.find(fmt::format("/{}.html\"", path)) != std::string::npos)
          ++linked;
      }
      CHECK(linked == pages);
    }
  }
}
