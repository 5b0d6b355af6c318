#include "base/names.hpp"

#include <doctest/doctest.h>
#include <ostream>

using namespace tailorbird;

TEST_CASE("names: what servers and Windows keep for themselves is known by its keeper") {
  CHECK(reserved_by("con") == "Windows");
  CHECK(reserved_by("lpt1") == "Windows");
  CHECK(reserved_by("bin") == "IIS");
  CHECK(reserved_by("app-data") == "IIS");
  for (const char* name : {"contact", "com", "com10", "binary", "app", "a"}) {
    CAPTURE(std::string(name));
    CHECK(reserved_by(name).empty());
  }
}

TEST_CASE("names: pictures, clips and downloads are handed out; what a browser would run is not") {
  for (const char* path :
       {"a/b.png", "b.JPG", "b.jpeg", "b.gif", "b.svg", "b.mp3", "b.mp4", "b.pdf", "b.txt"}) {
    CAPTURE(std::string(path));
    CHECK(is_media(path));
  }
  for (const char* path : {"b.html", "b.htm", "b.js", "b.css", "b.svgz", "b.webp", "b.docx", "b", "b.",
                           "b.xhtml", "b.pdf.html", "png"}) {
    CAPTURE(std::string(path));
    CHECK_FALSE(is_media(path));
  }
  CHECK(media_endings() == "gif, jpeg, jpg, png, svg, mp3, mp4, pdf, txt");
}
