#include "read/schema/scalar_readers.hpp"

#include <doctest/doctest.h>
#include <optional>
#include <string_view>

#include "read_support.hpp"

namespace {

using namespace tailorbird;
using namespace tailorbird::test;

TEST_CASE("values: durations become days") {
  struct Row {
    std::string_view text;
    std::optional<int> days;
  };
  const Row rows[] = {{"1 day", 1},
                      {"10 days", 10},
                      {"2 weeks", 14},
                      {"1 month", 31},
                      {"6 months", 183},
                      {"12 months", 365},
                      {"1 year", 365},
                      {"2 years", 730},
                      {" 3  weeks ", 21},
                      {"3650 days", 3650},
                      {"100 years", 36500},
                      {"0 days", std::nullopt},
                      {"12", std::nullopt},
                      {"a year", std::nullopt},
                      {"1.5 years", std::nullopt},
                      {"-1 day", std::nullopt},
                      {"1 dayss", std::nullopt},
                      {"9999999999 days", std::nullopt},
                      {"1 month 2 days", std::nullopt},
                      {"", std::nullopt}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(duration_days(row.text) == row.days);
  }
}

TEST_CASE("values: a date is a day of the calendar, year first") {
  for (const std::string_view good : {"2026-11-02", "2024-02-29", "2000-02-29", "1999-12-31"}) {
    CAPTURE(good);
    CHECK(is_date(good));
  }
  for (const std::string_view bad :
       {"2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-2", "02-11-2026",
        "2026/11/02", "20261102", "2026-11-02 ", "+026-11-02", ""}) {
    CAPTURE(bad);
    CHECK_FALSE(is_date(bad));
  }
}

TEST_CASE("values: an address begins with https and has a host") {
  for (const std::string_view good :
       {"https://a.example", "https://a.example/b?c=d#e", "https://a.example:8443/", "https://h"}) {
    CAPTURE(good);
    CHECK(is_https_url(good));
  }
  for (const std::string_view bad :
       {"http://a.example", "HTTPS://a.example", "https://", "https:///path", "https:a", "//a.example",
        "javascript:alert(1)", "https://a.example/\"onclick", "https://a example", "https://user@a.example",
        "https://a.example/<b>", "https://.a", ""}) {
    CAPTURE(bad);
    CHECK_FALSE(is_https_url(bad));
  }
}

TEST_CASE("values: an address begins with http only for hosts that are named") {
  const std::vector<std::string> hosts = {"intranet.mill.example", "old:8080"};
  for (const std::string_view good :
       {"http://intranet.mill.example", "http://Intranet.mill.example/a?b#c", "http://old:8080/"}) {
    CAPTURE(good);
    CHECK(is_http_url(good, hosts));
    CHECK_FALSE(is_http_url(good, {}));
  }
  for (const std::string_view bad :
       {"http://mill.example", "http://old/", "https://old:8080/", "HTTP://old:8080/", "http://old:8080/ x",
        "http://old:8080/\"x", "http://intranet.mill.example@evil.example/", "http://"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_http_url(bad, hosts));
  }
}

TEST_CASE("values: an id can stand in an address and in a file name") {
  for (const std::string_view good : {"a", "first-talk", "9", "a--b", "a-"}) {
    CAPTURE(good);
    CHECK(is_id(good));
  }
  for (const std::string_view bad : {"", "A", "-a", "a b", "a.b", "a/b", "a_b", "\xC3\xA9t\xC3\xA9"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_id(bad));
  }
  CHECK(is_id(std::string(64, 'a')));
  CHECK_FALSE(is_id(std::string(65, 'a')));
}

TEST_CASE("values: a language is a short code in small letters") {
  for (const std::string_view good : {"en", "nl", "fil", "pt-br", "zh-hant-tw"}) {
    CAPTURE(good);
    CHECK(is_language(good));
  }
  for (const std::string_view bad :
       {"", "e", "EN", "dutch", "en-", "en-GB", "en_gb", "media", "xx", "xx-gb", "uk2"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_language(bad));
  }
}

/// The words of `a: …` as "word@column+length".
std::string words_of(std::string_view yaml) {
  const YamlRead read = parse_yaml({yaml, "f.yaml", 0, 1});
  ReadContext reading;
  reading.files = {"f.yaml"};
  std::string text;
  for (const PlacedWord& word :
       read_words(read.root.entries[0].value, "a", reading).value_or(std::vector<PlacedWord>{})) {
    text += word.text + "@" + std::to_string(word.where.column) + "+" + std::to_string(word.length) + " ";
  }
  return text + said(reading.diagnostics);
}

TEST_CASE("values: words in a text or a list know their own places") {
  CHECK(words_of("a: manager hr") == "manager@4+7 hr@12+2 ");
  CHECK(words_of("a: \"manager  hr\"") == "manager@5+7 hr@14+2 ");
  CHECK(words_of("a: [manager, 'hr oh']") == "manager@5+7 hr@15+2 oh@18+2 ");
  CHECK(words_of("a: été nl") == "été@4+3 nl@8+2 ");
  CHECK(words_of("a: []") == "");
}

TEST_CASE("values: a hyphen without a space begins no item") {
  for (const std::string_view list : {"a:\n  -nl\n  -en", "a:\n  -nl"}) {
    CAPTURE(list);
    CHECK(words_of(std::string(list)).find("error[wrong-type]: `a` must be a list, not `-nl") !=
          std::string::npos);
  }
  CHECK(words_of("a:\n  - nl\n  - en") == "nl@5+2 en@5+2 ");
}

TEST_CASE("values: words that cannot be measured stand for the whole text") {
  CHECK(words_of("a: \"x\\u0020y\"") == "x@4+10 y@4+10 ");
}

TEST_CASE("values: bare yes, no and their like are no texts, in any case of letters") {
  for (const std::string_view word :
       {"no", "No", "NO", "yes", "on", "OFF", "true", "False", "null", "Null", "~"}) {
    CAPTURE(word);
    CHECK(words_of("a: " + std::string(word)) ==
          "f.yaml:1:4: error[unquoted-word]: `" + std::string(word) +
              "` without quotes, where a text is meant\n"
              "  why: Many programs read this word as true, false or nothing instead of a text.\n"
              "  fix: Write \"" +
              std::string(word) + "\".\n");
    CHECK(words_of("a: \"" + std::string(word) + "\"").find("error") == std::string::npos);
  }
  CHECK(words_of("a: none") == "none@4+4 ");
}

}  // namespace
