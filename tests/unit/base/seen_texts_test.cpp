#include "base/seen_texts.hpp"

#include <doctest/doctest.h>

using namespace tailorbird;

TEST_CASE("seen texts: a text is new once") {
  SeenTexts texts;
  CHECK_FALSE(texts.was_seen("Ask Ana about it."));
  CHECK(texts.was_seen("Ask Ana about it."));
  CHECK_FALSE(texts.was_seen("Ask Ben about it."));
  CHECK(texts.was_seen("Ask Ana about it."));
}
