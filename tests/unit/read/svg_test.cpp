#include "read/pages/svg.hpp"

#include <doctest/doctest.h>
#include <string>

namespace tailorbird {
namespace {

/// A drawing around `inside`.
std::string svg(const std::string& inside) {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\">" + inside + "</svg>";
}

std::string copy(const std::string& file) {
  const SvgCopy copy = copy_svg(file);
  return copy.problem ? "refused: " + copy.problem->what : copy.bytes;
}

std::string problem(const std::string& file) {
  const SvgCopy copy = copy_svg(file);
  return copy.problem ? copy.problem->what : "none";
}

}  // namespace

TEST_CASE("svg: drawings are written anew, without what does not draw") {
  CHECK(copy("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- by hand -->\n" +
             svg("<title>Leaf</title><path d='M0 0h9'/>")) ==
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>Leaf</title><path d=\"M0 0h9\"></path></svg>\n");
  CHECK(copy(svg("<!-- x --><g inkscape:label=\"a\" data-name=\"b\" fill=\"url(#sun)\"><use "
                 "xlink:href=\"#leaf\"/></g>")) ==
        svg("<g fill=\"url(#sun)\"><use href=\"#leaf\"></use></g>") + "\n");
  CHECK(copy(svg("<metadata><rdf:RDF><x onload=\"y\"/></rdf:RDF></metadata>")) == svg("") + "\n");
  CHECK(copy(svg("<style><![CDATA[.a>b{fill:#0b5d5b}]]></style>")) ==
        svg("<style>.a&gt;b{fill:#0b5d5b}</style>") + "\n");
  CHECK(copy(svg("<text style=\"font-weight:600; fill: url('#sun')\">é &lt; b</text>")) ==
        svg("<text style=\"font-weight:600; fill: url('#sun')\">é &lt; b</text>") + "\n");
}

TEST_CASE("svg: what runs or reaches out is refused") {
  struct Row {
    std::string inside;
    std::string what;
  };
  const Row rows[] = {
      {"<script>alert(1)</script>", "the element `script`"},
      {"<SCRIPT/>", "the element `SCRIPT`"},
      {"<svg:script/>", "the element `svg:script`"},
      {"<path\nONCLICK='x()'/>", "the script attribute `ONCLICK`"},
      {"<path x:onclick='x()'/>", "the script attribute `onclick`"},
      {"<a href=\"#x\"/>", "the element `a`"},
      {"<foreignObject/>", "the element `foreignObject`"},
      {"<image href=\"https://x.example/a.png\"/>", "the element `image`"},
      {"<animate attributeName=\"href\"/>", "the element `animate`"},
      {"<use xlink:href=\"https://x.example/#a\"/>", "`href`, which reaches outside the file"},
      {"<use href=\"data:image/svg+xml,x\"/>", "`href`, which reaches outside the file"},
      {"<path fill=\"url(https://x.example/)\"/>", "`fill`, which reaches outside the file"},
      {"<path fill=\"image-set('//x.example/a' 1x)\"/>", "`fill`, which reaches outside the file"},
      {"<path style=\"fill:u\\72l(//x)\"/>", "`style`, which reaches outside the file"},
      {"<path style=\"fill:u/**/rl(//x)\"/>", "`style`, which reaches outside the file"},
      {"<path style=\"fill:&#117;rl(//x)\"/>", "`style`, which reaches outside the file"},
      {"<style>@import 'x'</style>", "a `style` that reaches outside the file"},
      {"<style>a{fill:url(//x)}</style>", "a `style` that reaches outside the file"},
      {"<style><g/></style>", "an element in a `style`"},
      {"<style>" + std::string(longest_svg_style + 1, 'a') + "</style>",
       "a `style` of 16385 bytes, more than 16384"},
      {"<g xmlns=\"http://www.w3.org/1999/xhtml\"/>", "the namespace `http://www.w3.org/1999/xhtml`"},
      {"<text>&#1;</text>", "an invisible character"},
      {"<?php x ?>", "a declaration (`<!` or `<?`)"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.inside);
    CHECK(problem(svg(row.inside)) == row.what);
  }
  CHECK(copy_svg("<svg><g/><script/></svg>").problem->offset == 9);
  CHECK(copy_svg("<svg><path d=\"M0\" onclick=\"x\"/></svg>").problem->offset == 18);
  CHECK(problem(svg("<style>" + std::string(longest_svg_style, 'a') + "</style>")) == "none");
}

TEST_CASE("svg: only XML in UTF-8 is read, whatever the file declares") {
  CHECK(problem("<?xml version=\"1.0\" encoding=\"ISO-2022-JP\"?>" + svg("<!-- a -\x1b(B-><script/>")) ==
        "the encoding `ISO-2022-JP`, where only UTF-8 is read");
  CHECK(problem(svg("<title>caf\xE9</title>")) == "a byte that is not UTF-8");
  CHECK(problem("<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg/>") ==
        "a declaration (`<!` or `<?`), or something beside the drawing");
  CHECK(problem("<?xml-stylesheet href=\"x.css\"?><svg/>") ==
        "a declaration (`<!` or `<?`), or something beside the drawing");
  CHECK(problem("<svg/><svg/>") == "a declaration (`<!` or `<?`), or something beside the drawing");
  CHECK(problem("<html/>") == "no element `svg`");
  CHECK(problem("<svg><path d=M0/></svg>").starts_with("something that is not XML"));
  CHECK(problem("<svg><path d=\"M0\"").starts_with("something that is not XML"));
  CHECK(problem("").starts_with("something that is not XML"));
}

TEST_CASE("svg: two hundred elements inside each other are read, one more is not") {
  const auto nested = [](unsigned count) {
    std::string inside;
    for (unsigned level = 0; level < count; ++level) inside = "<g>" + inside + "</g>";
    return svg(inside);
  };
  CHECK(problem(nested(deepest_svg - 1)) == "none");
  CHECK(problem(nested(deepest_svg)) == "more than 200 elements inside each other");
}

}  // namespace tailorbird
