#include "read/pages/drawing.hpp"

#include <doctest/doctest.h>
#include <string>

namespace {

using namespace tailorbird;

std::string svg(const std::string& shapes, const std::string& root = "viewBox=\"0 0 240 160\"") {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" " + root + ">" + shapes + "</svg>";
}

struct Row {
  std::string what;
  std::string file;
};

}  // namespace

TEST_CASE("drawings: shapes with the theme's classes go into pages as they are") {
  const Picture picture = read_svg(
      svg("<rect class=\"soft\" fill=\"#e3eeec\" x=\"20\" y=\"18\" width=\"200\" height=\"120\" rx=\"18\"/>"
          "<path class=\"line\" fill=\"none\" stroke-width=\"4\" d=\"M58 118h124\"/>"));
  CHECK(picture.is_drawing());
  CHECK(picture.view_box == "0 0 240 160");
  CHECK(picture.shapes ==
        "<rect class=\"soft\" fill=\"#e3eeec\" x=\"20\" y=\"18\" width=\"200\" height=\"120\" rx=\"18\"/>"
        "<path class=\"line\" fill=\"none\" stroke-width=\"4\" d=\"M58 118h124\"/>");
}

TEST_CASE("drawings: groups stay, comments, space between shapes and the declaration do not") {
  const Picture picture = read_svg("<?xml version=\"1.0\"?>\n<!-- by hand -->\n" +
                                   svg("\n <g transform=\"rotate(45 120 80)\">\n <!-- sun --> <circle "
                                       "cx='120'  cy='80'\n r='9'></circle>\n </g>\n"));
  CHECK(picture.shapes == "<g transform=\"rotate(45 120 80)\"><circle cx=\"120\" cy=\"80\" r=\"9\"/></g>");
}

TEST_CASE("drawings: the size is what the file asks for, else that of its coordinates") {
  const auto size = [](const std::string& root) {
    const Picture picture = read_svg(svg("<rect width=\"1\" height=\"1\"/>", root));
    return std::to_string(picture.width) + " x " + std::to_string(picture.height);
  };
  CHECK(size("viewBox=\"0 0 240 160\"") == "240 x 160");
  CHECK(size("viewBox=\"0 0 240 160\" width=\"120\" height=\"80px\"") == "120 x 80");
  CHECK(size("viewBox=\"0 0 24.6 16\" width=\"100%\" height=\"auto\"") == "25 x 16");
  CHECK(size("width=\"120\" height=\"80\"") == "120 x 80");
  CHECK(size("viewBox=\"0 0 0 0\"") == "0 x 0");
  CHECK(size("viewBox=\"0 0 1e9 1e9\"") == "0 x 0");
  CHECK(size("viewBox=\"-1 nan\"") == "0 x 0");
}

TEST_CASE("drawings: a file with anything beyond the lists stays a file of its own") {
  const Row rows[] = {
      {"a script", svg("<script>alert(1)</script>")},
      {"a handler", svg("<rect onclick=\"alert(1)\" width=\"1\" height=\"1\"/>")},
      {"a handler on the root", svg("<rect width=\"1\"/>", "viewBox=\"0 0 1 1\" onload=\"alert(1)\"")},
      {"a style sheet", svg("<style>rect{fill:red}</style><rect width=\"1\"/>")},
      {"a style attribute", svg("<rect style=\"fill:red\" width=\"1\"/>")},
      {"a link", svg("<a href=\"https://example.org\"><rect width=\"1\"/></a>")},
      {"a use of something", svg("<use href=\"#x\"/>")},
      {"a picture in it", svg("<image href=\"https://example.org/a.png\"/>")},
      {"another document in it", svg("<foreignObject><p>x</p></foreignObject>")},
      {"words", svg("<text x=\"1\" y=\"1\">Plan</text>")},
      {"words between shapes", svg("Plan <rect width=\"1\"/>")},
      {"a title", svg("<title>Plan</title><rect width=\"1\"/>")},
      {"raw text", svg("<![CDATA[<script>]]><rect width=\"1\"/>")},
      {"an id, which could meet one of the page", svg("<rect id=\"tb-main\" width=\"1\"/>")},
      {"a class that is not a colour", svg("<rect class=\"ink skip\" width=\"1\"/>")},
      {"a colour from elsewhere", svg("<rect fill=\"url(https://example.org/#a)\" width=\"1\"/>")},
      {"a gradient", svg("<rect fill=\"URL(#a)\" width=\"1\"/>")},
      {"a quote hidden in a value", svg("<rect fill=\"red&quot; onclick=&quot;x\" width=\"1\"/>")},
      {"a sign that is no ASCII", svg("<rect fill=\"r\xc3\xa9\" width=\"1\"/>")},
      {"a prefix", svg("<x:rect xmlns:x=\"http://www.w3.org/1999/xhtml\" width=\"1\"/>")},
      {"another namespace",
       "<svg xmlns=\"http://www.w3.org/1999/xhtml\" viewBox=\"0 0 1 1\"><rect width=\"1\"/></svg>"},
      {"an entity of its own", "<!DOCTYPE svg [<!ENTITY a \"<script/>\">]>" + svg("<rect width=\"1\"/>")},
      {"an instruction", "<?xml-stylesheet href=\"a.css\"?>" + svg("<rect width=\"1\"/>")},
      {"no coordinates", svg("<rect width=\"1\"/>", "width=\"24\" height=\"16\"")},
      {"nothing in it", svg("")},
      {"more than four kilobytes", svg("<path d=\"" + std::string(4096, '1') + "\"/>")},
      {"no end", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><rect"},
      {"something else altogether", "GIF89a"},
      {"nothing", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Picture picture = read_svg(row.file);
    CHECK_FALSE(picture.is_drawing());
    CHECK(picture.view_box.empty());
  }
}

TEST_CASE("drawings: an SVG that is none still has its size") {
  const Picture picture = read_svg(svg("<text x=\"1\" y=\"1\">Plan</text>"));
  CHECK(picture.width == 240);
  CHECK(picture.height == 160);
}

TEST_CASE("drawings: shapes nested as deep as a file can hold are read to the end") {
  std::string deep = "<rect width=\"1\"/>";
  for (int level = 0; level < 550; ++level) deep = "<g>" + deep + "</g>";
  CHECK(read_svg(svg(deep)).is_drawing());
  std::string deeper;
  for (int level = 0; level < 100'000; ++level) deeper += "<g>";
  CHECK_FALSE(read_svg(svg(deeper)).is_drawing());
}
