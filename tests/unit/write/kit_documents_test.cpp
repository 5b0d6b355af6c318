#include <algorithm>
#include <doctest/doctest.h>
#include <pugixml.hpp>

#include "write/kit/calendar_file.hpp"
#include "write/kit/office_files.hpp"
#include "write/kit/text_document.hpp"

using namespace tailorbird;

namespace {

constexpr std::string_view page = R"(<!DOCTYPE html>
<html lang="en"><head><title>Memo</title></head><body><nav>Menu</nav><main>
<h1>Memo</h1>
<p>For <b>the board</b>, from <a href="mailto:sam@a.example">Sam</a>.<br/>Second line.</p>
<h2 id="why">Why &amp; how</h2>
<ol><li>One</li><li><p>Two</p><ul><li>Inner</li></ul></li></ol>
<ol><li>Again one</li></ol>
<ul><li><input type="checkbox" disabled="disabled"/> Tick me</li></ul>
<table><thead><tr><th>Who</th><th>Hours</th></tr></thead><tbody><tr><th>Sam</th><td>30</td></tr></tbody></table>
<blockquote><p>A note.</p></blockquote>
<pre><code>a: 1
  b: 2</code></pre>
<button>Print</button><p hidden="hidden">Hidden</p><svg><text>Drawn</text></svg>
</main></body></html>)";

TextDocument document() { return {"Memo", "One Hospital", "nl-BE", read_text_blocks(page)}; }

std::string all_text(const std::vector<TextBlock>& blocks) {
  std::string text;
  for (const TextBlock& block : blocks) {
    for (const TextRun& run : block.runs) text += run.text;
    if (!block.runs.empty()) text += '|';
    text += all_text(block.children);
  }
  return text;
}

const std::string& file_of(const OfficeFiles& files, std::string_view name) {
  const auto found =
      std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.first == name; });
  REQUIRE(found != files.end());
  return found->second;
}

/// How often an element that fits the XPath is there.
std::size_t count(const std::string& xml, const char* path) {
  pugi::xml_document document;
  REQUIRE(document.load_string(xml.c_str(), pugi::parse_full));
  return document.select_nodes(path).size();
}

}  // namespace

TEST_CASE("kit documents: all words of the main part are read, in order, and nothing that is hidden") {
  CHECK(all_text(read_text_blocks(page)) ==
        "Memo|For the board, from Sam.\nSecond line.|Why & how|One|Two|Inner|Again one|Tick "
        "me|Who|Hours|Sam|30|"
        "A note.|a: 1\n  b: 2|");
  CHECK(read_text_blocks("<main><p>unclosed</main>").empty());
  CHECK(read_text_blocks("<html><body><p>No main part</p></body></html>").empty());
}

TEST_CASE(
    "kit documents: a DOCX has real headings, lists that begin at one, tables, links and its language") {
  const OfficeFiles files = docx_files(document(), "#0a5466");
  CHECK(files.front().first == "[Content_Types].xml");
  const std::string& text = file_of(files, "word/document.xml");
  CHECK(count(text, "//w:pStyle[@w:val='Title']") == 1);
  CHECK(count(text, "//w:pStyle[@w:val='Heading1']") == 1);
  CHECK(count(text, "//w:numPr/w:ilvl[@w:val='1']") == 1);
  CHECK(count(text, "//w:tbl//w:tblHeader") == 1);
  CHECK(count(text, "//w:hyperlink") == 1);
  CHECK(count(text, "//w:br") == 2);
  CHECK(file_of(files, "word/_rels/document.xml.rels").find("Target=\"mailto:sam@a.example\"") !=
        std::string::npos);
  // bullets, boxes, and one numbering for each of the two numbered lists
  CHECK(count(file_of(files, "word/numbering.xml"), "//w:num") == 4);
  CHECK(count(file_of(files, "word/numbering.xml"), "//w:startOverride[@w:val='1']") == 2);
  CHECK(count(file_of(files, "word/styles.xml"), "//w:lang[@w:val='nl-BE']") == 1);
  CHECK(count(file_of(files, "word/styles.xml"), "//w:color[@w:val='0a5466']") > 0);
  CHECK(count(file_of(files, "word/footer1.xml"), "//w:fldSimple") == 2);
}

TEST_CASE("kit documents: an ODT has the same, its type first and every file in its manifest") {
  const OfficeFiles files = odt_files(document(), "#0a5466");
  CHECK(files.front() ==
        std::pair<std::string, std::string>("mimetype", "application/vnd.oasis.opendocument.text"));
  const std::string& text = file_of(files, "content.xml");
  CHECK(count(text, "//text:h[@text:outline-level='1']") == 1);
  CHECK(count(text, "//text:list[@text:style-name='Numbers']") == 2);
  CHECK(count(text, "//text:list//text:list") == 1);
  CHECK(count(text, "//text:list[@text:style-name='Boxes']") == 1);
  CHECK(count(text, "//table:table-header-rows") == 1);
  CHECK(count(text, "//text:a[@xlink:href='mailto:sam@a.example']") == 1);
  CHECK(count(text, "//text:line-break") == 2);
  CHECK(count(text, "//text:s") == 2);
  CHECK(count(file_of(files, "styles.xml"),
              "//style:default-style//*[@fo:language='nl'][@fo:country='BE']") == 1);
  const std::string& manifest = file_of(files, "META-INF/manifest.xml");
  for (const auto& [name, bytes] : files) {
    if (name == "mimetype" || name.starts_with("META-INF/")) continue;
    CHECK(manifest.find("manifest:full-path=\"" + name + "\"") != std::string::npos);
  }
}

TEST_CASE("kit documents: equal pages give equal bytes") {
  CHECK(docx_files(document(), "#0a5466") == docx_files(document(), "#0a5466"));
  CHECK(odt_files(document(), "#0a5466") == odt_files(document(), "#0a5466"));
}

TEST_CASE("kit documents: events become whole days of a calendar, folded and escaped as RFC 5545 asks") {
  const std::string events =
      "<main><table>"
      "<tr data-date=\"2027-01-11\" data-event=\"Roll-out: decision\"><th>Week 1</th>"
      "<td>Sam, and the board; " +
      std::string(30, 'x') +
      " caf&#233; caf&#233; caf&#233; caf&#233; caf&#233;.</td></tr>"
      "<tr data-date=\"\" data-event=\"No date\"><td>Left out</td></tr>"
      "</table></main>";
  const std::string calendar = calendar_file(events, "one/en/six-weeks");
  CHECK(calendar.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
  CHECK(calendar.find("DTSTART;VALUE=DATE:20270111\r\nDTEND;VALUE=DATE:20270112\r\n") != std::string::npos);
  CHECK(calendar.find("SUMMARY:Roll-out: decision\r\n") != std::string::npos);
  CHECK(calendar.find("Sam\\, and the board\\; x") != std::string::npos);
  CHECK(calendar.find("No date") == std::string::npos);
  CHECK(calendar.find("VALARM") == std::string::npos);
  for (std::size_t from = 0; from < calendar.size();) {
    const std::size_t end = calendar.find("\r\n", from);
    REQUIRE(end != std::string::npos);
    CHECK(end - from <= 75);
    CHECK((static_cast<unsigned char>(calendar[from]) & 0xC0U) != 0x80U);  // no character is cut
    from = end + 2;
  }
  CHECK(calendar_file(events, "two/en/six-weeks") != calendar);  // another organisation's events are others
  CHECK(calendar_file("<main><p>No events</p></main>", "one/en/memo") == "");
}
