#include "text/utf8.hpp"

#include <doctest/doctest.h>
#include <ostream>

#include "text/html_escape.hpp"

using namespace tailorbird;

TEST_CASE("text: the first byte that is no UTF-8 is found") {
  CHECK_FALSE(first_invalid_utf8("").has_value());
  CHECK_FALSE(first_invalid_utf8("caf\u00e9 \U0001F600").has_value());
  struct Row {
    std::string_view bytes;
    std::size_t at;
  };
  for (const Row& row : {Row{"ab\x80", 2}, Row{"a\xC3", 1}, Row{"\xC0\xAF", 0}, Row{"x\xED\xA0\x80", 1},
                         Row{"ok\xF5\x80\x80\x80", 2}, Row{"\xE2\x82", 0}}) {
    CAPTURE(row.at);
    CHECK(first_invalid_utf8(row.bytes) == row.at);
  }
}

TEST_CASE("text: code points are counted, not bytes") {
  CHECK(code_points("") == 0);
  CHECK(code_points("caf\u00e9") == 4);
  CHECK(code_points("\U0001F600!") == 2);
}

TEST_CASE("text: escaped HTML is ASCII and safe in text and attributes") {
  CHECK(html_escaped("a < b & \"c\" > d") == "a &lt; b &amp; &quot;c&quot; &gt; d");
  CHECK(html_escaped("\u00e9\U0001F600") == "&#233;&#128512;");
  CHECK(html_escaped("it's plain") == "it's plain");
  std::string address;
  append_address_escaped(address, "https://a.example/it's?b=c&d='e'");
  CHECK(address == "https://a.example/it&#x27;s?b=c&amp;d=&#x27;e&#x27;");
}

TEST_CASE("text: HTML made ASCII keeps its tags") {
  std::string out = "before ";
  append_ascii_html(out, "<em title=\"\u00e9\">caf\u00e9</em>");
  CHECK(out == "before <em title=\"&#233;\">caf&#233;</em>");
}

TEST_CASE("text: slugs are lower case words with hyphens, in any script") {
  struct Row {
    std::string_view text;
    std::string_view slug;
  };
  for (const Row& row : {Row{"O\u00f9 en \u00eates-vous ?", "ou-en-etes-vous"}, Row{"Don't", "dont"},
                         Row{"Don\u2019t", "dont"}, Row{"  Two  words ", "two-words"},
                         Row{"\u0152uvre", "oeuvre"}, Row{"A/B: C", "a-b-c"}, Row{"???", ""}, Row{"", ""},
                         Row{"2026", "2026"}, Row{"\u65e5\u672c", "\u65e5\u672c"}}) {
    CAPTURE(row.text);
    CHECK(slug(row.text) == row.slug);
  }
}

TEST_CASE("text: folding forgets case and accents and opens ligatures") {
  CHECK(fold("\u0152UVRE") == "oeuvre");
  CHECK(fold("Ge\u00efnteresseerd") == "geinteresseerd");
  CHECK(fold("\u00c6sop \u00e6") == "aesop ae");
  CHECK(fold("Stra\u00dfe") == "strasse");
}
