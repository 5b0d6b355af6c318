#include "write/markdown_text.hpp"

#include <array>
#include <doctest/doctest.h>
#include <string>

using tailorbird::markdown_text;

TEST_CASE("markdown: what the paper form says, as plain text with marks") {
  struct Row {
    const char* xml;
    const char* markdown;
  };
  const auto rows = std::to_array<Row>({
      {"<section id=\"plan\"><header><h1>Plan</h1></header><p>A &amp; B</p></section>",
       "# Plan {#plan}\n\nA & B\n"},
      {"<h2 id=\"plan--talk\">Talk</h2>", "## Talk {#plan--talk}\n"},
      {"<p>One\n two</p><p>three</p>", "One two\n\nthree\n"},
      {"<p><b>bold</b> and <em> soft </em>words</p>", "**bold** and *soft* words\n"},
      {"<p>2 * 3_4 [x] &lt;y&gt;</p>", "2 \\* 3\\_4 \\[x\\] \\<y\\>\n"},
      {"<ul><li>one<ul><li>inner</li></ul></li><li>two</li></ul>", "- one\n  - inner\n- two\n"},
      {"<ol><li><p>one</p><p>more</p></li><li>two</li></ol>", "1. one\n\n   more\n2. two\n"},
      {"<ul><li><span class=\"box\" aria-hidden=\"true\"></span>Call</li></ul>", "- [ ] Call\n"},
      {"<table><tr><th>Day</th></tr><tr><td>1 | 2</td></tr></table>", "| Day |\n| --- |\n| 1 \\| 2 |\n"},
      {"<table>\n<tr>\n<th>Day</th>\n</tr>\n<tr>\n<td><ul>\n<li>1</li>\n<li>2</li>\n</ul></td>\n</tr>\n</"
       "table>",
       "| Day |\n| --- |\n| 1; 2 |\n"},
      {"<blockquote><p>Said</p></blockquote>", "> Said\n"},
      {"<dl><div><dt>Term</dt><dd>Meaning</dd></div></dl>", "**Term**\n\nMeaning\n"},
      {"<p><a href=\"#plan\">the plan</a></p>", "[the plan](#plan)\n"},
      {"<p><a href=\"tel:+311\">+31 1</a> <a href=\"mailto:a@b.example\">a@b.example</a></p>",
       "+31 1 a@b.example\n"},
      {"<p>x<sup><a href=\"#fn-1\" role=\"doc-noteref\">1</a></sup></p>", "x(1)\n"},
      {"<p><img src=\"x\" alt=\"A door\"/><svg aria-label=\"A desk\"/></p>", "A doorA desk\n"},
      {"<p><svg aria-hidden=\"true\"><title>no</title></svg>yes</p>", "yes\n"},
  });
  for (const Row& row : rows) {
    CAPTURE(row.xml);
    CHECK(markdown_text(row.xml).value_or("not well-formed") == row.markdown);
  }
}

TEST_CASE("markdown: what is not well-formed is told, not guessed") { CHECK_FALSE(markdown_text("<p>open")); }
