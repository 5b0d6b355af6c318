#include "render/page_version.hpp"

#include <doctest/doctest.h>
#include <ostream>

using namespace tailorbird;

namespace {

std::string page(const std::string& words) {
  return with_page_version("<p>" + words + "</p><p>Version " + std::string(page_version_hole) + "</p>");
}

}  // namespace

TEST_CASE("page version: eight digits in each hole, the same for the same bytes on any machine") {
  CHECK(page("Rest.") == "<p>Rest.</p><p>Version af561a67</p>");
  CHECK(page("Rest.") == page("Rest."));
  const std::string hole(page_version_hole);
  const std::string twice = with_page_version(hole + hole);
  CHECK(twice.size() == 16);
  CHECK(twice.substr(0, 8) == twice.substr(8));
}

TEST_CASE("page version: another byte is another version") { CHECK(page("Rest.") != page("Rest!")); }

TEST_CASE("page version: a document without a place for it stays as it is") {
  CHECK(with_page_version("<p>Rest.</p>") == "<p>Rest.</p>");
  CHECK(with_page_version("").empty());
}
