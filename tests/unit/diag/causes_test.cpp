#include "diag/causes.hpp"

#include <doctest/doctest.h>
#include <ostream>
#include <string>

using namespace tailorbird;

namespace {

/// "code@file:line", one a line.
std::string told(Diagnostics found) {
  std::string list;
  for (const Diagnostic& diagnostic : causes(merged(std::move(found.all())))) {
    list += std::string(diagnostic.code) + "@" + diagnostic.where.file + ":" +
            std::to_string(diagnostic.where.start.line) + "\n";
  }
  return list;
}

SourceRange at(const char* file, std::uint32_t line) { return {file, {line, 1}, 0}; }

}  // namespace

TEST_CASE("causes: an error in site.yaml is told alone, but for files that cannot be read") {
  Diagnostics found;
  found.add("unknown-value", at("content/en/a.md", 3), "");
  found.add("yaml-syntax", at("profiles/x.yaml", 2), "");
  found.add("yaml-syntax", at("content/site.yaml", 4), "");
  CHECK(told(std::move(found)) == "yaml-syntax@content/site.yaml:4\nyaml-syntax@profiles/x.yaml:2\n");
}

TEST_CASE("causes: what follows from a page's error is withheld, and told when it is the cause") {
  Diagnostics found;
  found.add("page-empty", at("content/en/a.md", 2), "");
  SUBCASE("with an error in the page") {
    found.add("unknown-value", at("content/en/a.md", 3), "");
    CHECK(told(std::move(found)) == "unknown-value@content/en/a.md:3\n");
  }
  SUBCASE("with an error in another page") {
    found.add("unknown-value", at("content/en/b.md", 3), "");
    CHECK(told(std::move(found)) == "unknown-value@content/en/b.md:3\npage-empty@content/en/a.md:2\n");
  }
  SUBCASE("alone") { CHECK(told(std::move(found)) == "page-empty@content/en/a.md:2\n"); }
}

TEST_CASE("causes: a link to a page that cannot be read is told by that page") {
  Diagnostics found;
  found.add("link-target-missing", at("content/en/a.md", 5), "").about = {"content/en/b.md"};
  found.add("unknown-value", at("content/en/b.md", 3), "");
  CHECK(told(std::move(found)) == "unknown-value@content/en/b.md:3\n");
}

TEST_CASE("causes: a link to a page whose name is wrong is told by that page") {
  Diagnostics found;
  found.add("link-target-missing", at("content/en/a.md", 5), "").about = {"content/en/the-talk/b.md"};
  found.add("link-target-missing", at("content/en/a.md", 7), "other").about = {"content/en/the-walk/b.md"};
  found.add("file-name", at("content/EN/The Talk/b.md", 0), "");
  CHECK(told(std::move(found)) ==
        "file-name@content/EN/The Talk/b.md:0\nlink-target-missing@content/en/a.md:7\n");
}

TEST_CASE("causes: an organisation is not blamed for another's profile") {
  Diagnostics found;
  found.add("variable-missing", at("content/en/a.md", 5), "").editions = {"mill/managers/en",
                                                                          "port/managers/en"};
  found.add("bad-phone", at("profiles/mill.yaml", 4), "");
  const std::vector<Diagnostic> left = causes(merged(std::move(found.all())));
  REQUIRE(left.size() == 2);
  CHECK(left[0].code == "bad-phone");
  CHECK(left[1].editions == std::vector<std::string>{"port/managers/en"});
}

TEST_CASE("causes: what may follow from an error further up waits for it") {
  Diagnostics found;
  found.add("div-not-open", at("content/en/a.md", 9), "");
  CHECK(told(found) == "div-not-open@content/en/a.md:9\n");
  found.add("mark-unreadable", at("content/en/a.md", 5), "");
  CHECK(told(std::move(found)) == "mark-unreadable@content/en/a.md:5\n");
}

TEST_CASE("causes: findings with one cause are one finding with the places of the others") {
  Diagnostics found;
  for (const char* file : {"content/en/a.md", "content/en/b.md", "content/en/c.md"}) {
    Diagnostic& added = found.add("link-target-missing", at(file, 5), "no page `x.md`");
    added.about = {file, "content/en/x.md"};
    added.editions = {std::string("mill/") + file[11] + "/en"};
  }
  found.add("link-target-missing", at("content/en/a.md", 7), "no page `y.md`").about = {"content/en/y.md"};
  const std::vector<Diagnostic> left = causes(merged(std::move(found.all())));
  REQUIRE(left.size() == 2);
  CHECK(left[0].message == "no page `x.md`, here and in 2 other places");
  CHECK(left[0].where.file == "content/en/a.md");
  REQUIRE(left[0].related.size() == 2);
  CHECK(left[0].related[1].where.file == "content/en/c.md");
  CHECK(left[0].editions == std::vector<std::string>{"mill/a/en", "mill/b/en", "mill/c/en"});
  CHECK(left[1].message == "no page `y.md`");
}

TEST_CASE(
    "causes: a finding that may follow from another explains what rests on the page when it stands alone") {
  Diagnostics found;
  found.add("div-not-open", at("content/en/a.md", 9), "");
  found.add("page-empty", at("content/en/a.md", 2), "");
  CHECK(told(std::move(found)) == "div-not-open@content/en/a.md:9\n");
}

TEST_CASE("causes: errors come first, and last what any edit of a page brings") {
  Diagnostics found;
  found.add("translation-stale", at("content/de/a.md", 2), "").about = {"content/en/a.md"};
  found.add("sentence-too-long", at("content/en/a.md", 7), "");
  found.add("markup-left-over", at("content/en/a.md", 6), "");
  found.add("link-target-missing", at("content/en/a.md", 9), "");
  CHECK(told(std::move(found)) ==
        "link-target-missing@content/en/a.md:9\n"
        "markup-left-over@content/en/a.md:6\n"
        "sentence-too-long@content/en/a.md:7\n"
        "translation-stale@content/de/a.md:2\n");
}

TEST_CASE(
    "causes: a leak or a difference that only readers of an unsound profile meet waits for the profile") {
  for (const char* code : {"text-leaked", "translation-differs"}) {
    CAPTURE(code);
    Diagnostics found;
    found.add(code, at("content/en/a.md", 5), "").editions = {"mill/managers/en"};
    CHECK(told(found) == std::string(code) + "@content/en/a.md:5\n");
    SUBCASE("it goes") {
      found.add("profile-incomplete", at("profiles/mill.yaml", 4), "");
      CHECK(told(std::move(found)) == "profile-incomplete@profiles/mill.yaml:4\n");
    }
    SUBCASE("what other readers meet stays") {
      found.all()[0].editions.emplace_back("port/managers/en");
      found.add("profile-incomplete", at("profiles/mill.yaml", 4), "");
      const std::vector<Diagnostic> left = causes(merged(std::move(found.all())));
      REQUIRE(left.size() == 2);
      CHECK(left[0].editions.size() + left[1].editions.size() == 1);
    }
  }
}

TEST_CASE("causes: of two leaks, each of the other organisation's words, both are told") {
  Diagnostics found;
  found.add("text-leaked", at("profiles/mill.yaml", 4), "").editions = {"port/managers/en"};
  found.add("text-leaked", at("profiles/port.yaml", 4), "").editions = {"mill/managers/en"};
  CHECK(told(std::move(found)) == "text-leaked@profiles/mill.yaml:4\ntext-leaked@profiles/port.yaml:4\n");
}

TEST_CASE("causes: a profile that changes a row which cannot be read is innocent, and so are its editions") {
  Diagnostics found;
  found.add("unknown-responsibility", at("profiles/mill.yaml", 9), "");
  SUBCASE("with the error in the row") {
    found.add("unknown-role", at("content/responsibilities.yaml", 3), "");
    found.add("page-empty", at("content/en/a.md", 2), "").editions = {"mill/managers/en"};
    CHECK(told(std::move(found)) ==
          "unknown-role@content/responsibilities.yaml:3\npage-empty@content/en/a.md:2\n");
  }
  SUBCASE("alone it is told") {
    CHECK(told(std::move(found)) == "unknown-responsibility@profiles/mill.yaml:9\n");
  }
}
