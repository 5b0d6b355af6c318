#include "compile/blocks/alt_words.hpp"

#include <doctest/doctest.h>
#include <ostream>

using namespace tailorbird;

TEST_CASE("alt words: the kind of picture, and what a camera calls it, say nothing of it") {
  for (const std::string_view alt :
       {"image", "Image (1)", "picture 3", "Bild", "Foto 2", "Abb. 2", "IMG_2031", "DSC_0042", "Schéma",
        "Capture d’écran 2026-01-02", "logo"}) {
    CAPTURE(alt);
    CHECK(empty_alt_message(alt).find("says that there is a picture") != std::string::npos);
  }
}

TEST_CASE("alt words: nor does the name of a file") {
  for (const std::string_view alt : {"talk.svg", "Plan-2.PNG", "IMG_2031.heic"}) {
    CAPTURE(alt);
    CHECK(empty_alt_message(alt).find("is the name of a file") != std::string::npos);
  }
}

TEST_CASE("alt words: what a picture shows is said by other words") {
  for (const std::string_view alt :
       {"", "Two chairs", "Logo of Meander", "Bild einer Leiter", "Figure 3: the plan", "A photo", "12",
        "Imagine", "see plan.md and talk.svg"}) {
    CAPTURE(alt);
    CHECK(empty_alt_message(alt).empty());
  }
}
