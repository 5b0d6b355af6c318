#include "render/svg.hpp"

#include <doctest/doctest.h>
#include <string>

namespace tailorbird {
namespace {

TEST_CASE("svg: drawings are safe") {
  for (
      const std::string svg : {
          R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>Leaf</title><path d="M0 0h9"/></svg>)svg",
          R"svg(<?xml version="1.0"?><!-- drawn by hand --><svg><g fill="url(#sun)"><use href="#leaf"/></g></svg>)svg",
          R"svg(<svg><defs><linearGradient id="sun"><stop offset="0" stop-color="#fff"/></linearGradient></defs></svg>)svg",
          R"svg(<svg><style>.a{fill:#0b5d5b}</style><path class="a" d="M0 0h9"/></svg>)svg",
          R"svg(<svg><text style="font-weight:600; fill: url('#sun')">a &lt; b</text></svg>)svg",
      }) {
    CAPTURE(svg);
    CHECK_FALSE(svg_problem(svg).has_value());
  }
}

TEST_CASE("svg: what runs or reaches out is refused, with its place") {
  struct Row {
    std::string svg;
    std::string what;
    std::size_t offset;
  };
  const Row rows[] = {
      {"<svg><script>alert(1)</script></svg>", "the element `script`", 5},
      {"<svg><SCRIPT/></svg>", "the element `script`", 5},
      {"<svg><svg:script/></svg>", "the element `svg:script`", 5},
      {"<svg onload=\"x()\"></svg>", "the script attribute `onload`", 5},
      {"<svg><path\nONCLICK='x()'/></svg>", "the script attribute `onclick`", 11},
      {"<svg><a href=\"#x\"/></svg>", "the element `a`", 5},
      {"<svg><foreignObject/></svg>", "the element `foreignobject`", 5},
      {"<svg><image href=\"https://x.example/a.png\"/></svg>", "the element `image`", 5},
      {"<svg><use xlink:href=\"https://x.example/#a\"/></svg>", "`href`, which reaches outside the file", 10},
      {"<svg><use href=\"data:image/svg+xml,x\"/></svg>", "`href`, which reaches outside the file", 10},
      {"<svg><path fill=\"url(https://x.example/)\"/></svg>", "`fill`, which reaches outside the file", 11},
      {"<svg><path style=\"fill:u\\72l(//x)\"/></svg>", "`style`, which reaches outside the file", 11},
      {"<svg><style>@import 'x'</style></svg>", "a `style` that reaches outside the file", 5},
      {"<svg><animate attributeName=\"href\"/></svg>", "the element `animate`", 5},
      {"<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg/>", "a declaration (`<!` or `<?`)", 0},
      {"<?xml-stylesheet href=\"x.css\"?><svg/>", "a declaration (`<!` or `<?`)", 0},
      {"<svg><path d=M0/></svg>", "an attribute without quotes", 11},
      {"<svg><path d=\"M0\"", "an unclosed tag", 17},
  };
  for (const Row& row : rows) {
    CAPTURE(row.svg);
    const auto problem = svg_problem(row.svg);
    REQUIRE(problem.has_value());
    CHECK(problem->what == row.what);
    CHECK(problem->offset == row.offset);
  }
}

}  // namespace
}  // namespace tailorbird
