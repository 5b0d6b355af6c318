#include "import/import_names.hpp"

#include <doctest/doctest.h>

#include "import/inline_scan.hpp"

using namespace tailorbird;

TEST_CASE("import names: every host takes them") {
  std::set<std::string> taken;
  CHECK(page_name("docs/1 Getting Started/README.md", "book", taken) ==
        "book/docs/1-getting-started/index.md");
  CHECK(page_name("Où.md", "", taken) == "ou.md");
  CHECK(page_name("ou.md", "", taken) == "ou-2.md");
  CHECK(page_name("con.md", "", taken) == "con-page.md");
  CHECK(page_name("日本.md", "", taken) == "page.md");
  CHECK(page_name(std::string(200, 'a') + "/" + std::string(200, 'b') + ".md", "", taken).size() < 90);
  CHECK(media_name("a b/My Photo.PNG", "book", taken) == "media/book/my-photo.png");
}

TEST_CASE("import names: a page is the same under all its names") {
  for (const char* path : {"Docs/README.md", "docs/index.html", "docs/", "docs", "docs/_index.md"})
    CHECK(page_key(path) == "docs");
  CHECK(page_key("docs/a.b.md") == "docs/a.b");
}

TEST_CASE("links: each address is found where it stands, code aside") {
  std::string seen;
  const auto note = [&](const WrittenLink& link) -> LinkChange {
    seen += std::to_string(link.line) + (link.picture ? "!" : "") + link.address + " ";
    return {LinkChange::Kind::address, "x"};
  };
  CHECK(with_links("[a](b) `[c](d)` ![e](f g.png)\n[h]( <i j> \"t\" )\n\n[k]: l 't'\n[^n]: o\n\\[p](q)",
                   note) == "[a](x) `[c](d)` ![e](x)\n[h](x \"t\")\n\n[k]: x 't'\n[^n]: o\n\\[p](q)");
  CHECK(seen == "0b 0!f g.png 1i j 3l ");
  CHECK(with_links("[![a](b)](c)", note) == "[![a](x)](x)");
  CHECK(with_links("[a](b(c)d) <https://e>", note) == "[a](x) <x>");
  const auto drop = [](const WrittenLink& link) -> LinkChange {
    return link.picture ? LinkChange{LinkChange::Kind::text, ""} : LinkChange{LinkChange::Kind::words, ""};
  };
  CHECK(with_links("See [a *b*](c) and ![d](e).", drop) == "See a *b* and .");
}
