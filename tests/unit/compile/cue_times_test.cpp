#include "compile/parts/cue_times.hpp"

#include <doctest/doctest.h>

namespace tailorbird::test {

TEST_CASE("cue times: two times with a hyphen or dash between them begin the words") {
  struct Row {
    std::string_view text;
    std::string_view from;
    std::string_view to;
    std::string_view words;
  };
  const Row rows[] = {
      {"0:00-0:04 Words", "0:00", "0:04", "Words"},
      {"0:00\u20130:04  Words", "0:00", "0:04", "Words"},
      {"1:02:03.5-1:02:09.25 Words", "1:02:03.5", "1:02:09.25", "Words"},
      {"12:00-59:59 1:00 is a time", "12:00", "59:59", "1:00 is a time"},
  };
  for (const Row& row : rows) {
    const CueTimes times = read_cue_times(row.text);
    CAPTURE(row.text);
    CHECK(times.from == row.from);
    CHECK(times.to == row.to);
    CHECK(row.text.substr(times.size) == row.words);
  }
}

TEST_CASE("cue times: anything else is none") {
  for (const std::string_view text :
       {"", "Words", "0:04 Words", "0:00-0:04Words", "0:00-0:04", "4-9 Words", "0:60-1:00 Words",
        "0:1-0:2 Words", "123:00-124:00 Words", "0:00 - 0:04 Words", "0:00.-0:01 Words",
        "1:2:03-1:02:04 Words", "0:00:00:00-0:00:00:01 Words"}) {
    CAPTURE(text);
    CHECK(read_cue_times(text).size == 0);
  }
}

}  // namespace tailorbird::test
