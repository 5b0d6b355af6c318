#include "read/pages/file_names.hpp"

#include <doctest/doctest.h>

#include "read_support.hpp"

namespace {

using namespace tailorbird;
using namespace tailorbird::test;

Page page_at(std::string_view path) {
  Page page;
  page.language = "en";
  page.path = path;
  page.file = "content/en/" + page.path;
  page.partial = is_partial_path(path);
  return page;
}

std::string codes(const Diagnostics& found) {
  std::string all;
  for (const Diagnostic& one : found.all()) all += std::string(one.code) + " ";
  return all;
}

TEST_CASE("file names: what servers, SharePoint, Windows and learning systems all take") {
  struct Row {
    std::string_view path;
    std::string_view codes;
  };
  const Row rows[] = {
      {"index.md", ""},
      {"manager/plan/first-talk.md", ""},
      {"_shared/_note.md", ""},
      {"Talk.md", "file-name "},
      {"first talk.md", "file-name "},
      {"first_talk.md", "file-name "},
      {"pr\xC3\xA9parer.md", "file-name "},
      {"talk.en.md", "file-name "},
      {"Plan/Talk.md", "file-name file-name "},
      {"bin/talk.md", "file-name-reserved "},
      {"forms/a.md", "file-name-reserved "},
      {"a/con.md", "file-name-reserved "},
      {"com1.md", "file-name-reserved "},
      {"app-data.md", "file-name-reserved "},
      {"com.md", ""},
      {"combine.md", ""},
      {"con-tact.md", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.path);
    CHECK(codes(check_page_name(page_at(row.path))) == row.codes);
  }
}

TEST_CASE("file names: a better name is offered") {
  CHECK(said(check_page_name(page_at("Préparer l'entretien.md"))) ==
        "content/en/Préparer l'entretien.md: error[file-name]: `Préparer l'entretien` cannot be a name in an "
        "address\n"
        "  why: The name becomes an address. Some servers and learning systems refuse capitals, spaces, "
        "accents and long names.\n"
        "  fix: Rename it to `preparer-lentretien`.\n");
}

TEST_CASE("file names: a better name is one that can be used") {
  CHECK(better_name("Préparer l'entretien") == "preparer-lentretien");
  CHECK(better_name("con") == "the-con");
  CHECK(better_name("CON") == "the-con");
  CHECK(better_name("app-data") == "the-app-data");
  CHECK(better_name("План 2") == "2");
  CHECK(better_name("..") == "");
  CHECK(better_name("日本") == "");
  for (const std::string& name : {std::string("COM1"), std::string("-x-"), std::string(200, 'a'),
                                  std::string("cgi-bin"), std::string("#a#")}) {
    CAPTURE(name);
    CHECK(codes(check_page_name(page_at(better_name(name) + ".md"))) == "");
  }
}

TEST_CASE("file names: an address of 100 characters is safe, a longer one is not") {
  const std::string folder(60, 'a');
  const auto length = [&](std::size_t name) { return folder + "/" + std::string(name, 'b') + ".md"; };
  CHECK(codes(check_page_name(page_at(length(31)))) == "");  // en/ + 60 + / + 31 + .html
  CHECK(said(check_page_name(page_at(length(32)))) ==
        "content/en/" + length(32) +
            ": error[path-too-long]: the page's address has 101 characters; at most 100 are safe\n"
            "  why: Windows cannot unpack files whose whole path is longer than 260 characters.\n"
            "  fix: Shorten the names of the file or its folders.\n");
}

TEST_CASE("file names: a segment has at most 64 characters") {
  CHECK(codes(check_page_name(page_at(std::string(64, 'a') + ".md"))) == "");
  CHECK(codes(check_page_name(page_at(std::string(65, 'a') + ".md"))) == "file-name ");
}

TEST_CASE("file names: pictures follow the same rules, with one dot") {
  CHECK(codes(check_media_name("content/media/talk.svg", "media/talk.svg")) == "");
  CHECK(codes(check_media_name("content/media/Talk.svg", "media/Talk.svg")) == "file-name ");
  CHECK(codes(check_media_name("content/media/talk.SVG", "media/talk.SVG")) == "file-name ");
  CHECK(codes(check_media_name("content/media/talk.min.svg", "media/talk.min.svg")) == "file-name ");
}

TEST_CASE("file names: what a browser would run, or some hosts refuse, is not handed out") {
  for (const std::string name : {"a.html", "a.js", "a.css", "a.svgz", "a.docx", "a.webp", "a.db"}) {
    CAPTURE(name);
    CHECK(codes(check_media_name("content/media/" + name, "media/" + name)) == "file-type-refused ");
  }
  for (const std::string name : {"a.pdf", "a.jpeg", "a.mp4", "a.txt"}) {
    CAPTURE(name);
    CHECK(codes(check_media_name("content/media/" + name, "media/" + name)) == "");
  }
  CHECK(
      said(check_media_name("content/media/a.html", "media/a.html")) ==
      "content/media/a.html: error[file-type-refused]: `a.html` is a type of file that readers cannot be "
      "given\n"
      "  why: A browser would run it in the reader's guidance, or some servers and learning systems refuse "
      "it.\n"
      "  fix: Make it one of gif, jpeg, jpg, png, svg, mp3, mp4, pdf, txt, or move it out of this folder.\n");
}

}  // namespace
