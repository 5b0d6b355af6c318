// What is written as XLIFF or PO is read back as it was.

#include <doctest/doctest.h>

#include "base/strings.hpp"
#include "translate/codes.hpp"
#include "translate/exchange.hpp"
#include "translate/po.hpp"
#include "translate/xliff.hpp"
#include "translate_support.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

TranslationUnit unit(const std::string& source, const std::string& translation, Freshness state) {
  TranslationUnit one;
  one.id = "text-0000000a";
  one.about = "a paragraph";
  one.readers = "audience: hr";
  one.where = {7, 1};
  one.state = state;
  one.source = pieces_in(source);
  if (!translation.empty()) one.translation = with_ids_of(one.source, pieces_in(translation), true);
  return one;
}

Exchange exchange_of(TranslationUnit one) {
  return {"en", "nl-BE", {{"content/en/talk.md", "0123456789abcdef", "none", {std::move(one)}}}};
}

const std::string source = "Ask \"{{< var a >}}\" & [say *so*]{.only audience=\"hr\"}\nnow \\*";
const std::string dutch = "Zeg [*dat*]{.only audience=\"hr\"} nu tegen \"{{< var a >}}\" \\*";

}  // namespace

TEST_CASE("exchange: what is written can be read") {
  for (const ExchangeFormat& format : exchange_formats()) {
    CAPTURE(std::string(format.name));
    const Result<ReturnedExchange> returned =
        format.read(format.write(exchange_of(unit(source, dutch, Freshness::current))));
    REQUIRE(returned);
    CHECK(returned->source_language == "en");
    CHECK(returned->language == "nl-BE");
    REQUIRE(returned->files.size() == 1);
    CHECK(returned->files[0].source == "content/en/talk.md");
    CHECK(returned->files[0].source_mark == "0123456789abcdef");
    CHECK(returned->files[0].translation_state == "none");
    REQUIRE(returned->files[0].units.size() == 1);
    const ReturnedUnit& one = returned->files[0].units[0];
    CHECK(one.id == "text-0000000a");
    CHECK(one.has_text);
    CHECK(one.progress == Progress::finished);
    CHECK(one.damage.empty());
  }
}

TEST_CASE("exchange: a new text has no translation, a stale one the old") {
  const auto read = [](const ExchangeFormat& format, const TranslationUnit& one) {
    return format.read(format.write(exchange_of(one)))->files[0].units[0];
  };
  const ExchangeFormat& xliff = *format_of("a/b.xlf");
  const ExchangeFormat& po = *format_of("b.PO");
  CHECK_FALSE(read(xliff, unit(source, "", Freshness::missing)).has_text);
  CHECK_FALSE(read(po, unit(source, "", Freshness::missing)).has_text);
  CHECK(read(xliff, unit(source, dutch, Freshness::stale)).progress == Progress::begun);
  CHECK(read(po, unit(source, dutch, Freshness::stale)).progress == Progress::fuzzy);
  CHECK(format_of("b.docx") == nullptr);
}

TEST_CASE("xliff: codes come back by their ids") {
  const std::string text = write_xliff(exchange_of(unit(source, dutch, Freshness::current)));
  CHECK(text.find("<target xml:space=\"preserve\">Zeg <pc id=\"2\"") != std::string::npos);
  const ReturnedUnit one = read_xliff(text)->files[0].units[0];
  CHECK(shown(one.pieces) == "Zeg <2 ><3 >dat</3 ></2 > nu tegen \"<1 >\" \\*");
}

TEST_CASE("xliff: what tools make of it is understood") {
  const auto pieces = [](const std::string& target) {
    const std::string text =
        "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" srcLang=\"en\" "
        "trgLang=\"nl\"><file id=\"f\" original=\"a\"><group id=\"g\"><unit id=\"u\">" +
        target + "</unit></group></file></xliff>";
    const Result<ReturnedExchange> returned = read_xliff(text);
    REQUIRE(returned);
    const ReturnedUnit& one = returned->files[0].units[0];
    return one.damage.empty() ? shown(one.pieces) : one.damage;
  };
  CHECK(pieces("<segment><target>a <sc id=\"1\"/>b<ec startRef=\"1\"/></target></segment>") ==
        "a <1 >b</1 >");
  CHECK(pieces("<segment><target>a.</target></segment><ignorable><source> </source></ignorable>"
               "<segment><target><mrk id=\"m\">b</mrk></target></segment>") == "a. b");
  CHECK(pieces("<segment><target>a <![CDATA[<b]]></target></segment>") == "a <b");
  CHECK(pieces("<segment><target><ph id=\"1\"/><ph id=\"1\"/></target></segment>") ==
        "code 1 is there twice");
  CHECK(pieces("<segment><target><sc id=\"1\"/>a</target></segment>") ==
        "code 1 is opened and not closed, or the other way round");
  CHECK(pieces("<segment><target>a<b>c</b></target></segment>") == "<b> cannot be in a text");
}

TEST_CASE("xliff: what is none") {
  CHECK(read_xliff("<xliff version=\"1.2\"/>").error().message == "this is not an XLIFF 2 file");
  CHECK(read_xliff("<xliff>\n<a>\n").error().message.find(": this is not well-formed XML: ") !=
        std::string::npos);
  CHECK(read_xliff("\xff").error().message == "it is not UTF-8");
}

TEST_CASE("po: strings over lines, comments of translators, entries that are gone") {
  const Result<ReturnedExchange> returned = read_po(R"(# by hand
msgid ""
msgstr ""
"Language: nl\n"
"X-Page-1: content/en/a.md 12 none\n"

#: content/en/a.md:3
#, fuzzy, c-format
#| msgid "old"
msgctxt "content/en/a.md text-1"
msgid "say \"a\""
msgstr ""
"zeg "
"\"a\""

#~ msgid "gone"
#~ msgstr "weg"
)");
  REQUIRE(returned);
  REQUIRE(returned->files[0].units.size() == 1);
  const ReturnedUnit& one = returned->files[0].units[0];
  CHECK(shown(one.pieces) == "zeg \"a\"");
  CHECK(one.progress == Progress::fuzzy);
  CHECK(one.line == 10);
}

TEST_CASE("po: what is none") {
  CHECK(read_po("msgid a\n").error().message == "line 1: after `msgid` comes a string in quotes");
  CHECK(read_po("\n\"a\"\n").error().message ==
        "line 2: this is not a string in quotes, or nothing is before it");
  CHECK(read_po("hello\n").error().message == "line 1: `hello` is not a keyword of PO");
  CHECK(read_po("msgid \"a\"\nmsgid_plural \"b\"\n").error().message ==
        "line 2: plural forms are not used here");
  CHECK(read_po("msgid \"\"\nmsgstr \"Language: nl\\n\"\n\nmsgctxt \"b text-1\"\nmsgid \"a\"\nmsgstr \"\"\n")
            .error()
            .message == "line 4: `msgctxt` names no page that the header (X-Page-…) has");
}
