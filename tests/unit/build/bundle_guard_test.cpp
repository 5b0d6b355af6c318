#include <doctest/doctest.h>
#include <ostream>

#include "base/hash.hpp"
#include "support/guarded_bundle.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

struct Plant {
  const char* what;
  const char* bytes;
  const char* path = "en/page.html";
};

}  // namespace

TEST_CASE("guard: whatever is planted in a file is found, in whatever spelling") {
  const auto plants = std::to_array<Plant>({
      // every field of another organisation
      {"name", "<p>Zandvoort Baking Group</p>"},
      {"name in another language", "<p>Bakkersgroep Zandvoort</p>"},
      {"short name, one word", "<p>At Zandbak we</p>"},
      {"variable", "<p>Go to the blue room upstairs.</p>"},
      {"variable of one word", "<p>Zomertijd</p>"},
      {"name of four letters", "<p>Ask Mira.</p>"},
      {"label of a role", "<h2>Bedrijfsdokter</h2>"},
      {"number as written", "<p>+31 (0)20 555 12 34</p>"},
      {"number in an address", "<a href=\"tel:+31205551234\">call</a>"},
      {"number from inside the country", "<p>020-555 1234</p>"},
      {"number with dots, and more after it", "<p>020.555.12.34. 24 hours</p>"},
      {"number with two zeros", "<p>0031205551234</p>"},
      {"mail", "<a href=\"mailto:mira.oh@zand.example\">write</a>"},
      {"mail, encoded", "<a href=\"mailto:mira.oh%40zand.example\">write</a>"},
      {"address of a contact", "<a href=\"http://zand.example/oh\">site</a>"},
      {"hours",
       "<td>Mo\xE2\x80\x93Th 9\xE2\x80\x93"
       "13</td>"},
      {"note", "<p>Ring twice, ask for Mira</p>"},
      {"label of a link", "<a href=\"#\">Absence desk of Zand</a>"},
      {"link", "<a href=\"https://zand.example/absence?form=7\">x</a>"},
      {"address of the roll-out", "<a href=\"https://zand.example/together\">x</a>"},
      {"name of the roll-out", "<p>Ottoline Brandaris</p>"},
      {"in a DOCX", "<w:t>Ottoline</w:t><w:t xml:space=\"preserve\"> Brandaris</w:t>", "word/document.xml"},
      {"in the links of a DOCX", "<Relationship Target=\"https://zand.example/together\"/>",
       "word/_rels/document.xml.rels"},
      {"document of the kit", "<p>Minutes of the night before launch.</p>"},
      {"quick exit", "<a href=\"https://weather.zand.example\">x</a>"},
      {"title of a bundle", "<title>Bakers of the night shift</title>"},
      {"responsibility", "<td>Orders the flour for the week</td>"},
      {"note on a responsibility", "<td>only with a signature</td>"},
      // what other readers are told
      {"sentence", "<p>Employees alone may read this sentence.</p>"},
      {"title", "<a>For their eyes</a>"},
      {"summary", "<meta content=\"What nobody else is told about.\">"},
      {"picture text", "<img alt=\"A green door with a sign\">"},
      {"outside address", "<a href=\"https://only.example/for/employees\">x</a>"},
      {"label of a condition", "<p>If you are the employee</p>"},
      // spellings
      {"capitals", "<p>EMPLOYEES ALONE MAY READ THIS SENTENCE</p>"},
      {"white space", "<p>Employees\n  alone\tmay read &nbsp; this sentence.</p>"},
      {"soft hyphens",
       "<p>Em&shy;ploy\xC2\xAD"
       "ees alone may read this sen&#173;tence.</p>"},
      {"zero-width characters", "<p>Emplo\xE2\x80\x8Byees alone may read&zwnj; this sentence.</p>"},
      {"entities", "<p>&#69;mployees &#x61;lone may read this sentence.</p>"},
      {"inline elements", "<p>Employees <b>alone</b> m<i>a</i>y read this sentence.</p>"},
      {"borders of elements", "<td>Employees alone</td><td>may read this sentence.</td>"},
      {"a comment", "<!-- Employees alone may read this sentence. -->"},
      {"an attribute that no standard knows", "<p data-x='Employees alone may read this sentence.'>x</p>"},
      // kinds of files
      {"a script", "var a = 'Employees \\u0061lone may read this sentence.';", "assets/words-en.js"},
      {"a name in a script", "var a = {\"k\": \"Mira\"};", "en/search.js"},
      {"JSON", "{\"a\": \"Employees alone may read this sentence.\"}", "en/data.json"},
      {"a style sheet", "p::after { content: \"Employees alone may read this sentence.\" }", "assets/a.css"},
      {"a drawing", "<svg><text>Employees alone may read</text><text>this sentence.</text></svg>",
       "media/a.svg"},
      {"captions", "WEBVTT\n\n00:01.000 --> 00:02.000\nEmployees alone\nmay read this sentence.\n",
       "media/a.vtt"},
      {"a calendar", "BEGIN:VCALENDAR\r\nSUMMARY:Employees alone may rea\r\n d this sentence.\r\n",
       "media/a.ics"},
      {"captions, one sentence in two",
       "WEBVTT\n\n1\n00:01.000 --> 00:02.000\nEmployees alone\n\n2\n00:02.000 --> 00:03.000\nmay read this "
       "sentence.\n",
       "media/a.vtt"},
      {"emphasis and links in Markdown", "Employees **alone** may [read](a.md) this sen_tence_.", "one.md"},
      {"a style sheet, escaped",
       "p::after { content: \"Employees \\61 lone m\\61y read\\20this sentence.\" }", "assets/a.css"},
      {"a style within a word of a DOCX",
       "<w:p><w:r><w:t>Employees al</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>one may read this "
       "sentence.</w:t>"
       "</w:r></w:p>",
       "word/document.xml"},
      {"a style within a word of an ODT",
       "<text:p>Employees al<text:span text:style-name=\"b\">one</text:span> may read this "
       "sentence.</text:p>",
       "content.xml"},
      {"a text to download", "Employees alone may read this sentence.", "media/letter.txt"},
      {"JSON, escaped", "{\"a\": \"Employees\\u0020alone may read this sentence.\"}", "en/data.json"},
      {"an address, encoded",
       "<a href=\"mailto:?body=Employees%20alone%20may%20read%20this%20sentence.\">x</a>"},
      {"wide letters", "<p>\xEF\xBC\xA5mployees alone may read this sentence.</p>"},
      {"runs of a DOCX",
       "<w:r><w:t xml:space=\"preserve\">Employees alone </w:t></w:r><w:r><w:t>may read this "
       "sentence.</w:t></w:r>",
       "word/document.xml"},
      {"spans of an ODT",
       "<text:p>Employees<text:s/>alone <text:span text:style-name=\"b\">may</text:span> read this "
       "sentence.</text:p>",
       "content.xml"},
      {"an e-book's manifest", "<dc:title>Bakers of the night shift</dc:title>", "EPUB/package.opf"},
      {"an e-book's page", "<p>Employees alone may read this sentence.</p>", "EPUB/en/a.xhtml"},
      {"Markdown", "# Bakers of the night shift {#a}", "one-managers-en.md"},
      {"a cmi5 course", "<langstring lang=\"en\">Bakers of the night shift</langstring>", "cmi5.xml"},
      {"a list of packages", "Bakers of the night shift,12,abc", "it/files.csv"},
      {"number across elements", "<b>020</b> <span>555</span> 12 34"},
      {"number with a hard space",
       "<p>020\xC2\xA0"
       "555\xC2\xA0"
       "12\xC2\xA0"
       "34</p>"},
      {"number with slashes", "<p>020/555.12-34</p>"},
      {"XML", "<title>Employees alone may read this sentence.</title>", "metadata.xml"},
      {"a data sheet", "a;Employees alone may read this sentence.;b", "media/a.csv"},
      {"the name of a file", "x", "en/zand.example/oh/index.html"},
      {"the name of a file that is no text", "", "media/mira.png"},
      {"a picture that no page uses", "\x89PNG", "media/other.png"},
      {"a document that no page uses", "%PDF-1.7", "media/other.pdf"},
      {"a clip that no page uses", "ftyp", "media/other.mp4"},
  });
  static_assert(plants.size() >= 40);
  for (const Plant& plant : plants) {
    CAPTURE(std::string(plant.what));
    Guarded guarded;
    const std::string found = guarded.found(plant.path, plant.bytes);
    CHECK(found.find('`' + std::string(plant.path) + '`') != std::string::npos);
  }
}

TEST_CASE("guard: what belongs to the edition is let through") {
  Guarded guarded;
  guarded.guard->let_in({}, {"assets/logo.png", "\x89PNG logo"});
  guarded.guard->let_in("en", {"media/plan.pdf", "%PDF plan"});
  CHECK(guarded.found("en/index.html", "<h1>Home</h1><p>Welcome. If you are the manager</p>").empty());
  CHECK(guarded.found("assets/logo.png", "\x89PNG logo", "").empty());
  CHECK(guarded.found("media/plan.pdf", "%PDF plan").empty());
  CHECK(guarded.found("one-managers/media/plan.pdf", "%PDF plan", "").empty());
  CHECK(guarded.found("en/a.html", "<hr class=\"mira\"><p>Miranda, 205 551 235</p>").empty());
  SUBCASE("but not to other languages") {
    CHECK(guarded.found("media/plan.pdf", "%PDF plan", "nl") ==
          "file-leaked: `media/plan.pdf` is used by no page of this edition\n");
    CHECK(guarded.guard->may_hold("en", "media/plan.pdf"));
    CHECK_FALSE(guarded.guard->may_hold("nl", "media/plan.pdf"));
    CHECK(guarded.guard->may_hold("nl", "nl/index.html"));
  }
  SUBCASE("and not with other bytes") {
    CHECK_FALSE(guarded.found("assets/logo.png", "\x89PNG of another organisation", "").empty());
  }
}

TEST_CASE("guard: a file for all languages may say what one of them says") {
  Guarded guarded;
  // "Doctor" in English is a word of the site; only organisation two calls it so in Dutch.
  guarded.small.project.site.roles.push_back({"oh", {"", {{"en", "Works doctor"}, {"nl", "Arts"}}}});
  guarded.small.project.profiles[1].contacts[0].label = {"",
                                                         {{"en", "Works doctor"}, {"nl", "Works doctor"}}};
  guarded.renew();
  CHECK(guarded.found("links.csv", "en,Works doctor\r\n", "") == "");
  CHECK(guarded.found("en/links.html", "<p>Works doctor</p>", "en") == "");
  CHECK(guarded.found("nl/links.html", "<p>Works doctor</p>", "nl").find("Works doctor") !=
        std::string::npos);
  guarded.small.project.profiles[1].contacts[0].label.any = "Bedrijfsdokter";
  guarded.small.project.profiles[1].contacts[0].label.by_language.clear();
  guarded.renew();
  CHECK(guarded.found("links.csv", "nl,Bedrijfsdokter\r\n", "").find("Bedrijfsdokter") != std::string::npos);
}

TEST_CASE("guard: what comes before all pages are compiled is looked at when they are") {
  Guarded guarded;
  guarded.guard->inspect("en", "en/a.html", std::string(secret));
  REQUIRE(guarded.guard->open(2));
  CHECK(list_of(guarded.guard->take_findings()).find("`en/a.html`") != std::string::npos);
}

TEST_CASE("guard: a leak in several formats is told once") {
  Guarded guarded;
  REQUIRE(guarded.guard->open(1));
  for (const std::string path : {"en/a.html", "one-managers/en/a.html", "en/a.html"})
    guarded.guard->inspect("en", path, std::string(secret));
  CHECK(guarded.guard->take_findings().all().size() == 1);
}

TEST_CASE("guard: of a copy the name is searched, and what its bytes hold is told once, of the other file") {
  Guarded guarded;
  REQUIRE(guarded.guard->open(1));
  const std::string planted(secret);
  guarded.guard->inspect("en", "en/a.html", planted);
  guarded.guard->inspect_copy("en", "one-managers/en/a.html", sha256_hex(planted));
  const std::string found = list_of(guarded.guard->take_findings());
  CHECK(found.find("`en/a.html`") != std::string::npos);
  CHECK(found.find("one-managers") == std::string::npos);

  guarded.renew();
  REQUIRE(guarded.guard->open(1));
  guarded.guard->inspect("en", "en/a.html", "<p>Welcome.</p>");
  guarded.guard->inspect_copy("en", "mira.oh@zand.example/en/a.html", sha256_hex("<p>Welcome.</p>"));
  CHECK(list_of(guarded.guard->take_findings()).find("mira.oh@zand.example") != std::string::npos);
}

TEST_CASE("guard: a copy of a picture has no more right than the picture") {
  Guarded guarded;
  REQUIRE(guarded.guard->open(1));
  guarded.guard->let_in("nl", {"media/door.png", "allowed in Dutch"});
  guarded.guard->inspect_copy("nl", "one/media/door.png", sha256_hex("allowed in Dutch"));
  CHECK(guarded.guard->take_findings().all().empty());
  guarded.guard->inspect_copy("en", "one/media/door.png", sha256_hex("allowed in Dutch"));
  guarded.guard->inspect_copy("nl", "one/media/wall.png", sha256_hex("allowed nowhere"));
  const std::string found = list_of(guarded.guard->take_findings());
  CHECK(found.find("one/media/door.png") != std::string::npos);
  CHECK(found.find("one/media/wall.png") != std::string::npos);
}
