#include <doctest/doctest.h>

#include "support/compiled_page.hpp"

namespace tailorbird::test {
namespace {

const LinkUse& first_link(const Compiled& page) {
  REQUIRE(page.program.links.size() >= 1);
  return page.program.links.front();
}

}  // namespace

TEST_CASE("links: the way to a page begins at the folder of the page that links") {
  Page page = page_with("[a](../hr/x.md#part)\n");
  CHECK(first_link(compiled(page)).target == "hr/x.md");
  CHECK(first_link(compiled(page)).fragment == "part");
  page.path = "index.md";
  page.body = "[a](manager/x.md)\n";
  CHECK(first_link(compiled(page)).target == "manager/x.md");
  page.body = "[a](../x.md)\n";
  CHECK(
      problems_of(compiled(page).diagnostics).starts_with("1:5+7 link-leaves-language: `../x.md` leads out"));
}

TEST_CASE("links: a page of an overlay links as if it stood in content") {
  Page page = page_with("[a](x.md) [b](form.pdf) ![c](../../media/c.svg)\n");
  page.overlay_of = "meander";
  page.file = "profiles/meander/en/manager/page.md";
  const Compiled done = compiled(page);
  CHECK(done.program.links[0].target == "manager/x.md");
  CHECK(done.program.links[1].target == "content/en/manager/form.pdf");
  CHECK(done.program.images[0].target == "content/media/c.svg");
}

TEST_CASE("links: schemes in any spelling, and no other scheme passes") {
  for (const std::string_view url : {"HTTPS://example.org/", "MailTo:a@b.c", "tel:112"}) {
    CHECK(problems_of("[a](" + std::string(url) + ")\n") == "");
  }
  for (const std::string_view url :
       {"JavaScript:alert(1)", "vbscript:x", "data:text/html,x", "file:///etc/passwd", "blob:x",
        "about:blank", "view-source:x", "intent:x", "jar:x", "C:/x", "x:y"}) {
    const Compiled page = compiled("[a](" + std::string(url) + ")\n");
    CAPTURE(url);
    CHECK(page.program.links.empty());
    REQUIRE(page.diagnostics.all().size() == 1);
    CHECK(page.diagnostics.all()[0].code == "link-scheme");
  }
}

TEST_CASE("links: control characters cannot hide a scheme") {
  const Compiled page = compiled("[a](java&#10;script:x) [b](&#1;javascript:x) [c](x&#9;y)\n");
  CHECK(page.program.links.empty());
  CHECK(page.diagnostics.count(Severity::error) == 3);
}

TEST_CASE("links: blanks and points are no words; a picture, code and a number are") {
  for (const std::string_view words : {"", " ", "&nbsp;", ".", "**&nbsp;** ..."}) {
    CAPTURE(words);
    CHECK(problems_of("[" + std::string(words) + "](x.md)\n").find("link-without-words") !=
          std::string::npos);
  }
  for (const std::string_view words : {"x", "[x]{lang=fr}", "*1*", "`-`", "\u2026", "![Two chairs](a.svg)"}) {
    CAPTURE(words);
    CHECK(problems_of("[" + std::string(words) + "](x.md)\n") == "");
  }
}

TEST_CASE("links: what cmark makes of www is encrypted") {
  const Compiled page = compiled("see www.example.org/x?a=b&c=d\n");
  CHECK(first_link(page).target == "https://www.example.org/x?a=b&c=d");
  CHECK(problems_of("[www.example.org](http://www.example.org)\n") == "");
  CHECK(problems_of("[words](http://www.example.org)\n").find("link-not-secure") != std::string::npos);
}

TEST_CASE("links: an address is ASCII without quotes and angles; its title is as written") {
  const Compiled page = compiled("[a](https://x.org/\"onclick='alert(1)'<b>)\n");
  CHECK(first_link(page).target == "https://x.org/%22onclick='alert(1)'%3Cb%3E");
  const Compiled titled = compiled("[a](https://x.org/ 'a\" onclick=\"x')\n");
  CHECK(first_link(titled).title == "a\" onclick=\"x");
}

TEST_CASE("links: a host that the site names may be linked to without https, and no other") {
  Site site = small_site();
  site.http_hosts = {"intranet.mill.example", "old:8080"};
  const auto found = [&](const std::string& address) {
    return compile_page(page_with("[words](" + address + ")\n"), site).diagnostics.all().size();
  };
  CHECK(found("http://intranet.mill.example/policy?x=1#y") == 0);
  CHECK(found("http://Intranet.Mill.example") == 0);
  CHECK(found("http://old:8080/") == 0);
  for (const char* other :
       {"http://mill.example/", "http://old/", "http://intranet.mill.example@evil.example/",
        "http://intranet.mill.example.evil.example/", "http:intranet.mill.example",
        "http:///intranet.mill.example", "http://intranet.mill.example\\@evil.example/"})
    CHECK_MESSAGE(found(other) == 1, other);
}

}  // namespace tailorbird::test
