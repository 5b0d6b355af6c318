#include "report/output_text.hpp"

#include <doctest/doctest.h>

#include "support/temp_dir.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

constexpr std::string_view page =
    "<html><head><title>T</title></head><body><nav>Menu</nav><main><article class=\"prose\">\n<h1>The "
    "talk</h1>\n<p>Find a "
    "<em>quiet</em>\nroom.</p><ul><li>One</li><li>Two</li></ul></article></main></body></html>";

}  // namespace

TEST_CASE("output text: a page is its title and a line for each block of its article") {
  const OutputPage read = read_output_page(page);
  CHECK(read.title == "The talk");
  CHECK(read.lines == std::vector<std::string>{"The talk", "Find a quiet room.", "One", "Two"});
}

TEST_CASE("output text: the version of a page is no part of its text") {
  const OutputPage read = read_output_page(
      "<article><h1>Talk</h1><p>Checked today. <span class=\"page-version\">Version 3f2a91bc</span></p>"
      "<p>Room <span class=\"page-version\">1</span>12345678</p></article>");
  CHECK(read.lines == std::vector<std::string>{"Talk", "Checked today.", "Room 12345678"});
}

TEST_CASE("output text: a folder has pages by edition, and other formats do not count") {
  const TempDir dir;
  dir.write("one/managers/site/en/plan/talk.html", page);
  dir.write("one/managers/site/index.html", page);
  dir.write("one/managers/other/en/plan/talk.html", page);
  const Result<OutputEditions> editions = read_output_folder(dir.path());
  REQUIRE(editions);
  REQUIRE(editions->size() == 1);
  CHECK(editions->at("one/managers/en").at("plan/talk.html").title == "The talk");
}

TEST_CASE("output text: a folder without pages, or none at all, is an error") {
  const TempDir dir;
  CHECK(!read_output_folder(dir.path()));
  CHECK(!read_output_folder(dir.path() / "none"));
}
