#include "compile/blocks/href.hpp"

#include <doctest/doctest.h>

namespace tailorbird::test {

TEST_CASE("href: an address is ASCII without blanks, quotation marks and angles") {
  CHECK(percent_encoded("https://example.org/a?b=c&d=e#f") == "https://example.org/a?b=c&d=e#f");
  CHECK(percent_encoded("a b\"c<d>") == "a%20b%22c%3Cd%3E");
  CHECK(percent_encoded("it's") == "it's");
  CHECK(percent_encoded("caf\u00e9%20") == "caf%C3%A9%20");
}

TEST_CASE("href: percent signs are decoded where two digits follow") {
  CHECK(percent_decoded("a%20b%c3%A9") == "a b\u00e9");
  CHECK(percent_decoded("100%") == "100%");
  CHECK(percent_decoded("%2") == "%2");
  CHECK(percent_decoded("%zz%41") == "%zzA");
  CHECK(percent_decoded("") == "");
}

TEST_CASE("href: a scheme is what stands before the first colon, if it can be one") {
  CHECK(url_scheme("HTTPS://x") == "https");
  CHECK(url_scheme("javascript:alert(1)") == "javascript");
  CHECK(url_scheme("a+b-c.d:e") == "a+b-c.d");
  CHECK(url_scheme("a/b:c") == "");
  CHECK(url_scheme("page.md") == "");
  CHECK(url_scheme("1a:b") == "");
  CHECK(url_scheme(":a") == "");
  CHECK(url_scheme("") == "");
}

}  // namespace tailorbird::test
