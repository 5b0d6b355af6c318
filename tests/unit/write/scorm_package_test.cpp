#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "base/strings.hpp"
#include "package/check_package.hpp"
#include "support/scorm_bundle.hpp"
#include "write/scorm/package_pages.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

/// What the package tells its script.
nlohmann::json config_of(const Unzipped& package) {
  const std::string& script = package.files.at("assets/scorm-data.js");
  const std::size_t start = script.find("config = ") + 9;
  return nlohmann::json::parse(script.substr(start, script.rfind(';') - start));
}

}  // namespace

TEST_CASE("SCORM package: the manifest first, its schemas beside it, then every file in order") {
  ScormBundle bundle;
  REQUIRE(bundle.make("scorm12").diagnostics.empty());
  CHECK(unzipped(bundle.zip("scorm12")).names ==
        std::vector<std::string>{"imsmanifest.xml", "adlcp_rootv1p2.xsd", "imscp_rootv1p1p2.xsd",
                                 "imsmd_rootv1p2p1.xsd", "assets/colours.css", "assets/favicon.svg",
                                 "assets/scorm-data.js", "assets/scorm.css", "assets/scorm.js",
                                 "assets/tailorbird.css", "en/index.html", "en/plan/index.html",
                                 "en/plan/other.html", "en/plan/talk.html", "index.html"});
}

TEST_CASE("SCORM package: our own check finds nothing in any version") {
  ScormBundle bundle;
  for (const auto& [format, edition] :
       std::vector<std::pair<std::string, int>>{{"scorm12", 4}, {"scorm2004", 4}, {"scorm2004", 3}}) {
    CAPTURE(format);
    CAPTURE(edition);
    bundle.bundle().learning.scorm2004_edition = edition;
    REQUIRE(bundle.make(format).diagnostics.empty());
    const Result<Diagnostics> found = check_package(bundle.zip(format));
    REQUIRE(found);
    CHECK(list_of(*found) == "");
  }
}

TEST_CASE("SCORM package: one language, whatever the bundle has") {
  ScormBundle bundle;
  bundle.make("scorm12");
  const Unzipped package = unzipped(bundle.zip("scorm12"));
  CHECK_FALSE(package.files.contains("nl/index.html"));
  CHECK(package.files.at("index.html").find("<html lang=\"en\">") != std::string::npos);
  CHECK(package.files.at("index.html").find("the language choice") == std::string::npos);
}

TEST_CASE("SCORM package: the script knows each page, its code only where it may be recorded, and the rule") {
  ScormBundle bundle;
  bundle.bundle().learning.completion = Completion::core;
  bundle.make("scorm2004");
  const nlohmann::json config = config_of(unzipped(bundle.zip("scorm2004")));
  CHECK(config["version"] == "2004");
  CHECK(config["rule"] == "core");
  CHECK(config["start"] == "en/index.html");
  CHECK(config["strings"].contains("recording"));
  CHECK(config["tracking"] == "place");
  const nlohmann::json& pages = config["pages"];
  REQUIRE(pages.size() == 4);
  CHECK(pages[0]["path"] == "en/index.html");
  CHECK(pages[0]["code"].get<std::string>().size() == 4);
  CHECK_FALSE(pages[0].contains("place"));
  CHECK(pages[1]["path"] == "en/plan/index.html");
  CHECK(pages[1]["core"] == true);
  CHECK(pages[2]["path"] == "en/plan/talk.html");
  CHECK_FALSE(pages[2].contains("core"));
  CHECK(pages[3] == nlohmann::json{{"path", "en/plan/other.html"}, {"place", pages[1]["code"]}});
}

TEST_CASE("SCORM package: at the level `status` its script knows no code") {
  ScormBundle bundle;
  bundle.bundle().learning.tracking = Tracking::status;
  bundle.make("scorm12");
  const nlohmann::json config = config_of(unzipped(bundle.zip("scorm12")));
  CHECK(config["tracking"] == "status");
  for (const nlohmann::json& page : config["pages"]) {
    CHECK_FALSE(page.contains("code"));
    CHECK_FALSE(page.contains("place"));
  }
}

TEST_CASE("SCORM package: pages say what the level of tracking tells, in its language") {
  ScormBundle bundle;
  bundle.make("scorm12", {{"en/index.html", "<p><span data-tracking>Nobody sees what you read.</span></p>"}});
  const std::string sentence(bundle.theme.word("en", "tracking-place"));
  REQUIRE(!sentence.empty());
  const Unzipped package = unzipped(bundle.zip("scorm12"));
  CHECK(package.files.at("en/index.html") == "<p><span data-tracking>" + sentence + "</span></p>");
  CHECK(config_of(package)["strings"]["recording"] == sentence);
  SUBCASE("more than once, escaped, and only there") {
    CHECK(
        with_tracking_sentence("<b data-tracking>x</b><i>y</i><b class=\"z\" data-tracking>x</b>", "a & b") ==
        "<b data-tracking>a &amp; b</b><i>y</i><b class=\"z\" data-tracking>a &amp; b</b>");
    CHECK(with_tracking_sentence("<p>a</p>", "b") == "<p>a</p>");
    CHECK(with_tracking_sentence("<p data-tracking", "b") == "<p data-tracking");
  }
}

TEST_CASE("SCORM package: everything that a browser reads is ASCII, in every language of the theme") {
  ScormBundle bundle;
  bundle.small.project.site.title.any = "Reprendre le travail, \u00e9t\u00e9 \U0001F33F";
  bundle.make("scorm12");
  for (const auto& [name, bytes] : unzipped(bundle.zip("scorm12")).files) {
    CAPTURE(name);
    if (name == "imsmanifest.xml") continue;
    CHECK(
        std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
  }
}

TEST_CASE("SCORM package: a change of text changes nothing in the manifest but the version") {
  ScormBundle bundle;
  bundle.make("scorm12");
  const std::string before = unzipped(bundle.zip("scorm12")).files["imsmanifest.xml"];
  bundle.revision = "ba9876543210";
  bundle.make("scorm12", {{"en/index.html", "<p>Changed.</p>"}});
  const std::string after = unzipped(bundle.zip("scorm12")).files["imsmanifest.xml"];
  CHECK(before != after);
  CHECK(replace_all(before, "0123456789ab", "ba9876543210") == after);
}

TEST_CASE(
    "SCORM package: without control documents it says which command fetches them, and makes no package") {
  ScormBundle bundle;
  std::filesystem::remove_all(bundle.data.path() / "scorm");
  const ScormBundle::Made made = bundle.make("scorm12");
  CHECK(made.units.empty());
  REQUIRE(made.diagnostics.all().size() == 1);
  const Diagnostic& found = made.diagnostics.all()[0];
  CHECK(found.code == "scorm-control-documents-missing");
  CHECK(found.message == "the format `scorm12` needs the schemas of SCORM, which are not installed");
  CHECK(found.severity == Severity::warning);
}

TEST_CASE("SCORM package: the language choice is left out of its pages") {
  CHECK(without_other_languages(
            "<p>a</p><nav class=\"x\" data-other-languages><ul><li>nl</li></ul></nav><p>b</p>") ==
        "<p>a</p><p>b</p>");
  CHECK(without_other_languages("<div data-other-languages>x</div>a<div data-other-languages>y</div>b") ==
        "ab");
  CHECK(without_other_languages("<p>a</p>") == "<p>a</p>");
  CHECK(without_other_languages("<nav data-other-languages>never closed") ==
        "<nav data-other-languages>never closed");
}

TEST_CASE("SCORM package: a link to what the package does not hold is an error that names the page") {
  ScormBundle bundle;
  const ScormBundle::Made made =
      bundle.make("scorm12", {{"en/plan/talk.html",
                               "<a href=\"../../nl/plan/talk.html\">nl</a> <a href=\"index.html#top\">up</a> "
                               "<a href=\"https://example.org/\">out</a> <a href=\"#here\">here</a> "
                               "<link href=\"../../assets/tailorbird.css\">"}});
  CHECK(list_of(made.diagnostics) ==
        "scorm-link-leaves-package: `en/plan/talk.html` links to `nl/plan/talk.html`, which the package does "
        "not hold\n");
  CHECK(made.diagnostics.all()[0].where.file == "content/en/plan/talk.md");
  CHECK(made.diagnostics.all()[0].editions == std::vector<std::string>{"one/managers/en"});
}

TEST_CASE("SCORM package: pages that no author wrote are looked at as well") {
  ScormBundle bundle;
  bundle.bundle().where = {"profiles/one.yaml", {12, 5}, 8};
  SUBCASE("the choice of other languages is left out of them") {
    const ScormBundle::Made made = bundle.make(
        "scorm12", {{"en/statement.html",
                     "<p>a</p><nav data-other-languages><a href=\"../nl/statement.html\">nl</a></nav>"}});
    CHECK(made.diagnostics.empty());
    CHECK(unzipped(bundle.zip("scorm12")).files.at("en/statement.html") == "<p>a</p>");
  }
  SUBCASE("a link out of the package is an error at the bundle") {
    const ScormBundle::Made made =
        bundle.make("scorm12", {{"en/statement.html", "<a href=\"../nl/statement.html\">nl</a>"}});
    CHECK(
        list_of(made.diagnostics) ==
        "scorm-link-leaves-package: `en/statement.html` links to `nl/statement.html`, which the package does "
        "not hold\n");
    CHECK(made.diagnostics.all()[0].where == bundle.bundle().where);
  }
}

TEST_CASE("SCORM package: the script is small") {
  ScormBundle bundle;
  const std::string& script = bundle.theme.of_format("scorm").script;
  CHECK(script.size() <= 21 * 1024);
  CHECK(script.size() > 1024);
}
