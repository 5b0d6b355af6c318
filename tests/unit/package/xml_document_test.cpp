#include "package/xml_document.hpp"

#include <doctest/doctest.h>

using namespace tailorbird;

TEST_CASE("strict XML: what pugixml forgives and learning systems do not") {
  for (const std::string_view good :
       {"<a/>", "<a b=\"&amp;&#233;&#xE9;\">&lt;</a>", "<a><!-- & --><![CDATA[&]]></a>",
        "<?xml version=\"1.0\"?><!DOCTYPE a><a xml:lang=\"en\"/>"}) {
    CAPTURE(good);
    CHECK_FALSE(read_xml(good)->problem);
  }
  for (const std::string_view bad :
       {"", "<a>&</a>", "<a>&nbsp;</a>", "<a>&#;</a>", "<a>&#1;</a>", "<a b=\"x & y\"/>", "<a><b></a>",
        "<a x:b=\"\"/>", "<x:a/>", "<a b=\"\" b=\"\"/>", "<a>\x01</a>", "<a>\xC3</a>", "<a><!-- -- --></a>",
        "<a/><b/>"}) {
    CAPTURE(bad);
    const auto document = read_xml(bad);
    CHECK(document->problem);
    CHECK_FALSE(document->root());
  }
}

TEST_CASE("strict XML: names keep their prefixes, namespaces stay attributes, text is whole") {
  const auto document =
      read_xml("<a xmlns=\"u\" xmlns:p=\"v\" xml:base=\"w/\"><p:b p:c=\"1\">x &amp; <![CDATA[y]]></p:b></a>");
  REQUIRE_FALSE(document->problem);
  const pugi::xml_node root = document->root();
  CHECK(std::string_view(root.name()) == "a");
  CHECK(std::string_view(root.attribute("xmlns").value()) == "u");
  CHECK(std::string_view(root.attribute("xmlns:p").value()) == "v");
  CHECK(std::string_view(root.attribute("xml:base").value()) == "w/");
  CHECK(std::string_view(root.child("p:b").attribute("p:c").value()) == "1");
  CHECK(std::string_view(root.child("p:b").text().get()) == "x & y");
}

TEST_CASE("strict XML: places are lines and columns, of elements and of problems") {
  const auto document = read_xml("<a>\n  <b/>\n</a>");
  CHECK(document->position(document->root().child("b")) == Position{2, 3});
  CHECK(read_xml("<a>\n  <b>\n</a>")->problem->where.line == 3);
}

TEST_CASE("strict XML: files made to exhaust a reader are refused") {
  std::string deep;
  for (int level = 0; level < 100000; ++level) deep += "<a>";
  REQUIRE(read_xml(deep)->problem);
  CHECK(read_xml(deep)->problem->what == "more than 200 elements inside each other");
  std::string bomb = "<!DOCTYPE a [<!ENTITY e0 \"lollollollollollollollollollol\">";
  for (int level = 1; level < 12; ++level) {
    const std::string below = "&e" + std::to_string(level - 1) + ";";
    bomb += "<!ENTITY e" + std::to_string(level) + " \"";
    for (int times = 0; times < 10; ++times) bomb += below;
    bomb += "\">";
  }
  CHECK(read_xml(bomb + "]><a>&e11;</a>")->problem);
}
