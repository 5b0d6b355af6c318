#include "read/pages/picture_size.hpp"

#include <doctest/doctest.h>
#include <string>

namespace {

using namespace tailorbird;
using namespace std::string_literals;

// The beginnings of real files, by hand: 640 wide, 360 high.
const std::string png = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\x68\x08\x06\0\0\0"s;
const std::string gif = "GIF89a\x80\x02\x68\x01\xf7\0\0"s;
const std::string jpeg_start = "\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0"s;
const std::string jpeg_frame = "\0\x11\x08\x01\x68\x02\x80\x03"s;

constexpr PictureSize expected{640, 360};

}  // namespace

TEST_CASE("picture sizes: the first bytes of a file tell them") {
  CHECK(picture_size(png) == expected);
  CHECK(picture_size(gif) == expected);
  CHECK(picture_size(jpeg_start + "\xff\xc0"s + jpeg_frame) == expected);
  SUBCASE("of a progressive JPEG too, behind other segments and fill bytes") {
    CHECK(picture_size(jpeg_start + "\xff\xc4\0\4ab"s + "\xff\xff\xff\xe1\0\6Exif"s + "\xff\xc2"s +
                       jpeg_frame) == expected);
  }
}

TEST_CASE("picture sizes: a file that ends too early, lies or is something else has none") {
  CHECK_FALSE(picture_size(""));
  CHECK_FALSE(picture_size("<svg/>"));
  CHECK_FALSE(picture_size(png.substr(0, 20)));
  CHECK_FALSE(picture_size(gif.substr(0, 8)));
  CHECK_FALSE(picture_size(jpeg_start));
  CHECK_FALSE(picture_size(jpeg_start + "\xff\xc0\0\x11\x08"s));
  CHECK_FALSE(picture_size(jpeg_start + "\xff\xe1\xff\xff"s));
  CHECK_FALSE(picture_size(jpeg_start + "\xff\xe1\0\0"s));
  CHECK_FALSE(picture_size(jpeg_start + "\xff\xda\0\4ab"s + "\xff\xc0"s + jpeg_frame));
  CHECK_FALSE(picture_size("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xff\xff\xff\0\0\x01\x68"s));
}
