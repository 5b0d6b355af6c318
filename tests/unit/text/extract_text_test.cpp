#include "text/extract_text.hpp"

#include <doctest/doctest.h>
#include <ostream>

#include "text/html_escape.hpp"

using namespace tailorbird;

TEST_CASE("plain words: entities and escapes are decoded, tags are taken out") {
  struct Row {
    const char* bytes;
    const char* words;
    const char* marks;
  };
  const Row rows[] = {
      {"a &amp; b &lt;c&gt; &#8217;&#x2019; &unknown; &#; &", "a & b <c> ’’ &unknown; &#; &", ""},
      {"\\u00e9\\ud83d\\ude00\\\"\\/\\\\ \\q", "é😀\"/\\ \\q", ""},
      {"\\ud83d x", "\xED\xA0\xBD x", ""},
      {"<p>One <em>two</em></p>\n<p>", "\nOne two\n \n", "p\nem\n/em\n/p\np\n"},
      {"1 < 2 and <3 > 2", "1 < 2 and <3 > 2", ""},
      {"<a href=\"x&amp;y\">z</a", "z", "a href=\"x&y\"\n/a\n"},
      {"\\u003cp\\u003ex", "\nx", "p\n"},
      {"\\u0026eacute; \\u0026lt;", "é <", ""},
      {"&#9999999999;&#xZ;", "&#9999999999;&#xZ;", ""},
  };
  for (const Row& row : rows) {
    const ExtractedText plain = extract_text(row.bytes);
    CHECK(plain.words == row.words);
    CHECK(plain.marks == row.marks);
  }
}

TEST_CASE("plain words: a text is what is found of it in HTML that shows it") {
  for (const char* text : {"", "a & b <c> \u2019 &amp; &", "caf\u00e9\n\tau lait \U0001F600",
                           "1 < 2 and <3 > 2", "\\u00e9\\ud83d\\ude00\\\"\\/\\\\ \\q", "C:\\new\\table",
                           "\\u0026eacute; \\u0026lt; \\", "longer than eight bytes \\n and \\x41"}) {
    std::string words;
    append_plain_text(words, text);
    CHECK(words == extract_text(html_escaped(text)).words);
  }
}
