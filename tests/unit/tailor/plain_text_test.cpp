#include "tailor/plain_text.hpp"

#include <doctest/doctest.h>
#include <string>
#include <vector>

using namespace tailorbird;

TEST_CASE("plain text: one text for each block, markup and labels left out") {
  CHECK(text_blocks(
            "<p>One <em>two</em> &amp; th&#233;.</p><ul><li>Item <a href=\"x.html\">link</a></li></ul>") ==
        std::vector<std::string>{"One two & thé.", "Item link"});
  CHECK(text_blocks("<p><span class=\"when-label\">(If <b>you</b>) </span>Text<br>more</p>") ==
        std::vector<std::string>{"Text", "more"});
  CHECK(text_blocks("<p>The physio<sup class=\"footnote-ref\"><a href=\"#fn-1\">1</a></sup> helps.</p>") ==
        std::vector<std::string>{"The physio helps."});
}
