// Everything that formats write passes the guard.

#include <doctest/doctest.h>
#include <ostream>

#include "support/guarded_bundle.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

TEST_CASE("guard: each kind of file of each format passes it") {
  struct File {
    const char* language;
    OutputFile file;
  };
  const std::string words(secret);
  const std::vector<File> files = {
      {"en", {"en/index.html", "<p>" + words + "</p>"}},
      {"en", {"en/search.js", "var a = \"" + words + "\";"}},
      {"", {"assets/tailorbird.css", "/* " + words + " */"}},
      {"", {"assets/words-en.js", "var a = \"" + words + "\";"}},
      {"", {"media/drawing.svg", "<svg><desc>" + words + "</desc></svg>"}},
      {"", {"media/captions.vtt", words}},
      {"", {"media/dates.ics", "SUMMARY:" + words}},
      {"", {"media/letter.txt", words}},
      {"", {"media/planted.png", "\x89PNG"}},
      {"", {"media/planted.pdf", "%PDF"}},
      {"", {"media/mira.css", ""}},
  };
  for (const std::string format : {"site", "scorm12", "scorm2004", "cmi5", "imscc"}) {
    for (const File& planted : files) {
      CAPTURE(format);
      CAPTURE(planted.file.path);
      Guarded guarded;
      TempDir dir;
      Result<Staging> staging = Staging::open(dir.path());
      REQUIRE(staging);
      REQUIRE(guarded.guard->open(1));
      const Profile& profile = guarded.small.project.profiles[0];
      const auto packager = find_format(format)->open({profile, profile.bundles[0], guarded.scorm.theme,
                                                       *staging, *guarded.guard, guarded.scorm.revision, true,
                                                       guarded.scorm.data.path(), guarded.of_bundle});
      REQUIRE(packager->add(planted.language, planted.file));
      Diagnostics diagnostics;
      REQUIRE(packager->finish(diagnostics));
      const std::string found = list_of(guarded.guard->take_findings());
      CHECK(found.find(planted.file.path + '`') != std::string::npos);
    }
  }
}

TEST_CASE("guard: what packagers write themselves passes it too") {
  struct Row {
    const char* format;
    const char* file;
  };
  const auto rows = std::to_array<Row>({
      {"site", "START-HERE.html"},
      {"scorm12", "imsmanifest.xml"},
      {"scorm12", "index.html"},
      {"scorm2004", "imsmanifest.xml"},
      {"scorm2004", "index.html"},
      {"scorm12", "imscp_rootv1p1p2.xsd"},
      {"cmi5", "cmi5.xml"},
      {"cmi5", "index.html"},
      {"imscc", "imsmanifest.xml"},
      {"links", "one-managers-links.csv"},
      {"links", "one-managers-links.json"},
      {"links", "one-managers-en-links.html"},
  });
  for (const Row& row : rows) {
    CAPTURE(row.format);
    CAPTURE(row.file);
    Guarded guarded;
    REQUIRE(guarded.guard->open(1));
    // The packager is told another title than the guard knows, as a mistake in it would.
    Profile profile = guarded.small.project.profiles[0];
    profile.bundles[0].title.any = "Bakers of the night shift";
    std::vector<Edition> editions = guarded.editions;
    std::vector<const Edition*> of_bundle;
    for (Edition& edition : editions) {
      edition.bundle = &profile.bundles[0];
      of_bundle.push_back(&edition);
    }
    const std::string schema = "scorm/scorm12edition/imscp_rootv1p1p2.xsd";
    guarded.scorm.data.write(schema, "<!-- Bakers of the night shift -->");
    TempDir dir;
    Result<Staging> staging = Staging::open(dir.path());
    REQUIRE(staging);
    const auto packager =
        find_format(row.format)
            ->open({profile, profile.bundles[0], guarded.scorm.theme, *staging, *guarded.guard,
                    guarded.scorm.revision, true, guarded.scorm.data.path(), of_bundle});
    Diagnostics diagnostics;
    REQUIRE(packager->finish(diagnostics));
    const std::string found = list_of(guarded.guard->take_findings());
    CHECK(found.find('`' + std::string(row.file) + "` holds") != std::string::npos);
  }
}

TEST_CASE("guard: formats that put an edition into one file or an e-book show it all of it") {
  struct Row {
    const char* format;
    const char* place;  // where the secret goes
    const char* file;   // that is named
  };
  const auto rows = std::to_array<Row>({
      {"single", "page", "one-managers-en.html"},
      {"single", "extra", "one-managers-en.html"},
      {"single", "picture", "media/planted.png"},
      {"text", "page", "one-managers-en.md"},
      {"booklet", "page", "one-managers-en-a4.html"},
      {"booklet", "extra", "one-managers-en-large.html"},
      {"booklet", "picture", "media/planted.png"},
      {"epub", "page", "EPUB/en/index.xhtml"},
      {"epub", "extra", "EPUB/en/statement.xhtml"},
      {"epub", "picture", "media/planted.png"},
  });
  for (const Row& row : rows) {
    CAPTURE(row.format);
    CAPTURE(row.place);
    Guarded guarded;
    REQUIRE(guarded.guard->open(1));
    const Edition& edition = guarded.editions.front();
    const Format& format = *find_format(row.format);
    const Navigation navigation = make_navigation(edition);
    SearchLexicon lexicon("en");
    const EditionRenderer renderer({edition,
                                    navigation,
                                    guarded.scorm.theme,
                                    {"en"},
                                    nullptr,
                                    lexicon,
                                    Addressing(edition, format.rendition)});
    const auto words = [&](std::string_view place) {
      return row.place == place ? "<p>" + std::string(secret) + "</p>" : "<p>Welcome.</p>";
    };
    RenderedEdition rendered{&renderer, {{"en/index.xhtml", words("page")}}, {}, {}};
    for (std::size_t page = 1; page < edition.pages.size(); ++page)
      rendered.pages.push_back({"en/page-" + std::to_string(page) + ".xhtml", "<p>Welcome.</p>"});
    rendered.pages[0].bytes += "<img src=\"media/planted.png\" alt=\"\"/>";
    const bool is_book = row.format == std::string_view("epub");
    rendered.extras = {{is_book ? "en/statement.xhtml" : "en/statement.html", words("extra")}};
    if (row.place == std::string_view("picture"))
      rendered.files = {{"content/media/planted.png", "media/planted.png", "\x89PNG"}};
    TempDir dir;
    Result<Staging> staging = Staging::open(dir.path());
    REQUIRE(staging);
    const Profile& profile = guarded.small.project.profiles[0];
    const auto packager = format.open({profile,
                                       profile.bundles[0],
                                       guarded.scorm.theme,
                                       *staging,
                                       *guarded.guard,
                                       guarded.scorm.revision,
                                       true,
                                       {},
                                       guarded.of_bundle});
    Diagnostics diagnostics;
    REQUIRE(packager->add_edition(rendered, diagnostics));
    CHECK(list_of(diagnostics).empty());
    const std::string found = list_of(guarded.guard->take_findings());
    CHECK(found.find(std::string(row.file) + '`') != std::string::npos);
  }
}
