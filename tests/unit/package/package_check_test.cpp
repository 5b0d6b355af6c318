#include <doctest/doctest.h>
#include <functional>
#include <set>

#include "base/strings.hpp"
#include "diag/codes.hpp"
#include "package/check_package.hpp"
#include "package/rules.hpp"
#include "package_workshop.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

Severity severity_of(RuleKind kind) {
  if (kind == RuleKind::breaks) return Severity::error;
  return kind == RuleKind::standard ? Severity::warning : Severity::note;
}

struct Breakage {
  std::string_view name;
  void (*breaks)(Workshop& shop);
  std::string_view findings;
};

}  // namespace

TEST_CASE("package check: each broken package is told what is wrong with it, and nothing else") {
  const auto rows = std::to_array<Breakage>({
      {"nothing is broken", [](Workshop&) {}, ""},
      {"manifest in a folder", [](Workshop& shop) { shop.entries[0].name = "course/imsmanifest.xml"; },
       "package-manifest-missing: no `imsmanifest.xml` at the top of the zip, but "
       "`course/imsmanifest.xml`\n"},
      {"manifest in capitals", [](Workshop& shop) { shop.entries[0].name = "IMSManifest.xml"; },
       "package-manifest-missing: no `imsmanifest.xml` at the top of the zip, but `IMSManifest.xml`\n"},
      {"no manifest", [](Workshop& shop) { shop.remove("imsmanifest.xml"); },
       "package-manifest-missing: no `imsmanifest.xml` in the zip\n"},
      {"manifest last", [](Workshop& shop) { std::swap(shop.entries.front(), shop.entries.back()); },
       "package-manifest-not-first: `index.html` comes before `imsmanifest.xml`\n"},
      {"byte order mark", [](Workshop& shop) { shop.manifest() = "\xEF\xBB\xBF" + shop.manifest(); },
       "package-manifest-bom: a byte order mark at the start\n"},
      {"ampersand",
       [](Workshop& shop) { shop.replace("<title>Back to work</title>", "<title>Work & life</title>"); },
       "package-manifest-broken: the XML is broken: `&` is not written as `&amp;`\n"},
      {"unclosed", [](Workshop& shop) { shop.replace("</manifest>", ""); },
       "package-manifest-broken: the XML is broken: no element found\n"},
      {"undeclared prefix", [](Workshop& shop) { shop.replace("xmlns:adlcp=", "xmlns:adl="); },
       "package-manifest-broken: the XML is broken: unbound prefix\n"},
      {"attribute twice",
       [](Workshop& shop) { shop.replace("isvisible=\"true\"", "isvisible=\"true\" isvisible=\"true\""); },
       "package-manifest-broken: the XML is broken: duplicate attribute\n"},
      {"unknown version", [](Workshop& shop) { shop.replace(">1.2<", ">1.3<"); },
       "package-version: `schemaversion` is `1.3`, which is not a version of SCORM\n"},
      {"no version", [](Workshop& shop) { shop.replace("<schemaversion>1.2</schemaversion>", ""); },
       "package-version: no `schemaversion`\n"},
      {"unusual prefix",
       [](Workshop& shop) {
         shop.replace("adlcp:", "adl:");
         shop.replace("xmlns:adlcp=", "xmlns:adl=");
       },
       "package-namespace: the prefix `adl` is used for what everybody calls `adlcp`\n"
       "package-type-case: `adl:scormtype` has to be `adlcp:scormtype` here\n"},
      {"metadata last",
       [](Workshop& shop) {
         const std::size_t start = shop.manifest().find("<metadata>");
         const std::size_t end = shop.manifest().find("</metadata>") + 11;
         const std::string metadata = shop.manifest().substr(start, end - start);
         shop.manifest().erase(start, end - start);
         shop.replace("</resources>", "</resources>" + metadata);
       },
       "package-structure: `metadata` has to come before `resources`\n"},
      {"an element that no schema has", [](Workshop& shop) { shop.replace("<item ", "<chapter/><item "); },
       "package-structure: `chapter` does not belong in `organization`\n"},
      {"two lists of resources",
       [](Workshop& shop) { shop.replace("</resources>", "</resources><resources/>"); },
       "package-structure: a second `resources` in `manifest`\n"},
      {"an element of another standard in between",
       [](Workshop& shop) { shop.replace("<item ", "<adlcp:prerequisites/><item "); },
       "package-structure: `item` has to come before `adlcp:prerequisites`\n"
       "package-sequencing: rules for the order of parts: `adlcp:prerequisites`\n"},
      {"resource without a type", [](Workshop& shop) { shop.replace(" type=\"webcontent\"", ""); },
       "package-structure: `resource` has no `type`\n"},
      {"some other XML",
       [](Workshop& shop) { shop.manifest() = "<course><schemaversion>1.2</schemaversion></course>"; },
       "package-version: no `schemaversion`\n"
       "package-structure: it begins with `course`, not with `manifest`\n"
       "package-organization: no organization\n"
       "package-sco-count: 0 resources are of type `sco`\n"
       "package-file-unlisted: files that the manifest does not list: `assets/colours.css`, "
       "`assets/favicon.svg`, `assets/scorm-data.js` and 8 more\n"
       "package-metadata: the metadata does not say: `title`, `language`, `description` and 2 more\n"},
      {"schema left out", [](Workshop& shop) { shop.remove("adlcp_rootv1p2.xsd"); },
       "package-schema-missing: schemas that are not beside the manifest: `adlcp_rootv1p2.xsd`\n"},
      {"no default", [](Workshop& shop) { shop.replace(" default=\"O", " x=\"O"); },
       "package-organization-default: no default organization\n"},
      {"wrong default", [](Workshop& shop) { shop.replace(" default=\"O", " default=\"P"); },
       "package-organization-default: the default organization `Pfb16c0bb` is not there\n"},
      {"dangling reference", [](Workshop& shop) { shop.replace("identifierref=\"R", "identifierref=\"S"); },
       "package-reference-dangling: no resource `Sfb16c0bb`, which `item` names\n"},
      {"identifier with a blank inside", [](Workshop& shop) { shop.replace("\"Mfb16c0bb-", "\"M fb16c0bb-"); },
       "package-identifier: `M fb16c0bb-one-managers-en` is not a valid identifier\n"},
      {"identifiers with blanks around them, points and underscores",
       [](Workshop& shop) {
         shop.replace("identifierref=\"Rfb16c0bb\"", "identifierref=\" R_fb.16c0bb \"");
         shop.replace("identifier=\"Rfb16c0bb\"", "identifier=\"R_fb.16c0bb\"");
         shop.replace("default=\"Ofb16c0bb\"", "default=\"Ofb16c0bb \"");
       },
       ""},
      {"an organization without items",
       [](Workshop& shop) {
         const std::size_t start = shop.manifest().find("<item ");
         shop.manifest().erase(start, shop.manifest().find("</item>") + 7 - start);
       },
       "package-organization: the organization `Ofb16c0bb` is empty\n"},
      {"a comment with two hyphens",
       [](Workshop& shop) { shop.replace("<organizations ", "<!-- one -- two --><organizations "); },
       "package-manifest-broken: the XML is broken: `--` inside a comment\n"},
      {"a control character, written as a number",
       [](Workshop& shop) { shop.replace("<title>Back to work</title>", "<title>Back&#1;</title>"); },
       "package-manifest-broken: the XML is broken: reference to invalid character number\n"},
      {"an entity that a DOCTYPE declares",
       [](Workshop& shop) {
         shop.replace("<manifest ", "<!DOCTYPE manifest [<!ENTITY name \"Back to work\">]><manifest ");
         shop.replace("<title>Back to work</title>", "<title>&name;</title>");
       },
       ""},
      {"an entity that nobody declares",
       [](Workshop& shop) { shop.replace("<title>Back to work</title>", "<title>&nbsp;</title>"); },
       "package-manifest-broken: the XML is broken: undefined entity\n"},
      {"a course on another site",
       [](Workshop& shop) { shop.replace("\"sco\" href=\"index.html\"", "\"sco\" href=\"https://example.org/\""); },
       "package-start-elsewhere: the course starts at `https://example.org/`, outside of the package\n"},
      {"a course that never looks for the learning system",
       [](Workshop& shop) { shop.bytes("assets/scorm.js") = "document.title = 'x';"; },
       "package-no-api: no page or script looks for the learning system\n"},
      {"a course that looks for the other version's learning system",
       [](Workshop& shop) { shop.bytes("assets/scorm.js") = "find(window, 'API_1484_11');"; },
       "package-no-api: its scripts look for a learning system of SCORM 2004, the manifest says 1.2\n"},
      {"a start page with a query and an escaped character",
       [](Workshop& shop) {
         shop.entries.push_back({"course.html", "x"});
         shop.replace("\"sco\" href=\"index.html\"", "\"sco\" href=\"%63ourse.html?mode=a#b\"");
         shop.replace("<file href=\"index.html\" />",
                      "<file href=\"index.html\" /><file href=\"%63ourse.html\" />");
       },
       ""},
      {"identifier twice", [](Workshop& shop) { shop.replace("\"Ifb16c0bb\"", "\"Ofb16c0bb\""); },
       "package-identifier-twice: a second element has the identifier `Ofb16c0bb`\n"},
      {"wrong case of scormtype", [](Workshop& shop) { shop.replace("adlcp:scormtype", "adlcp:scormType"); },
       "package-type-case: `adlcp:scormType` has to be `adlcp:scormtype` here\n"},
      {"no SCO", [](Workshop& shop) { shop.replace("\"sco\"", "\"asset\""); },
       "package-sco-count: 0 resources are of type `sco`\n"},
      {"start page missing",
       [](Workshop& shop) { shop.replace("\"sco\" href=\"index.html\"", "\"sco\" href=\"Index.html\""); },
       "package-start-missing: the start page `Index.html` is not in the zip\n"},
      {"listed but missing", [](Workshop& shop) { shop.remove("en/plan/talk.html"); },
       "package-file-missing: the file `en/plan/talk.html` is not in the zip\n"},
      {"there but not listed",
       [](Workshop& shop) {
         shop.entries.push_back({"extra.txt", "x"});
       },
       "package-file-unlisted: files that the manifest does not list: `extra.txt`\n"},
      {"listed twice",
       [](Workshop& shop) {
         shop.replace("<file href=\"en/index.html\" />",
                      "<file href=\"en/index.html\" /><file href=\"en/index.html\" />");
       },
       "package-file-listed-twice: `en/index.html` is listed twice\n"},
      {"no title", [](Workshop& shop) { shop.replace("<title>Back to work</title>", ""); },
       "package-title: `organization` has no title\npackage-title: `item` has no title\n"},
      {"mastery score",
       [](Workshop& shop) { shop.replace("</item>", "<adlcp:masteryscore>80</adlcp:masteryscore></item>"); },
       "package-mastery-score: a mastery score: `masteryscore`\n"},
      {"prerequisites",
       [](Workshop& shop) {
         shop.replace("</item>", "<adlcp:prerequisites type=\"aicc_script\">X</adlcp:prerequisites></item>");
       },
       "package-sequencing: rules for the order of parts: `adlcp:prerequisites`\n"},
      {"no metadata",
       [](Workshop& shop) {
         shop.replace("imsmd:general>", "imsmd:annotation>");
         shop.replace("imsmd:lifecycle>", "imsmd:annotation>");
       },
       "package-metadata: the metadata does not say: `title`, `language`, `description` and 1 more\n"},
      {"long version",
       [](Workshop& shop) { shop.replace("version=\"0123456789ab\"", "version=\"012345678901234567890\""); },
       "package-long-value: `version` has more than 20 characters\n"},
      {"unload", [](Workshop& shop) { shop.bytes("assets/scorm.js") += "\nwindow.onunload = f;"; },
       "package-uses-unload: the event `unload` is used in `assets/scorm.js`\n"},
      {"names",
       [](Workshop& shop) {
         shop.entries.push_back({"My_Page.html", "x"});
         shop.replace("<file href=\"index.html\" />",
                      "<file href=\"index.html\" /><file href=\"My_Page.html\" />");
       },
       "package-file-name: names that some hosts refuse: `My_Page.html`\n"},
      {"types",
       [](Workshop& shop) {
         shop.entries.push_back({"data.json", "x"});
         shop.replace("<file href=\"index.html\" />",
                      "<file href=\"index.html\" /><file href=\"data.json\" />");
       },
       "package-file-type: types that some hosts refuse: `data.json`\n"},
      {"names that differ in case",
       [](Workshop& shop) {
         shop.entries.push_back({"Index.html", "x"});
         shop.replace("<file href=\"index.html\" />",
                      "<file href=\"index.html\" /><file href=\"Index.html\" />");
       },
       "package-entry-twice: names that Windows takes for the same: `Index.html`\n"
       "package-file-name: names that some hosts refuse: `Index.html`\n"},
  });
  for (const Breakage& row : rows) {
    CAPTURE(row.name);
    Workshop shop;
    row.breaks(shop);
    CHECK(shop.findings() == row.findings);
  }
}

TEST_CASE("package check: SCORM 2004") {
  Workshop shop("scorm2004");
  SUBCASE("scormtype is spelled differently") {
    shop.replace("adlcp:scormType", "adlcp:scormtype");
    CHECK(shop.findings().starts_with(
        "package-type-case: `adlcp:scormtype` has to be `adlcp:scormType` here\n"));
  }
  SUBCASE("delivery controls are no sequencing") { CHECK(shop.findings().starts_with("package-metadata")); }
  SUBCASE("sequencing and shared objectives") {
    shop.replace("</imsss:sequencing>",
                 "<imsss:objectives><imsss:primaryObjective><imsss:mapInfo targetObjectiveID=\"x\"/>"
                 "</imsss:primaryObjective><imsss:objective objectiveID=\"y\"><imsss:mapInfo "
                 "targetObjectiveID=\"x\"/></imsss:objective></imsss:objectives></imsss:sequencing>");
    CHECK(
        shop.findings().starts_with("package-sequencing: rules for the order of parts: `imsss:sequencing`\n"
                                    "package-objective-map: a shared objective: `imsss:mapInfo`\n"));
  }
  SUBCASE("there is no schema for metadata, and none is missed unless advice is asked for") {
    CHECK(shop.findings() ==
          "package-metadata: the metadata does not say: `title`, `language`, `description` and 2 more\n");
  }
  SUBCASE("metadata in a file of its own is found") {
    shop.replace("</metadata>", "<adlcp:location>metadata.xml</adlcp:location></metadata>");
    shop.entries.push_back(
        {"metadata.xml", "<lom><general><title/><language/><description/></general></lom>"});
    CHECK(shop.findings() == "package-metadata: the metadata does not say: `version`, `licence`\n");
  }
}

TEST_CASE("package check: advice is given only when it is asked for") {
  Workshop shop;
  std::swap(shop.entries.front(), shop.entries.back());
  const fs::path path = shop.zip();
  CHECK(check_package(path)->all().empty());
  const Result<Diagnostics> asked = check_package(path, true);
  REQUIRE(asked->all().size() == 1);
  CHECK(asked->all()[0].severity == Severity::note);
}

TEST_CASE("package check: manifests in the encodings that systems import") {
  const auto read_as = [](std::string_view encoding, const auto& encode) {
    CAPTURE(encoding);
    Workshop shop;
    shop.replace("encoding=\"UTF-8\"", "encoding=\"" + std::string(encoding) + "\"");
    shop.replace("<title>Back to work</title>", "<title>\u00c9t\u00e9</title>");
    shop.replace("identifierref=\"R", "identifierref=\"S");  // so that there is a finding with a place
    shop.manifest() = encode(shop.manifest());
    const Result<Diagnostics> found = check_package(shop.zip(), true);
    REQUIRE(found->all().size() == 1);
    CHECK(found->all()[0].code == "package-reference-dangling");
    CHECK(found->all()[0].where.start.column == 7);
  };
  const auto latin1 = [](const std::string& text) {
    return replace_all(replace_all(text, "\u00c9", "\xC9"), "\u00e9", "\xE9");
  };
  read_as("ISO-8859-1", latin1);
  read_as("windows-1252", latin1);
  read_as("UTF-16", [&](const std::string& text) {
    std::string wide = "\xFF\xFE";
    for (const char c : latin1(text)) wide += {c, '\0'};
    return wide;
  });
}

TEST_CASE("package check: packages of other standards are told what they are") {
  const TempDir dir;
  const fs::path path = dir.path() / "other.zip";
  const auto findings = [&](const std::vector<ZipEntry>& entries) {
    REQUIRE(write_zip(path, entries));
    const Result<Diagnostics> found = check_package(path);
    REQUIRE(found);
    return list_of(*found);
  };
  const std::string course =
      "<courseStructure xmlns=\"https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd\"><course "
      "id=\"x\"/>"
      "<au id=\"y\"><url>start.html?a=b</url></au></courseStructure>";
  CHECK(findings({{"cmi5.xml", course, {}}, {"start.html", "x", {}}}) ==
        "package-other-kind: it is a package of cmi5, not of SCORM. Only systems that know cmi5 can start "
        "it\n");
  CHECK(
      findings({{"cmi5.xml", course, {}}}) ==
      "package-other-kind: it is a package of cmi5, not of SCORM. Only systems that know cmi5 can start it\n"
      "package-start-missing: the start page `start.html?a=b` is not in the zip\n");
  CHECK(
      findings({{"cmi5.xml", "<a>", {}}}) ==
      "package-other-kind: it is a package of cmi5, not of SCORM. Only systems that know cmi5 can start it\n"
      "package-manifest-broken: the XML is broken: no element found\n");
  CHECK(
      findings({{"tincan.xml", "<tincan/>", {}}}).starts_with("package-other-kind: it is a package of xAPI"));
  CHECK(findings({{"A.AU", "", {}}, {"a.crs", "", {}}, {"a.cst", "", {}}, {"a.des", "", {}}})
            .starts_with("package-other-kind: it is a package of AICC"));
  CHECK(findings({{"imsmanifest.xml",
                   "<manifest><metadata><schema>IMS Common Cartridge</schema></metadata></manifest>",
                   {}}})
            .starts_with("package-other-kind: it is a package of Common Cartridge"));
  CHECK(findings({{"imsmanifest.xml",
                   "<manifest><metadata><schema>IMS Common Cartridge</schema></metadata><resources><resource>"
                   "<file href=\"gone.html\"/></resource></resources></manifest>",
                   {}}})
            .ends_with("package-file-missing: the file `gone.html` is not in the zip\n"));
}

TEST_CASE("package check: findings in the manifest point to line and column") {
  Workshop shop;
  shop.replace("identifierref=\"R", "identifierref=\"S");
  const Result<Diagnostics> found = check_package(shop.zip());
  REQUIRE(found);
  REQUIRE(found->all().size() == 1);
  CHECK(found->all()[0].where.file == (shop.dir().path() / "broken.zip/imsmanifest.xml").string());
  const std::string before = shop.manifest().substr(0, shop.manifest().find("<item identifier"));
  CHECK(found->all()[0].where.start.line ==
        static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1));
  CHECK(found->all()[0].where.start.column == 7);
}

TEST_CASE("package check: a file that is not there cannot be checked") {
  const Result<Diagnostics> found = check_package("nowhere.zip");
  REQUIRE_FALSE(found);
  CHECK(found.error().message.starts_with("cannot read nowhere.zip: No such file"));
}

TEST_CASE("package check: a package that was unpacked already is told from one that is missing") {
  const TempDir dir;
  const Result<Diagnostics> found = check_package(dir.path());
  REQUIRE_FALSE(found);
  CHECK(found.error().message.ends_with("it is a folder; give the zip that a learning system would get"));
}

TEST_CASE("package check: every cut of a package is survived") {
  Workshop shop;
  shop.zip();
  const std::string bytes = shop.dir().read("broken.zip");
  for (std::size_t size = 0; size < bytes.size(); size += 97) {
    shop.dir().write("cut.zip", bytes.substr(bytes.size() - size));
    CHECK(check_package(shop.dir().path() / "cut.zip"));
  }
}

TEST_CASE("package check: each rule has a row among the diagnostics, and its own code") {
  std::set<std::string_view> codes;
  for (const auto rules : {zip_rules(), manifest_rules(), structure_rules(), organization_rules(),
                           file_rules(), content_rules()}) {
    for (const PackageRule& rule : rules) {
      CAPTURE(rule.code);
      REQUIRE(find_code(rule.code) != nullptr);
      CHECK(find_code(rule.code)->severity == severity_of(rule.kind));
      CHECK(codes.insert(rule.code).second);
      CHECK_FALSE(rule.summary.empty());
    }
  }
}
