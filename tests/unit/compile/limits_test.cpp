// A page cannot keep the build busy for long, whatever is in it.

#include "compile/parse/limits.hpp"

#include <chrono>
#include <doctest/doctest.h>
#include <functional>

#include "support/compiled_page.hpp"

namespace tailorbird::test {
namespace {

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

/// `piece` in paragraphs just below the bound of a block.
std::string in_blocks(std::string_view piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += repeated(piece, 60000) + "\n\n";
  return text;
}

double seconds_to_compile(const std::string& body) {
  const auto begin = std::chrono::steady_clock::now();
  compiled(body);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// Far above what is needed, far below what a quadratic step would take.
constexpr double patience = 5;
constexpr std::size_t size = 200000;

}  // namespace

TEST_CASE("limits: a page beyond a bound is refused, with the line that is") {
  CHECK(problems_of(repeated("a\n\n", most_page_bytes + 1)) ==
        "0:0 page-too-large: this page has 262146 bytes, more than 262144\n");
  CHECK(problems_of("fine\n\n" + std::string(most_word_bytes + 1, 'a')) ==
        "3:1 page-too-complex: a word of more than 4000 characters\n");
  CHECK(problems_of(repeated("a ", most_block_bytes + 2)) ==
        "1:1 page-too-complex: more than 65536 bytes without a blank line\n");
  CHECK(problems_of("a\n" + repeated("| ", 402)) == "2:1 page-too-complex: more than 200 columns\n");
  CHECK(problems_of(repeated("> ", 202)) ==
        "1:1 page-too-complex: more than 100 lists or quotes inside each other\n");
  CHECK(problems_of(repeated("- ", 202) + "a") ==
        "1:1 page-too-complex: more than 100 lists or quotes inside each other\n");
  CHECK(problems_of(repeated("a\n---\n", 6 * 41)) ==
        "82:1 page-too-complex: more than 40 lines of hyphens without a blank line\n");
  CHECK(problems_of(repeated("a\n", 402) + "|-|") ==
        "202:1 page-too-complex: a line of hyphens after more than 200 lines without a blank one\n");
}

TEST_CASE("limits: a refused page has no words at all") {
  const Compiled page = compiled("Words.\n\n" + std::string(most_word_bytes + 1, 'a'));
  CHECK(page.program.failed);
  CHECK(page.program.code.empty());
}

TEST_CASE("limits: what stays within the bounds is compiled") {
  CHECK(problems_of(std::string(most_word_bytes, 'a') + "\n") == "");
  CHECK(problems_of(repeated("word ", most_block_bytes - 5) + "\n") == "");
  CHECK(problems_of(repeated("> ", 90) + "a\n") == "");
}

TEST_CASE("limits: things in one another are bounded, and what is deeper is left out") {
  SUBCASE("divs") {
    std::string body;
    for (int depth = 0; depth < 60; ++depth) body += "::: {lang=fr}\n";
    body += "SECRET\n";
    for (int depth = 0; depth < 60; ++depth) body += ":::\n";
    const Compiled page = compiled(body);
    CHECK(problems_of(page.diagnostics)
              .find("51:1+3 nesting-too-deep: too many `:::` blocks inside each other") != std::string::npos);
    CHECK(page.program.failed);
  }
  SUBCASE("emphasis") {
    std::string body;
    for (int depth = 0; depth < 150; ++depth) body += "*a **b ";
    body += "SECRET";
    for (int depth = 0; depth < 150; ++depth) body += " c** d*";
    const Compiled page = compiled(body + "\n");
    CHECK(page.program.failed);
    CHECK(words_of(page.program).find("SECRET") == std::string::npos);
    CHECK(problems_of(page.diagnostics) ==
          "1:1 nesting-too-deep: more than 100 lists, quotes, blocks or emphases inside each other\n");
  }
  SUBCASE("spans") {
    std::string body = repeated("[a ", 450) + "SECRET";
    for (int depth = 0; depth < 150; ++depth) body += "]{lang=fr}";
    const Compiled page = compiled(body + "\n");
    CHECK(page.program.failed);
    CHECK(words_of(page.program).find("SECRET") == std::string::npos);
  }
  SUBCASE("lists by indentation") {
    std::string body;
    for (std::size_t depth = 0; depth < 120; ++depth) body += std::string(2 * depth, ' ') + "- a\n";
    CHECK(compiled(body).program.failed);
  }
}

TEST_CASE("limits: 200 KB of anything take no more than seconds") {
  const std::pair<std::string_view, std::function<std::string()>> inputs[] = {
      {"open brackets", [] { return in_blocks("[ ", size); }},
      {"open links", [] { return in_blocks("[a](b ", size); }},
      {"links with titles", [] { return in_blocks("[a](b \"c ", size); }},
      {"open pictures", [] { return in_blocks("![[ ", size); }},
      {"open emphasis", [] { return in_blocks("*a _b ", size); }},
      {"mixed emphasis", [] { return in_blocks("**a *b ", size); }},
      {"backticks", [] { return in_blocks("`a ", size); }},
      {"tags", [] { return in_blocks("<a ", size); }},
      {"comments", [] { return in_blocks("<!-- ", size); }},
      {"entities", [] { return in_blocks("&amp; ", size); }},
      {"at signs", [] { return in_blocks("a@b.c ", size); }},
      {"addresses", [] { return in_blocks("https://a.b/) ", size); }},
      {"tildes", [] { return in_blocks("~~a ", size); }},
      {"marks without end", [] { return in_blocks("{.a ", size); }},
      {"marks", [] { return in_blocks("[a]{.only audience=\"hr\"} ", size); }},
      {"closing brackets with marks", [] { return in_blocks("a ]{.a} ", size); }},
      {"shortcodes without end", [] { return in_blocks("{{< var ", size); }},
      {"footnote references", [] { return in_blocks("[^a] ", size); }},
      {"footnotes", [] { return repeated("[^a]: b\n\n", size); }},
      {"references", [] { return "[a]: b.md\n\n" + in_blocks("[a] ", size); }},
      {"divs", [] { return repeated("::: {lang=fr}\n\n", size); }},
      {"closing fences", [] { return repeated(":::\n\n", size); }},
      {"items", [] { return in_blocks("- a {.only audience=\"hr\"}\n", size); }},
      {"rows", [] { return "| a |\n|---|\n" + repeated("| a {.only audience=\"hr\"} |\n", 60000); }},
      {"headers of tables", [] { return repeated("| a |\n|---|\n\n", size); }},
      {"headings", [] { return repeated("## a\n\n", size); }},
      {"fences of code", [] { return repeated("```\n\n", size); }},
      {"line breaks", [] { return in_blocks("a\\\n", size); }},
  };
  for (const auto& [name, make] : inputs) {
    CAPTURE(name);
    CHECK(seconds_to_compile(make()) < patience);
  }
}

}  // namespace tailorbird::test
