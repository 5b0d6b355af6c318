#include <doctest/doctest.h>
#include <set>

#include "base/strings.hpp"
#include "package/xml_document.hpp"
#include "text/utf8.hpp"
#include "write/scorm/manifest.hpp"

using namespace tailorbird;

namespace {

PackageFacts some_facts() {
  return {scorm_identifiers({"meander", "managers", "en"}, "scorm12"),
          "en",
          "Back to work: For managers",
          "Where to begin.",
          "0123456789ab",
          "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/",
          {"assets/scorm.js", "en/index.html", "index.html"}};
}

/// The text of the first element called `name`, parsed as a learning system would.
std::string element_text(const std::string& xml, const std::string& name) {
  const auto document = read_xml(xml);
  REQUIRE_FALSE(document->problem);
  return document->tree.select_node(("//" + name).c_str()).node().text().get();
}

}  // namespace

TEST_CASE("manifest: SCORM 1.2, whole") {
  CHECK(manifest_text(scorm_version("scorm12", 4), some_facts()) == R"(<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="M9e196053-meander-managers-en" version="0123456789ab" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 imsmd_rootv1p2p1.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
    <imsmd:lom>
      <imsmd:general>
        <imsmd:title>
          <imsmd:langstring xml:lang="en">Back to work: For managers</imsmd:langstring>
        </imsmd:title>
        <imsmd:language>en</imsmd:language>
        <imsmd:description>
          <imsmd:langstring xml:lang="en">Where to begin.</imsmd:langstring>
        </imsmd:description>
      </imsmd:general>
      <imsmd:lifecycle>
        <imsmd:version>
          <imsmd:langstring xml:lang="x-none">0123456789ab</imsmd:langstring>
        </imsmd:version>
      </imsmd:lifecycle>
      <imsmd:metametadata>
        <imsmd:metadatascheme>ADL SCORM 1.2</imsmd:metadatascheme>
        <imsmd:language>en</imsmd:language>
      </imsmd:metametadata>
      <imsmd:technical>
        <imsmd:format>text/html</imsmd:format>
      </imsmd:technical>
      <imsmd:rights>
        <imsmd:copyrightandotherrestrictions>
          <imsmd:source>
            <imsmd:langstring xml:lang="x-none">LOMv1.0</imsmd:langstring>
          </imsmd:source>
          <imsmd:value>
            <imsmd:langstring xml:lang="x-none">yes</imsmd:langstring>
          </imsmd:value>
        </imsmd:copyrightandotherrestrictions>
        <imsmd:description>
          <imsmd:langstring xml:lang="en">CC BY 4.0, https://creativecommons.org/licenses/by/4.0/</imsmd:langstring>
        </imsmd:description>
      </imsmd:rights>
    </imsmd:lom>
  </metadata>
  <organizations default="O9e196053">
    <organization identifier="O9e196053">
      <title>Back to work: For managers</title>
      <item identifier="I9e196053" identifierref="R9e196053" isvisible="true">
        <title>Back to work: For managers</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="R9e196053" type="webcontent" adlcp:scormtype="sco" href="index.html">
      <file href="assets/scorm.js" />
      <file href="en/index.html" />
      <file href="index.html" />
    </resource>
  </resources>
</manifest>
)");
}

TEST_CASE(
    "manifest: the editions of SCORM 2004 differ in what systems tell them apart by, and need no "
    "sequencing") {
  const std::string third = manifest_text(scorm_version("scorm2004", 3), some_facts());
  const std::string fourth = manifest_text(scorm_version("scorm2004", 4), some_facts());
  CHECK(element_text(third, "schemaversion") == "2004 3rd Edition");
  CHECK(element_text(fourth, "schemaversion") == "2004 4th Edition");
  CHECK(replace_all(third, "2004 3rd", "2004 4th") == fourth);
  CHECK(fourth.find("adlcp:scormType=\"sco\"") != std::string::npos);
  CHECK(fourth.find("scormtype") == std::string::npos);
}

TEST_CASE("manifest: in SCORM 2004 the content alone decides whether it is completed") {
  const std::string text = manifest_text(scorm_version("scorm2004", 4), some_facts());
  CHECK(text.find(R"(        <imsss:sequencing>
          <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true" />
        </imsss:sequencing>
      </item>)") != std::string::npos);
  CHECK(manifest_text(scorm_version("scorm12", 4), some_facts()).find("imsss") == std::string::npos);
}

TEST_CASE("manifest: SCORM 2004 has no metadata, because the package has no schema for it") {
  const std::string text = manifest_text(scorm_version("scorm2004", 4), some_facts());
  CHECK(text.find("lom") == std::string::npos);
  CHECK(text.find("adlcp:location") == std::string::npos);
}

TEST_CASE("manifest: titles keep every character") {
  PackageFacts facts = some_facts();
  for (const std::string one :
       {"Work & health", "a < b > c", "\"Back\" to 'work'", "Th\u00e9rapie, \u00e9t\u00e9, No\u00ebl",
        "\U0001F33F Work", "&amp;", "]]>", "\u4ed5\u4e8b"}) {
    CAPTURE(one);
    facts.title = one;
    for (const ScormVersion& version : scorm_versions()) {
      CHECK(element_text(manifest_text(version, facts), "organization/title") == one);
    }
  }
}

TEST_CASE("manifest: it begins without a byte order mark") {
  CHECK(manifest_text(scorm_version("scorm12", 4), some_facts()).starts_with("<?xml "));
}

TEST_CASE("manifest: a long title is cut between words, within the 200 characters of the schemas") {
  CHECK(shortened("short", 200) == "short");
  CHECK(shortened("one two three", 9) == "one two\u2026");
  CHECK(shortened("\u00e9\u00e9\u00e9\u00e9\u00e9", 5) == "\u00e9\u00e9\u00e9\u00e9\u00e9");
  CHECK(shortened("\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9", 5) == "\u00e9\u00e9\u00e9\u00e9\u2026");
  PackageFacts facts = some_facts();
  for (int times = 0; times < 60; ++times) facts.title += " th\u00e9rapie";
  const std::string title =
      element_text(manifest_text(scorm_version("scorm12", 4), facts), "organization/title");
  CHECK(code_points(title) <= 200);
  CHECK(code_points(title) > 185);
}

TEST_CASE(
    "identifiers: letters, digits and hyphens, different from the first letters on, and always the same") {
  const ScormIdentifiers ids = scorm_identifiers({"meander", "managers", "en"}, "scorm12");
  CHECK(ids.manifest == "M9e196053-meander-managers-en");
  CHECK(ids.organization == "O9e196053");
  CHECK(ids.organization.size() < 10);
  std::set<std::string> starts;
  for (const auto& [edition, format] : std::vector<std::pair<EditionKey, std::string>>{
           {{"meander", "managers", "en"}, "scorm12"},
           {{"meander", "managers", "en"}, "scorm2004"},
           {{"meander", "managers", "nl"}, "scorm12"},
           {{"meander", "managers-two", "en"}, "scorm12"},
           {{"harrow-vale", "managers", "en"}, "scorm12"},
       }) {
    starts.insert(scorm_identifiers(edition, format).manifest.substr(0, 15));
  }
  CHECK(starts.size() == 5);
}
