#include "write/paper_parts.hpp"

#include <doctest/doctest.h>

using namespace tailorbird;

TEST_CASE("paper parts: sheets and the first key points of a page, written for HTML and XML alike") {
  const auto parts = paper_parts(
      "<section><h1>The plan</h1><div class=\"key-points\"><p>In short</p><ul><li>One <b>now</b>"
      "</li><li>Two</li></ul></div><div class=\"key-points\"><ul><li>Later</li></ul></div>"
      "<div class=\"checklist sheet\" id=\"list\"><span class=\"box\"></span>Call<br/></div>"
      "<div class=\"plan sheet\">A form</div></section>");
  REQUIRE(parts);
  CHECK(parts->points == std::vector<std::string>{"One <b>now</b>", "Two"});
  REQUIRE(parts->sheets.size() == 1);
  CHECK(parts->sheets[0].page == "The plan");
  CHECK(parts->sheets[0].xml == "<div class=\"checklist sheet\"><span class=\"box\"></span>Call<br/></div>");
}

TEST_CASE("paper parts: what is handed out has no links into the booklet, but numbers to call") {
  const auto parts = paper_parts(
      "<section><h1>The plan</h1><div class=\"key-points\"><ul><li>Ask the <a class=\"term\" "
      "href=\"#plan--tb-term-nurse\">nurse</a></li></ul></div><div class=\"checklist sheet\">"
      "<a href=\"#plan--talk\">Talk</a>, <a href=\"tel:+441632960111\">call</a></div></section>");
  REQUIRE(parts);
  CHECK(parts->points == std::vector<std::string>{"Ask the <span class=\"term\">nurse</span>"});
  REQUIRE(parts->sheets.size() == 1);
  CHECK(parts->sheets[0].xml ==
        "<div class=\"checklist sheet\"><span>Talk</span>, <a href=\"tel:+441632960111\">call</a></div>");
}

TEST_CASE("paper parts: what is not well-formed is told") { CHECK_FALSE(paper_parts("<p>open")); }
