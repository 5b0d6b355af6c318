#include "tailor/plain_text.hpp"

#include <doctest/doctest.h>
#include <string>
#include <vector>

#include "support/marked_text.hpp"

using namespace tailorbird;
using test::marked_text;

TEST_CASE("plain text: words are what the author wrote, whatever signs are in them") {
  MarkedText text;
  text.add_markup("<p>");
  text.add_words("<p> & &amp; th\u00e9,\u00a0");
  text.add_markup("<em>");
  text.add_words("\"a > b\"");
  text.add_markup("</em></p>");
  CHECK(text_blocks(text) == std::vector<std::string>{"<p> & &amp; th\u00e9, \"a > b\""});
}

TEST_CASE("plain text: one text for each block, markup and labels left out") {
  CHECK(text_blocks(
            marked_text("<p>One <em>two</em>.</p><ul><li>Item <a href=\"x.html\">link</a></li></ul>")) ==
        std::vector<std::string>{"One two.", "Item link"});
  CHECK(text_blocks(marked_text("<p><span class=\"when-label\">(If <b>you</b>) </span>Text<br>more</p>")) ==
        std::vector<std::string>{"Text", "more"});
  CHECK(text_blocks(marked_text(
            "<p>The physio<sup class=\"footnote-ref\"><a href=\"#fn-1\">1</a></sup> helps.</p>")) ==
        std::vector<std::string>{"The physio helps."});
}
