#include "leak/uncut_text.hpp"

#include <doctest/doctest.h>

using namespace tailorbird;

TEST_CASE("uncut text: signs that nobody sees cut no sentence") {
  SUBCASE("lines of a calendar that go on") {
    CHECK(uncut_text("a.ics", "SUMMARY:Walk\\, and re\r\n st") == "SUMMARY:Walk, and rest");
  }
  SUBCASE("times between captions, and their numbers") {
    CHECK(
        uncut_text("a.vtt",
                   "WEBVTT\n\n1\n00:01.000 --> 00:02.000\nWalk\n\n2\n00:02.000 --> 00:03.000\nand rest\n") ==
        "WEBVTT\nWalk\nand rest\n");
  }
  SUBCASE("emphasis, links and escapes of Markdown") {
    CHECK(uncut_text("a.md", "*Walk* [and](b.md) re**st**\\_") == "Walk and rest_");
    CHECK(uncut_text("a.txt", "an [open](bracket\nand a word") == "an open(bracket\nand a word");
  }
  SUBCASE("escapes of styles, which stay entities") {
    CHECK(uncut_text("a.css", "\"W\\61lk \\0000e9 t\\\nrest\"") == "\"W&#97;lk &#233;trest\"");
    CHECK(uncut_text("a.css", "W\\61 lk\\") == "W&#97;lk");
  }
  SUBCASE("runs of a DOCX and spans of an ODT, but not paragraphs") {
    CHECK(uncut_text("word/document.xml",
                     "<w:p><w:r><w:t>Wa</w:t></w:r><w:r><w:t>lk</w:t></w:r></w:p><w:p>") == " Walk  ");
    CHECK(uncut_text("content.xml", "re<text:span a=\"b\">s</text:span>t<text:s/>now") == "rest now");
  }
  SUBCASE("other files have none") { CHECK(!uncut_text("a.html", "<b>Wa</b>lk")); }
}
