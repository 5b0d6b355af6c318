// Components that count: timeline and plan.

#include <doctest/doctest.h>

#include "prepared.hpp"

namespace tailorbird::test {

TEST_CASE("timeline: items are counted in days and come in their order") {
  const TailoredPart dates =
      part("timeline", {},
           {part("item", {{"week", "14"}, {"every", "6"}, {"until", "104"}}), part("item", {{"week", "6"}}),
            part("item", {{"day", "8"}}), part("item", {{"day", "0"}})});
  CHECK(text_of(Organisation().prepared(dates)) ==
        "timeline\n"
        "  item day=0 from-start=0 is-first-day=true\n"
        "  item day=8 from-start=8\n"
        "  item week=6 from-start=42\n"
        "  item week=14 every=6 until=104 from-start=98 every-days=42 until-days=728\n");
}

TEST_CASE("timeline: items of one day stay in the order written") {
  const TailoredPart dates =
      part("timeline", {},
           {part("item", {{"week", "1"}, {"name", "a"}}), part("item", {{"day", "7"}, {"name", "b"}})});
  const TailoredPart prepared = Organisation().prepared(dates);
  CHECK(attribute(prepared.children[0].attributes, "name") == "a");
}

TEST_CASE("plan: as many weeks as asked for, six when nothing is said") {
  CHECK(text_of(Organisation().prepared(part("plan", {{"weeks", "2"}}))) ==
        "plan weeks=2\n  week week=1\n  week week=2\n");
  CHECK(Organisation().prepared(part("plan")).children.size() == 6);
}

}  // namespace tailorbird::test
