// References to characters that XML cannot hold, or that nobody sees, are as wrong as the characters.

#include <doctest/doctest.h>
#include <ostream>

#include "support/compiled_page.hpp"

namespace tailorbird::test {
namespace {

/// The findings as "line:column+length: message".
std::vector<std::string> found_in(const std::string& body) {
  std::vector<std::string> found;
  const Compiled page = compiled(body);
  for (const Diagnostic& one : page.diagnostics.all()) {
    if (one.code != "file-control-character") continue;
    found.push_back(std::to_string(one.where.start.line) + ":" + std::to_string(one.where.start.column) +
                    "+" + std::to_string(one.where.length) + ": " + one.message);
  }
  return found;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("references: one to a character that must not be in a text is an error, in any base") {
  CHECK(found_in("a&#12;b\n") == Found{"1:2+5: `&#12;` makes the invisible character U+000C"});
  CHECK(found_in("a&#1;\n") == Found{"1:2+4: `&#1;` makes the invisible character U+0001"});
  CHECK(found_in("a&#x0b;\n") == Found{"1:2+6: `&#x0b;` makes the invisible character U+000B"});
  CHECK(found_in("a&#X1F;\n") == Found{"1:2+6: `&#X1F;` makes the invisible character U+001F"});
  CHECK(found_in("a&#xFFFE;\n") == Found{"1:2+8: `&#xFFFE;` makes the invisible character U+FFFE"});
  CHECK(found_in("a&#65535;\n") == Found{"1:2+8: `&#65535;` makes the invisible character U+FFFF"});
  CHECK(found_in("a&#146;\n") == Found{"1:2+6: `&#146;` makes the invisible character U+0092"});
  CHECK(found_in("a&#x2028;\n") == Found{"1:2+8: `&#x2028;` makes the invisible character U+2028"});
  CHECK(found_in("a&#12;b&#12;\n").size() == 2);
}

TEST_CASE("references: others are signs") {
  for (const char* body : {"&#9;a &#10; &#160; &#233; &amp; &#x1F600;\n", "&#0; &#xD800; &#x110000;\n",
                           "&#12 &#; &#x; &12; &#12a;\n"})
    CHECK(found_in(body).empty());
}

TEST_CASE("references: they are found wherever Markdown reads them") {
  for (const char* body :
       {"## A head &#12;\n", "Setext &#12;\n===\n\nText.\n", "- item &#12;\n", "> quote &#12;\n",
        "| a | b |\n|---|---|\n| c | d&#12; |\n", "*a **b&#12;***\n", "![A picture &#12;](a.png \"b\")\n",
        "![A picture](a.png \"b&#12;\")\n", "[a](b.md \"A title &#12;\")\n", "[a&#12;](b.md)\n",
        "[a][b]\n\n[b]: b.md \"A title &#12;\"\n", "[a][b]\n\n[b]:\n  b.md\n  \"A title &#12;\"\n",
        "A note.[^1]\n\n[^1]: A note &#12;.\n", "::: callout\nWords &#12;.\n:::\n",
        "[words &#12;]{.only audience=\"manager\"}\n", "```a&#12;b\ncode\n```\n", "`&#12;` a &#12;\n",
        "a \\&#12; b &#12;\n"}) {
    CAPTURE(body);
    CHECK(found_in(body).size() == 1);
  }
}

TEST_CASE("references: in code and after a backslash they are letters") {
  for (const char* body : {"`&#12;`\n", "a `b &#12; c`\n", "`a\nb &#12;` c\n", "```\n&#12;\n```\n",
                           "    &#12;\n", "a \\&#12; b\n", "<!-- &#12; -->\n"}) {
    CAPTURE(body);
    CHECK(found_in(body).empty());
  }
}

TEST_CASE("references: each is one finding, whatever else reads the sign") {
  for (const char* body : {"a&#12;b\n", "a&#xFEFF;b\n", "[a](https://example.org \"A title &#12;\")\n"}) {
    CAPTURE(body);
    CHECK(compiled(body).diagnostics.all().size() == 1);
  }
}

}  // namespace tailorbird::test
