#include "text/marked_text.hpp"

#include <array>
#include <doctest/doctest.h>

#include "text/holes.hpp"

using namespace tailorbird;

namespace {

/// `<em>markup</em>` around two stretches of words.
MarkedText sample() {
  MarkedText text;
  text.add_markup("<p>");
  text.add_words("Caf\u00e9 ");
  text.add_words("& ");
  text.add_markup("<em>");
  text.add_words("<b>");
  text.add_markup("</em>");
  text.add_markup("</p>\n");
  return text;
}

/// Its stretches: markup in brackets.
std::string stretches(const MarkedText& text) {
  std::string list;
  text.each_run([&](std::string_view html) { list.append("[").append(html).append("]"); },
                [&](std::string_view words) { list.append(words).append("|"); });
  return list;
}

}  // namespace

TEST_CASE("marked text: words stay as they are until they are written") {
  CHECK(stretches(sample()) == "[<p>]Caf\u00e9 & |[<em>]<b>|[</em></p>\n]");
  CHECK(html_from(sample()) == "<p>Caf&#233; &amp; <em>&lt;b&gt;</em></p>\n");
}

TEST_CASE("marked text: what is in a word is no markup") {
  CHECK(sample().has_markup("<em"));
  CHECK_FALSE(sample().has_markup("<b"));
  CHECK(sample().first_markup() == "<p>");
  MarkedText words;
  words.add_words("<p>");
  CHECK(words.first_markup().empty());
}

TEST_CASE("marked text: runs that are added together are the same as one by one") {
  MarkedText text;
  text.add_words("Ask");
  text.add_runs(" for <em>quiet</em>",
                std::to_array<MarkedText::Run>({{5, true}, {4, false}, {5, true}, {5, false}}));
  text.add_markup("<br />");
  CHECK(stretches(text) == "Ask for |[<em>]quiet|[</em><br />]");
}

TEST_CASE("marked text: a sign that is cut off by markup does not take any of it along") {
  MarkedText text;
  text.add_words("caf\xC3");
  text.add_markup("<br />");
  CHECK(html_from(text) == "caf&#65533;<br />");
}

TEST_CASE("marked text: what was added can be taken back") {
  const MarkedText whole = sample();
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    MarkedText text = whole;
    text.truncate(size);
    CAPTURE(size);
    CHECK(text.bytes() == whole.bytes().substr(0, size));
    // Markup goes on as markup, words as words, wherever the end is now.
    MarkedText other = text;
    text.add_markup("<hr />");
    CHECK(html_from(text).ends_with("<hr />"));
    other.add_words("<hr />");
    CHECK(html_from(other).ends_with("&lt;hr /&gt;"));
  }
}

TEST_CASE("marked text: only markup at the end is removed as markup") {
  MarkedText text = sample();
  CHECK_FALSE(text.remove_last_markup("<p>"));
  CHECK(text.remove_last_markup("</p>\n"));
  CHECK(html_from(text) == "<p>Caf&#233; &amp; <em>&lt;b&gt;</em>");
  text.add_words("</p>\n");
  CHECK_FALSE(text.remove_last_markup("</p>\n"));
}

TEST_CASE("marked text: one text behind another is what both were") {
  MarkedText twice = sample();
  twice.append(sample());
  CHECK(html_from(twice) == html_from(sample()) + html_from(sample()));
  CHECK(stretches(twice) ==
        "[<p>]Caf\u00e9 & |[<em>]<b>|[</em></p>\n<p>]Caf\u00e9 & |[<em>]<b>|[</em></p>\n]");
}

TEST_CASE("marked text: white space alone is blank") {
  MarkedText text;
  CHECK(text.is_blank());
  text.add_markup("\n");
  text.add_words(" \t");
  CHECK(text.is_blank());
  const std::size_t size = text.size();
  text.add_words("a");
  CHECK_FALSE(text.is_blank());
  CHECK_FALSE(text.is_blank_after(size));
  CHECK(text.is_blank_after(size + 1));
}

TEST_CASE("marked text: in place of values are holes, words or markup as they are") {
  MarkedText text;
  text.add_markup("<a href=\"");
  text.add_value_markup("tel:1");
  text.add_markup("\">");
  text.add_value_words("Mi");
  text.add_value_words("ra");
  text.add_words("'s ");
  text.add_markup("</a>");
  text.add_value_words("");  // nothing is no value
  text.add_words("& ");
  text.add_value_words("&");
  const MarkedText shared = text.with_holes(9);
  CHECK(stretches(shared) ==
        "[<a href=\"" + hole(9) + "\">]" + hole(10) + hole(11) + "'s |[</a>]& " + hole(12) + "|");
  CHECK_FALSE(shared.has_values());
  const std::vector<std::string_view> values = {"tel:1", "Mi", "ra", "&"};
  std::vector<std::string_view> found;
  text.each_value([&](std::string_view value) { found.push_back(value); });
  CHECK(found == values);
  CHECK(filled_holes(text.with_holes(0).bytes(), values) == text.bytes());
}

TEST_CASE("marked text: values come and go with the text around them") {
  MarkedText text = sample();
  const std::size_t before = text.size();
  text.add_value_words("Mira");
  MarkedText twice = text;
  twice.append(text);
  CHECK(html_from(twice.with_holes(0)) == html_from(sample()) + hole(0) + html_from(sample()) + hole(1));
  text.truncate(before + 1);  // a value is whole or none
  CHECK_FALSE(text.has_values());
  CHECK(text.with_holes(0) == text);
}

TEST_CASE("holes: text without any stays as it is") {
  CHECK(filled_holes("a b", {}) == "a b");
  CHECK(filled_holes("a" + hole(7) + "\x1A", {}) == "a7");
  CHECK_FALSE(has_holes("a b"));
  CHECK(has_holes("a" + hole(0)));
}
