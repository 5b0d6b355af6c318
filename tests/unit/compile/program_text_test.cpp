// A program's words are UTF-8 as written: no part of it is escaped for HTML but markup itself.

#include <doctest/doctest.h>

#include "support/compiled_page.hpp"

namespace tailorbird::test {
namespace {

// What HTML has a meaning for, and what its ASCII form spells with references.
constexpr std::string_view signs = "\u00e9 & \u201c\u65e5\u672c\u201d < > \U0001F600";

std::string on(std::string_view before, std::string_view after) {
  return std::string(before).append(signs).append(after);
}

}  // namespace

TEST_CASE("program text: a program's words are UTF-8 as written") {
  CHECK(words_of(compiled(on("", "\n")).program) == signs);
  CHECK(words_of(compiled(on("- *", "*\n")).program) == signs);
  CHECK(words_of(compiled(on("`", "`\n")).program) == signs);
  CHECK(words_of(compiled(on("    ", "\n")).program).starts_with(signs));
  CHECK(words_of(compiled(on("Note[^1].\n\n[^1]: ", "\n")).program).ends_with(signs));
}

TEST_CASE("program text: an entity of Markdown is the sign that it stands for") {
  CHECK(words_of(compiled("caf&eacute; &amp;amp; &#x201c;\n").program) == "caf\u00e9 &amp; \u201c");
}

TEST_CASE("program text: titles and words of links and pictures are as written") {
  const Program link = compiled(on("[a](https://x.org/?a=1&b=2 '", "')\n")).program;
  REQUIRE(link.links.size() == 1);
  CHECK(link.links[0].title == signs);
  CHECK(link.links[0].target == "https://x.org/?a=1&b=2");
  const Program label = compiled(on("[a][b]\n\n[b]: https://x.org/ '", "'\n")).program;
  REQUIRE(label.links.size() == 1);
  CHECK(label.links[0].title == signs);
  const Program picture = compiled(on("![A desk](desk.svg '", "')\n")).program;
  REQUIRE(picture.images.size() == 1);
  CHECK(picture.images[0].title == signs);
}

TEST_CASE("program text: the words for a picture are as written") {
  const Program picture = compiled(on("![", "](desk.svg)\n")).program;
  REQUIRE(picture.images.size() == 1);
  CHECK(picture.images[0].alt == signs);
}

TEST_CASE("program text: markup is ASCII") {
  const Program program = compiled(on("```", "\ncode\n```\n\n| a | b |\n|---|:-:|\n| c | d |\n")).program;
  for (const Instruction& one : program.code) {
    if (one.op != Op::literal) continue;
    for (const char byte : program.piece(one)) CHECK(static_cast<unsigned char>(byte) < 0x80);
  }
}

}  // namespace tailorbird::test
