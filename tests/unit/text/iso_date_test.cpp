#include "text/iso_date.hpp"

#include <doctest/doctest.h>

using namespace tailorbird;

TEST_CASE("dates: days of the calendar are read, others are not") {
  CHECK(parse_iso_date("2026-02-28"));
  CHECK(parse_iso_date("2028-02-29"));
  for (const char* text :
       {"2026-02-29", "2026-13-01", "2026-1-01", "26-01-01", "2026-01-0x", "", "2026/01/01"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_iso_date(text));
  }
}

TEST_CASE("dates: days are counted over the ends of months and years, and in summer time") {
  CHECK(days_after("2026-12-28", 7) == "2027-01-04");
  CHECK(days_after("2028-02-28", 1) == "2028-02-29");
  CHECK(days_after("2026-03-28", 2) == "2026-03-30");
  CHECK(days_after("2026-09-07", 0) == "2026-09-07");
  CHECK(days_after("soon", 7) == "");
}
