#include "base/json_writer.hpp"

#include <doctest/doctest.h>

using namespace tailorbird;

namespace {

std::string json_string(std::string_view text, bool ascii_only = false) {
  std::string out;
  append_json_string(out, text, ascii_only);
  return out;
}

}  // namespace

TEST_CASE("JSON writer: puts commas between members and items") {
  JsonWriter out;
  out.begin_object().key("names").begin_array().text("a").text("b").end_array();
  out.key("count").number(2).key("none").begin_object().end_object().key("all").truth(false).end_object();
  REQUIRE(out.is_good());
  CHECK(std::move(out).take() == R"({"names":["a","b"],"count":2,"none":{},"all":false})");
}

TEST_CASE("JSON writer: a text that ends in a bracket is no beginning of a list") {
  JsonWriter out;
  out.begin_array().text("{").text("[").end_array();
  CHECK(std::move(out).take() == R"(["{","["])");
}

TEST_CASE("JSON writer: escapes what JSON asks for, and on demand all that is not ASCII") {
  CHECK(json_string("plain text, 3 words") == "\"plain text, 3 words\"");
  CHECK(json_string("a \"b\" \\ c\n") == R"("a \"b\" \\ c\n")");
  CHECK(json_string("caf\u00e9") == "\"caf\u00e9\"");
  CHECK(json_string("caf\u00e9", true) == R"("caf\u00e9")");
  CHECK(json_string("\x7f", true) == R"("\u007f")");
}

TEST_CASE("JSON writer: says when a text was not UTF-8") {
  JsonWriter out;
  out.begin_array().text("\xff").end_array();
  CHECK_FALSE(out.is_good());
  CHECK_THROWS(json_string("\xff"));
}
