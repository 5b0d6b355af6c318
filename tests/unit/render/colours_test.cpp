#include "render/colours.hpp"

#include <doctest/doctest.h>
#include <string>

namespace tailorbird {
namespace {

TEST_CASE("colours: what is a colour") {
  for (const char* text : {"#0b5d5b", "#0B5D5B", "#abc", "#000"}) {
    CAPTURE(text);
    CHECK(parse_colour(text).has_value());
  }
  for (const char* text : {"", "#", "red", "#12", "#12345", "#12345g", "0b5d5b0", "#-1-1-1"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_colour(text).has_value());
  }
  CHECK(colour_text(*parse_colour("#AbC")) == "#aabbcc");
}

TEST_CASE("colours: contrast is that of WCAG") {
  const Rgb white{1, 1, 1};
  CHECK(contrast(white, {0, 0, 0}) == doctest::Approx(21));
  CHECK(contrast(white, white) == doctest::Approx(1));
  CHECK(contrast(*parse_colour("#777777"), white) == doctest::Approx(4.48).epsilon(0.01));
}

TEST_CASE("colours: a readable colour stays as it is, another is moved just far enough") {
  const Rgb paper = *parse_colour("#f4ede2");
  const Rgb night = *parse_colour("#2a3634");
  SUBCASE("dark on light") { CHECK(colour_text(readable_on(paper, *parse_colour("#0b5d5b"))) == "#0b5d5b"); }
  SUBCASE("too light on light becomes darker") {
    const Rgb used = readable_on(paper, *parse_colour("#ffd400"));
    CHECK(contrast(paper, used) >= 4.5);
    CHECK(contrast(paper, used) < 4.8);
    CHECK(used.red > used.blue);  // still a yellow
  }
  SUBCASE("too dark on dark becomes lighter") {
    const Rgb used = readable_on(night, *parse_colour("#0b5d5b"));
    CHECK(contrast(night, used) >= 4.5);
    CHECK(used.green > used.red);
  }
  SUBCASE("whatever the colour, the result can be read") {
    for (int red = 0; red < 256; red += 51) {
      for (int green = 0; green < 256; green += 51) {
        for (int blue = 0; blue < 256; blue += 51) {
          const Rgb colour{red / 255.0, green / 255.0, blue / 255.0};
          CHECK(contrast(paper, readable_on(paper, colour)) >= 4.5);
          CHECK(contrast(night, readable_on(night, colour)) >= 4.5);
        }
      }
    }
  }
}

TEST_CASE("colours: a tint keeps its own colour readable") {
  const Rgb white{1, 1, 1};
  const Rgb teal = *parse_colour("#0b5d5b");
  CHECK(colour_text(tint(white, teal)) == "#e9f0f0");
  const Rgb barely = readable_on(white, *parse_colour("#777777"));
  CHECK(contrast(tint(white, barely), barely) >= 4.5);
}

}  // namespace
}  // namespace tailorbird
