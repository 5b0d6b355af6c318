#include "read/pages/clip_file.hpp"

#include <doctest/doctest.h>
#include <string>

#include "base/files.hpp"
#include "support/source_dir.hpp"

namespace {

using namespace tailorbird;
using namespace std::string_literals;

/// A clip that was made by ffmpeg.
std::string clip(const std::string& name) {
  return read_file(test::source_dir() / "tests/fuzz/seeds/clip" / name).value();
}

/// "3000", or what is wrong with the clip.
std::string read_of(const std::string& bytes) {
  const ClipRead read = read_clip(bytes);
  if (const auto* problem = std::get_if<std::string>(&read)) return *problem;
  return std::to_string(std::get<Clip>(read).milliseconds);
}

std::string changed(std::string bytes, const std::string& from, const std::string& to) {
  const std::size_t at = bytes.find(from);
  REQUIRE(at != std::string::npos);
  return bytes.replace(at, from.size(), to);
}

constexpr std::size_t frame_size = 72;  // of 8 kbit/s at 8,000 samples a second: 72 milliseconds each
const std::string frame = "\xff\xe3\x18\xc4"s + std::string(frame_size - 4, 'U');

std::string frames(int count) {
  std::string bytes;
  for (int index = 0; index < count; ++index) bytes += frame;
  return bytes;
}

}  // namespace

TEST_CASE("clips: an MP4 says how long it plays, wherever its header stands") {
  CHECK(read_of(clip("film.mp4")) == "3000");
  CHECK(read_of(clip("late.mp4")) == "3000");
  SUBCASE("in the long form of its header") {
    const std::string film = clip("film.mp4");
    const std::size_t header = film.find("mvhd") + 4;
    const std::string scale = film.substr(header + 12, 4);
    const std::string length = film.substr(header + 16, 4);
    const std::string longer = "\1\0\0\0"s + std::string(16, '\0') + scale + "\0\0\0\0"s + length;
    CHECK(read_of(std::string(film).replace(header, longer.size(), longer)) == "3000");
  }
  SUBCASE("or not: then captions cannot be compared") {
    CHECK(read_of(clip("fragments.mp4")) == "0");
    const std::string film = clip("film.mp4");
    const std::size_t length = film.find("mvhd") + 20;
    CHECK(read_of(std::string(film).replace(length, 4, "\xff\xff\xff\xff")) == "0");
    CHECK(read_of(std::string(film).replace(length - 4, 4, "\0\0\0\0"s)) == "0");
  }
}

TEST_CASE("clips: an MP4 without an end, without film, or with one that browsers do not show") {
  const std::string film = clip("film.mp4");
  for (std::size_t size = 40; size < film.size(); size += 64)
    CHECK(read_of(film.substr(0, size)) == "the clip is cut short");
  CHECK(read_of(clip("late.mp4").substr(0, 700)) == "the clip is cut short");
  CHECK(read_of(changed(film, "trak", "free")) == "there is nothing to play in the clip");
  CHECK(read_of(clip("phone.mp4")) == "the film in it is H.265, which many browsers do not show");
  CHECK(read_of(clip("old.mp4")) == "the film in it is MPEG-4 Part 2, which many browsers do not show");
}

TEST_CASE("clips: an MP3 is as long as its frames") {
  CHECK(read_of(clip("spoken.mp3")) == "1152");
  CHECK(read_of(clip("plain.mp3")) == "1152");
  CHECK(read_of(clip("stereo.mp3")) == "549");
  CHECK(read_of(frames(10)) == "720");
  CHECK(read_of(frame) == "72");
  SUBCASE("with tags before and behind, and what is no frame in between") {
    const std::string tag = "ID3\3\0\0\0\0\1\2"s + std::string(130, '\xff');
    CHECK(read_of(tag + tag + frames(10) + "TAG" + std::string(125, ' ')) == "720");
    CHECK(read_of(frames(10) + std::string(50, '\0') + frames(10)) == "1440");
    CHECK(read_of(std::string(50, '\0') + frames(10)) == "720");
  }
}

TEST_CASE("clips: an MP3 that is cut short, or only a tag") {
  const std::string spoken = clip("spoken.mp3");  // its first frame says how many follow
  CHECK(read_of(spoken.substr(0, spoken.size() / 2)) == "the clip is cut short");
  CHECK(read_of("ID3\3\0\0\0\0\0\x64"s + std::string(100, ' ')) == "there is nothing to play in the clip");
  CHECK(read_of("ID3\3\0\0\x7f\x7f\x7f\x7f"s) == "there is nothing to play in the clip");
  CHECK(read_of("\xff\xe3\x18\xc4 words"s) == "72");  // of which the rest is missing
}

TEST_CASE("clips: what a file is by its first bytes") {
  for (const std::string kind : {"mp4", "mov", "webm"}) CHECK(clip_kind(clip("film." + kind)) == kind);
  for (const std::string kind : {"mp3", "m4a", "aac", "ogg", "wav"})
    CHECK(clip_kind(clip("spoken." + kind)) == kind);
  CHECK(clip_kind("").empty());
  CHECK(clip_kind("\xff\xfe"
                  "w\0o\0"s)
            .empty());
  CHECK(clip_kind("\xff\xd8\xff\xe0").empty());
}

TEST_CASE("clips: a file of headers only takes time in its length") {
  constexpr std::size_t many = 1 << 20;
  std::string boxes = clip("film.mp4").substr(0, 32);
  while (boxes.size() < many)
    boxes +=
        "\0\0\0\x08"
        "free"s;
  CHECK(read_of(boxes) == "the clip is cut short");
  CHECK(read_of("ID3" + std::string(many, '\xff')) == "there is nothing to play in the clip");
}
