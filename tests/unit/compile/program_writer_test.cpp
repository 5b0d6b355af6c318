#include "compile/program_writer.hpp"

#include <doctest/doctest.h>

#include "support/compiled_page.hpp"

namespace tailorbird::test {

TEST_CASE("program writer: neighbours of one kind are one instruction") {
  Program program;
  ProgramWriter writer(program);
  writer.literal("<p>");
  writer.literal("<em>");
  writer.text("a & ");
  writer.text("\u00e9");
  writer.literal("</em>");
  REQUIRE(program.code.size() == 3);
  CHECK(program.piece(program.code[0]) == "<p><em>");
  CHECK(program.piece(program.code[1]) == "a & \u00e9");
  CHECK(program.piece(program.code[2]) == "</em>");
}

TEST_CASE("program writer: a piece that stands for itself is not joined to what comes before") {
  Program program;
  ProgramWriter writer(program);
  writer.text("a");
  CHECK(writer.mark() == 1);
  writer.text("b");
  writer.separate();
  writer.text("c");
  CHECK(program.code.size() == 3);
}

TEST_CASE("program writer: a line end is written once, and none at the beginning of a piece") {
  Program program;
  ProgramWriter writer(program);
  writer.fresh_line();
  writer.literal("<p>");
  writer.fresh_line();
  writer.fresh_line();
  writer.mark();
  writer.fresh_line();
  CHECK(program.text == "<p>\n");
}

TEST_CASE("program writer: words stay UTF-8; the value of an attribute is markup") {
  Program program;
  ProgramWriter writer(program);
  writer.text("<b> & \"\u00e9\"");
  writer.literal("<code");
  writer.attribute("class", "a\"b&\u00e9");
  writer.literal(">");
  CHECK(program.piece(program.code[0]) == "<b> & \"\u00e9\"");
  CHECK(program.piece(program.code[1]) == "<code class=\"a&quot;b&amp;&#233;\">");
}

TEST_CASE("program writer: an empty text is no instruction") {
  Program program;
  ProgramWriter writer(program);
  writer.text("");
  writer.literal("");
  CHECK(program.code.empty());
}

}  // namespace tailorbird::test
