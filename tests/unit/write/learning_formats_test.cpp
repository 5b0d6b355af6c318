#include <doctest/doctest.h>
#include <pugixml.hpp>

#include "package/check_package.hpp"
#include "support/scorm_bundle.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

pugi::xml_document parsed(const std::string& text) {
  pugi::xml_document document;
  REQUIRE(document.load_string(text.c_str()));
  return document;
}

std::string attribute(const pugi::xml_document& document, const char* path) {
  return document.select_node(path).attribute().value();
}

}  // namespace

TEST_CASE("cmi5: cmi5.xml first, then the session's page, the pages and what they need") {
  ScormBundle bundle;
  REQUIRE(bundle.make("cmi5").diagnostics.empty());
  CHECK(unzipped(bundle.zip("cmi5")).names ==
        std::vector<std::string>{"cmi5.xml", "assets/colours.css", "assets/favicon.svg",
                                 "assets/scorm-data.js", "assets/scorm.css", "assets/scorm.js",
                                 "assets/tailorbird.css", "en/index.html", "en/plan/index.html",
                                 "en/plan/other.html", "en/plan/talk.html", "index.html"});
}

TEST_CASE("cmi5: one unit, done when it says completed, with names that stay") {
  ScormBundle bundle;
  bundle.make("cmi5");
  const std::string text = unzipped(bundle.zip("cmi5")).files.at("cmi5.xml");
  const pugi::xml_document course = parsed(text);
  CHECK(course.document_element().attribute("xmlns").value() ==
        std::string("https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"));
  CHECK(course.select_nodes("//au").size() == 1);
  CHECK(attribute(course, "//au/@moveOn") == "Completed");
  CHECK(attribute(course, "//au/@launchMethod") == "AnyWindow");
  CHECK(course.select_node("//au/url").node().text().get() == std::string("index.html"));
  CHECK(course.select_node("//course/description/langstring").node().text().get() ==
        std::string("Where to begin."));
  CHECK(attribute(course, "//au/@id").starts_with("urn:uuid:"));
  CHECK(attribute(course, "//au/@id") != attribute(course, "//course/@id"));
  bundle.revision = "ba9876543210";
  bundle.make("cmi5", {{"en/index.html", "<p>Changed.</p>"}});
  CHECK(unzipped(bundle.zip("cmi5")).files.at("cmi5.xml") == text);
}

TEST_CASE("cmi5: the session's page may ask the record store, that of SCORM nobody") {
  ScormBundle bundle;
  bundle.make("cmi5");
  bundle.make("scorm12");
  CHECK(unzipped(bundle.zip("cmi5")).files.at("index.html").find("connect-src https: http:;") !=
        std::string::npos);
  CHECK(unzipped(bundle.zip("scorm12")).files.at("index.html").find("connect-src 'none';") !=
        std::string::npos);
}

TEST_CASE("cmi5: the level of tracking holds as in SCORM, and codes differ from those of SCORM") {
  ScormBundle bundle;
  bundle.make("cmi5");
  bundle.make("scorm12");
  const std::string cmi5 = unzipped(bundle.zip("cmi5")).files.at("assets/scorm-data.js");
  CHECK(cmi5.find(R"("version": "cmi5")") != std::string::npos);
  CHECK(cmi5.find(R"("code")") != std::string::npos);
  const auto pages = [](const std::string& script) { return script.substr(script.find(R"("pages")")); };
  CHECK(pages(cmi5) != pages(unzipped(bundle.zip("scorm12")).files.at("assets/scorm-data.js")));
  bundle.bundle().learning.tracking = Tracking::status;
  bundle.make("cmi5");
  CHECK(unzipped(bundle.zip("cmi5")).files.at("assets/scorm-data.js").find(R"("code")") == std::string::npos);
}

TEST_CASE("Common Cartridge: every file is a resource, every page an item, and there is no session") {
  ScormBundle bundle;
  REQUIRE(bundle.make("imscc").diagnostics.empty());
  const Unzipped package = unzipped(bundle.zip("imscc"));
  CHECK(package.names == std::vector<std::string>{"imsmanifest.xml", "assets/colours.css",
                                                  "assets/favicon.svg", "assets/tailorbird.css",
                                                  "en/index.html", "en/plan/index.html", "en/plan/other.html",
                                                  "en/plan/talk.html"});
  const pugi::xml_document manifest = parsed(package.files.at("imsmanifest.xml"));
  CHECK(manifest.select_node("//schemaversion").node().text().get() == std::string("1.3.0"));
  CHECK(attribute(manifest, "//organization/@structure") == "rooted-hierarchy");
  std::vector<std::string> listed;
  for (const pugi::xpath_node& file : manifest.select_nodes("//resource[@type='webcontent']/file/@href")) {
    listed.emplace_back(file.attribute().value());
    CHECK(file.attribute().value() == std::string(file.parent().parent().attribute("href").value()));
  }
  CHECK(listed == std::vector<std::string>(package.names.begin() + 1, package.names.end()));
  std::vector<std::string> shown;
  for (const pugi::xpath_node& item : manifest.select_nodes("//item[@identifierref]")) {
    const std::string query =
        std::string("//resource[@identifier='") + item.node().attribute("identifierref").value() + "']/@href";
    shown.push_back(std::string(item.node().child_value("title")) + ": " +
                    attribute(manifest, query.c_str()));
    CHECK(item.node().child("item").empty());  // a folder shows nothing
  }
  CHECK(shown == std::vector<std::string>{"Home: en/index.html", "Plan: en/plan/index.html",
                                          "Talk: en/plan/talk.html", "Other: en/plan/other.html"});
  CHECK(manifest.select_nodes("//organization/item/item[title='Plan']/item").size() == 3);
}

TEST_CASE("Learning formats: our own check says what they are, and finds nothing") {
  ScormBundle bundle;
  const auto findings = [&](const std::string& format) {
    REQUIRE(bundle.make(format).diagnostics.empty());
    const Result<Diagnostics> found = check_package(bundle.zip(format));
    REQUIRE(found);
    return list_of(*found);
  };
  CHECK(findings("cmi5") ==
        "package-other-kind: it is a package of cmi5, not of SCORM. Only systems that know cmi5 can start "
        "it\n");
  CHECK(findings("imscc") ==
        "package-other-kind: it is a package of Common Cartridge, not of SCORM. Systems show its pages and "
        "record nothing of their readers\n");
}
