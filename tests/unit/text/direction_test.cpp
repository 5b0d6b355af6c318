#include "text/direction.hpp"

#include <doctest/doctest.h>

using namespace tailorbird;

TEST_CASE("direction: by the language, or by the script that is named") {
  CHECK(is_right_to_left("ar"));
  CHECK(is_right_to_left("he-IL"));
  CHECK(is_right_to_left("az-Arab"));
  CHECK_FALSE(is_right_to_left("ar-Latn"));
  CHECK_FALSE(is_right_to_left("nl-BE"));
  CHECK_FALSE(is_right_to_left("zh-hant"));
}

TEST_CASE("direction: a passage names its own where it differs from the page around it") {
  CHECK(direction_attribute("ar", "en") == " dir=\"rtl\"");
  CHECK(direction_attribute("en", "fa") == " dir=\"ltr\"");
  CHECK(direction_attribute("fr", "en").empty());
  CHECK(direction_attribute("he", "ar").empty());
}
