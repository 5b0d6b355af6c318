#include "build/bundle_guard.hpp"

#include <doctest/doctest.h>
#include <ostream>

#include "base/hash.hpp"
#include "support/scorm_bundle.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

constexpr std::string_view secret = "Employees alone may read this sentence.";

/// The small project, in which organisation two has something in every field; the guard is that of the bundle
/// one/managers in English and Dutch.
struct Guarded {
  ScormBundle scorm;
  SmallProject& small = scorm.small;
  std::vector<Edition> editions;
  std::vector<const Edition*> of_bundle;
  std::unique_ptr<LanguageTools> tools;
  std::unique_ptr<BundleGuard> guard;

  Guarded() {
    small.add("kit/memo.md", "A memo for few", "Minutes of the night before launch.");
    small.add("secret.md", "For their eyes", secret, only(audience, employee)).front.summary =
        "What nobody else is told about.";
    ProgramBuilder builder("content/en/sign.md");
    builder.only(only(audience, employee), [&] {
      builder.image("content/media/door.png", "A green door with a sign");
      builder.link(LinkUse::Kind::outside, "https://only.example/for/employees", "elsewhere");
    });
    small.add("sign.md", "Sign", builder);
    small.add("thuis.md", "Thuis", "Welkom terug.", {}, "nl");
    fill(small.project.profiles[1]);
    for (const std::string id : {"one/managers/en", "one/managers/nl"}) editions.push_back(small.edition(id));
    for (const Edition& edition : editions) of_bundle.push_back(&edition);
    renew();
  }

  /// After a change to the project.
  void renew() {
    guard.reset();
    tools = std::make_unique<LanguageTools>(small.project, small.program_of(), editions);
    guard = std::make_unique<BundleGuard>(of_bundle, scorm.theme, *tools);
  }

  static void fill(Profile& two) {
    two.name.by_language = {{"en", "Zandvoort Baking Group"}, {"nl", "Bakkersgroep Zandvoort"}};
    two.short_name.any = "Zandbak";
    two.variables["room"].any = "the blue room upstairs";
    two.variables["till"].any = "Zomertijd";
    Contact contact;
    contact.role = "oh";
    contact.name.any = "Mira";
    contact.label.any = "Bedrijfsdokter";
    contact.phone = "+31 (0)20 555 12 34";
    contact.email = "mira.oh@zand.example";
    contact.url = "https://zand.example/oh/";
    contact.hours.any = "Mo-Th 9-13";
    contact.note.any = "Ring twice, ask for Mira";
    two.contacts = {contact};
    two.links = {{"absence", {"Absence desk of Zand", {}}, "https://zand.example/absence?form=7", {}}};
    two.quick_exit = "https://weather.zand.example";
    two.rollout.emplace();
    two.rollout->address = "https://zand.example/together";
    two.rollout->texts["sponsor"].any = "Ottoline Brandaris";
    two.bundles[0].title.any = "Bakers of the night shift";
    ResponsibilityRow row;
    row.task.any = "Orders the flour for the week";
    row.notes["hr"].any = "only with a signature";
    two.responsibilities = {row};
  }

  /// What is found when the file is put, a line each.
  std::string found(std::string_view path, std::string_view bytes, std::string_view language = "en") {
    REQUIRE(guard->open(1));
    guard->inspect(language, path, std::string(bytes));
    return list_of(guard->take_findings());
  }
};

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

TEST_CASE("guard: a file that waited until it could be searched is recorded like any other") {
  Guarded guarded;
  const std::map<std::string, std::string> nothing;
  const PhrasesOfBuild phrases(nothing);
  guarded.guard->remember(phrases, nullptr);
  const std::string page = "<p>Welcome.</p>";
  guarded.guard->inspect("en", "en/clean.html", page);
  guarded.guard->inspect("en", "en/other.html", "<p>" + std::string(secret) + "</p>");
  REQUIRE(guarded.guard->open(1));
  CHECK(guarded.guard->take_search().files ==
        SearchedFiles::key_of("en", "en/clean.html", page.size(), sha256_hex(page)));
  CHECK_FALSE(guarded.guard->take_findings().all().empty());
}

TEST_CASE("guard: what the last build found nothing in is searched only for what is secret since") {
  const std::string page = "<p>" + std::string(secret) + "</p>";
  Guarded guarded;
  const std::map<std::string, std::string> nothing;
  const PhrasesOfBuild first(nothing);
  guarded.guard->remember(first, nullptr);
  REQUIRE(guarded.guard->open(1));
  guarded.guard->inspect("en", "en/clean.html", "<p>Welcome.</p>");
  guarded.guard->inspect("en", "en/other.html", page);
  KeptSearch kept = guarded.guard->take_search();
  const auto key_of = [](std::string_view path, std::string_view bytes) {
    return SearchedFiles::key_of("en", path, bytes.size(), sha256_hex(bytes));
  };
  const auto key = [&](std::string_view path) { return key_of(path, page); };
  CHECK(kept.files == key_of("en/clean.html", "<p>Welcome.</p>"));
  CHECK(kept.prints.empty());  // of the first build
  CHECK_FALSE(kept.has_all_prints);

  // As if that page had been found clean: whether it is searched again can then be seen.
  kept.files = key("en/page.html");
  std::map<std::string, std::string> hashes;
  for (const std::string language : {"en", "nl"})
    hashes[language] = first.of(language, guarded.tools->leak_index(language)).hashes();
  const PhrasesOfBuild second(hashes);
  const auto found = [&](std::string_view path, std::string_view bytes) {
    guarded.renew();
    guarded.guard->remember(second, &kept);
    return guarded.found(path, bytes);
  };
  CHECK(found("en/page.html", page).empty());
  CHECK_FALSE(found("en/page.html", page + " ").empty());
  CHECK_FALSE(found("en/elsewhere.html", page).empty());
  SUBCASE("a phrase that was not looked for") {
    kept.marks["en"].assign(kept.marks["en"].size(), '0');
    CHECK_FALSE(found("en/page.html", page).empty());
  }
  SUBCASE("marks that are none") {
    kept.marks["en"].pop_back();
    CHECK_FALSE(found("en/page.html", page).empty());
  }
  SUBCASE("prints tell what need not be searched for") {
    kept.marks["en"].assign(kept.marks["en"].size(), '0');
    kept.has_all_prints = true;
    const auto with_prints_of = [&](std::string_view bytes) {
      PrintSet set;
      set.add(prints_of_file("en/page.html", bytes));
      kept.prints = set.text();
    };
    with_prints_of("<p>Welcome.</p>");  // as no build would have them: the page is searched no more
    CHECK(found("en/page.html", page).empty());
    CHECK_FALSE(found("en/elsewhere.html", page).empty());
    with_prints_of(page);
    CHECK_FALSE(found("en/page.html", page).empty());
    with_prints_of("<p>Welcome.</p>");
    kept.has_all_prints = false;
    CHECK_FALSE(found("en/page.html", page).empty());
  }
  SUBCASE("a build over another one has the prints of what it searched, and of what was searched before") {
    guarded.renew();
    guarded.guard->remember(second, &kept);
    REQUIRE(guarded.guard->open(1));
    guarded.guard->inspect("en", "en/clean.html", "<p>Welcome to all of you.</p>");
    const KeptSearch next = guarded.guard->take_search();
    CHECK(next.has_all_prints);
    guarded.renew();
    guarded.guard->remember(second, &next);
    REQUIRE(guarded.guard->open(1));
    guarded.guard->inspect("en", "en/other.html", "<p>Goodbye to them.</p>");
    const auto prints = PrintSet::read(guarded.guard->take_search().prints);
    REQUIRE(prints);
    CHECK(prints->may_have(prints_of_phrase("welcome to all of you")));
    CHECK(prints->may_have(prints_of_phrase("goodbye to them")));
    CHECK_FALSE(prints->may_have(prints_of_phrase("welcome to nobody")));
  }
}
