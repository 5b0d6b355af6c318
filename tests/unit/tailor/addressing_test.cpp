#include "tailor/addressing.hpp"

#include <doctest/doctest.h>

#include "support/small_project.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

struct Addressed {
  SmallProject small;
  Edition edition;

  Addressed() {
    for (const char* path : {"index.md", "a-b.md", "a/b.md", "plan/index.md", "plan/day--one.md"})
      small.add(path, path, "Words.");
    edition = small.edition("one/managers/en");
  }

  std::size_t at(std::string_view path) const { return static_cast<std::size_t>(edition.find(path)); }
};

}  // namespace

TEST_CASE("addressing: a site links from file to file, and ids stay as they are") {
  const Addressed of;
  const Addressing site(of.edition);
  CHECK(site.link(of.at("plan/index.md"), of.at("index.md"), "") == "../index.html");
  CHECK(site.link(of.at("index.md"), of.at("plan/index.md"), "talk") == "plan/index.html#talk");
  CHECK(site.id(of.at("index.md"), "talk") == "talk");
  CHECK(site.up(of.at("plan/index.md")) == "../");
  CHECK(site.root(of.at("plan/index.md")) == "../../");
  CHECK(site.file(of.at("index.md"), "content/media/a b.png") == "../media/a%20b.png");
}

TEST_CASE("addressing: in one file each page has an anchor of its own, which begins each of its ids") {
  const Addressed of;
  const Addressing one(of.edition, {PageAddress::one_file, Medium::screen},
                       {{{"content/media/a.png", "data:image/png;base64,AA=="}}, "not here: {file}"});
  CHECK(one.path(of.at("index.md")) == "start");
  CHECK(one.path(of.at("plan/index.md")) == "plan");
  CHECK(one.path(of.at("plan/day--one.md")) == "plan-day-one");
  CHECK(one.path(of.at("a-b.md")) == "a-b");
  CHECK(one.path(of.at("a/b.md")) == "a-b-2");
  CHECK(one.link(of.at("index.md"), of.at("plan/index.md"), "talk") == "#plan--talk");
  CHECK(one.link(of.at("index.md"), of.at("plan/index.md"), "") == "#plan");
  CHECK(one.up(of.at("plan/index.md")) == "#");
  CHECK(one.root(of.at("plan/index.md")).empty());
  CHECK(one.file(0, "content/media/a.png") == "data:image/png;base64,AA==");
  CHECK(one.file(0, "content/media/film.mp4").empty());
  CHECK(one.left_out_note("content/media/film.mp4") == "not here: film.mp4");
}

TEST_CASE("addressing: an e-book links as a site does, and holds pictures only") {
  const Addressed of;
  const Addressing book(of.edition, {PageAddress::xhtml_file, Medium::paper});
  CHECK(book.link(of.at("index.md"), of.at("plan/index.md"), "talk") == "plan/index.xhtml#talk");
  CHECK(book.file(of.at("index.md"), "content/media/A.PNG") == "../media/A.PNG");
  CHECK(book.file(of.at("index.md"), "content/media/form.pdf").empty());
}
