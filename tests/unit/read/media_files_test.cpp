#include "read/pages/media_files.hpp"

#include <doctest/doctest.h>
#include <string>

#include "base/files.hpp"
#include "support/source_dir.hpp"
#include "support/temp_dir.hpp"

namespace {

using namespace tailorbird;
using namespace std::string_literals;

// The beginnings of real pictures, by hand: 640 wide, 360 high.
const std::string png = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\x68\x08\x06\0\0\0"s;
const std::string jpeg = "\xff\xd8\xff\xc0\0\x11\x08\x01\x68\x02\x80\x03"s;

/// A clip that was made by ffmpeg.
std::string clip(const std::string& name) {
  return read_file(test::source_dir() / "tests/fuzz/seeds/clip" / name).value();
}

/// What is said of a file of that name with these bytes.
std::string told_of(const std::string& name, const std::string& bytes) {
  const test::TempDir root;
  root.write("content/media/" + name, bytes);
  const MediaRead read = read_media(root.path(), {"content/media/" + name}, 1);
  if (read.diagnostics.empty()) return {};
  const Diagnostic& first = read.diagnostics.all()[0];
  CHECK(first.where == SourceRange{"content/media/" + name, {}, 0});
  return std::string(first.code) + ": " + first.message + (first.fix.empty() ? "" : " | " + first.fix);
}

}  // namespace

TEST_CASE("media: pictures and clips of a project are read once, by the ending of their names") {
  const test::TempDir root;
  root.write("content/media/photo.png", png);
  root.write("content/media/photo.jpg", jpeg);
  root.write("content/media/desk.svg",
             "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 16\"><rect width=\"9\"/></svg>");
  root.write("content/media/form.pdf", "%PDF-1.7");
  root.write("content/media/film.MP4", clip("film.mp4"));
  root.write("content/media/spoken.mp3", clip("spoken.mp3"));
  const MediaRead read =
      read_media(root.path(),
                 {"content/media/desk.svg", "content/media/film.MP4", "content/media/form.pdf",
                  "content/media/gone.png", "content/media/gone.mp3", "content/media/photo.jpg",
                  "content/media/photo.png", "content/media/spoken.mp3"},
                 2);
  REQUIRE(read.pictures.size() == 3);
  CHECK(read.pictures.at("content/media/photo.png") == Picture{640, 360, {}, {}});
  CHECK(read.pictures.at("content/media/photo.jpg") == Picture{640, 360, {}, {}});
  CHECK(read.pictures.at("content/media/desk.svg") == Picture{24, 16, "0 0 24 16", "<rect width=\"9\"/>"});
  CHECK(read.clips.size() == 2);
  CHECK(read.clips.at("content/media/spoken.mp3") == 1152);
  REQUIRE(read.diagnostics.all().size() == 2);
  for (const Diagnostic& one : read.diagnostics.all()) CHECK(one.code == "file-unreadable");
}

TEST_CASE("media: a picture or clip that makes readers wait is reported") {
  CHECK(told_of("a.png", std::string(png) + std::string(500'001 - std::string(png).size(), 'x')) ==
        "media-heavy: this picture has 501 KB; more than 500 KB make readers wait");
  const test::TempDir root;
  root.write("content/media/a.png", std::string(png) + std::string(500'000 - std::string(png).size(), 'x'));
  CHECK(read_media(root.path(), {"content/media/a.png"}, 1).diagnostics.all().empty());
}

TEST_CASE("media: a picture that is none is told") {
  CHECK(told_of("a.gif", "GIF8") == "picture-broken: the picture is cut short");
  CHECK(told_of("a.png", "") == "picture-broken: the picture is empty");
  CHECK(told_of("a.jpeg", png) == "picture-broken: its name says jpg, its bytes say png");
  CHECK(told_of("a.png", "words") == "picture-broken: this is not a valid png picture");
  CHECK(told_of("a.png", "RIFF\x10\0\0\0WEBPVP8 "s) ==
        "picture-broken: its name says png, its bytes say webp");
  CHECK(told_of("a.jpg",
                "\0\0\0\x18"
                "ftypheic\0\0\0\0"s) == "picture-broken: its name says jpg, its bytes say heic");
}

TEST_CASE("media: a clip that is none is told") {
  CHECK(told_of("a.mp4", "") == "clip-broken: the clip is empty");
  CHECK(told_of("a.mp4", "<!doctype html><title>Not found</title>") ==
        "clip-broken: this is not a valid mp4 clip");
  CHECK(told_of("a.mp3", "words") == "clip-broken: this is not a valid mp3 clip");
  CHECK(told_of("a.mp3", png) == "clip-broken: its name says mp3, its bytes say png");
  CHECK(told_of("a.mp4", clip("spoken.mp3")) == "clip-broken: its name says mp4, its bytes say mp3");
  CHECK(told_of("a.mp3", clip("film.mp4")) == "clip-broken: its name says mp3, its bytes say mp4");
  CHECK(told_of("a.mp4", clip("film.webm")) == "clip-broken: its name says mp4, its bytes say webm");
  CHECK(told_of("a.mp4", clip("film.mov")) == "clip-broken: its name says mp4, its bytes say mov");
  CHECK(told_of("a.mp3", clip("spoken.m4a")) == "clip-broken: its name says mp3, its bytes say m4a");
  CHECK(told_of("a.mp3", clip("spoken.aac")) == "clip-broken: its name says mp3, its bytes say aac");
  CHECK(told_of("a.mp3", clip("spoken.ogg")) == "clip-broken: its name says mp3, its bytes say ogg");
  CHECK(told_of("a.mp3", clip("spoken.wav")) == "clip-broken: its name says mp3, its bytes say wav");
  SUBCASE("also one that Git has not fetched") {
    CHECK(told_of("a.mp4", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n") ==
          "clip-broken: Git has not fetched the clip yet, this is a pointer to it | run `git lfs pull`");
  }
}
