#include "render/search.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace tailorbird;

namespace {

TailoredPage page_with(std::string html) {
  TailoredPage page;
  Segment segment;
  segment.html = std::move(html);
  page.body.push_back(std::move(segment));
  return page;
}

/// English pages; the page's number is its index.
class Pages {
 public:
  Pages& add(std::string_view title, std::string html, std::string_view summary = "") {
    const std::size_t number = pages_.size();
    pages_.push_back({fmt::format("p{}.html", number), std::string(title), "",
                      lexicon.words(number, title, summary, page_with(std::move(html)))});
    return *this;
  }
  std::string data() const { return lexicon.data(pages_); }

  SearchLexicon lexicon{"en"};

 private:
  std::vector<SearchPage> pages_;
};

}  // namespace

TEST_CASE("search data: forms of a word share its pages; ! marks those with it in a title") {
  Pages site;
  site.add("Talks", "<p>Agree on a <em>plan</em>.</p>").add("Plans", "<p>Planning takes time.</p>");
  CHECK(site.data() ==
        "tailorbird.searchData({\"pages\":[\n[\"p0.html\",\"Talks\",\"\"],\n[\"p1.html\",\"Plans\",\"\"]],\n"
        "\"words\":\"agree|on|plan 4ning 4s|takes|talks|time\",\n"
        "\"where\":\"0|0|0 1!|1|0!|1\"});\n");
}

TEST_CASE(
    "search data: words of a summary count as a title's, and words under a label are not the author's") {
  Pages site;
  site.add("One", "<p><span class=\"when-label\">Only for managers</span>text</p>", "Short");
  const std::string data = site.data();
  CHECK(data.find("\"words\":\"one|short|text\"") != std::string::npos);
  CHECK(data.find("\"where\":\"0!|0!|0\"") != std::string::npos);
}

TEST_CASE("search data: a word on more than half of many pages is left out") {
  Pages site;
  for (int number = 0; number < 24; ++number) site.add("T", number < 12 ? "<p>half</p>" : "<p>all rest</p>");
  site.add("T", "<p>rest</p>");
  const std::string data = site.data();
  CHECK(data.find("half") != std::string::npos);
  CHECK(data.find("rest") == std::string::npos);
}

TEST_CASE("search data: titles are ASCII script strings") {
  Pages site;
  site.add("Caf\u00e9 \"A\" \U0001F33F", "");
  CHECK(site.data().find("\"Caf\\u00e9 \\\"A\\\" \\ud83c\\udf3f\"") != std::string::npos);
}

TEST_CASE("search data: does not depend on the order in which pages were read") {
  Pages one;
  one.add("Alpha", "<p>first words here</p>").add("Beta", "<p>other words</p>");
  Pages two;
  two.lexicon.words(9, "Zeta", "", page_with("<p>other here first</p>"));
  two.add("Alpha", "<p>first words here</p>").add("Beta", "<p>other words</p>");
  CHECK(one.data() == two.data());
}

TEST_CASE(
    "search lexicon: a page that editions share is read once; of many variants the oldest is forgotten") {
  SearchLexicon lexicon("en");
  const auto first = lexicon.words(0, "T", "", page_with("<p>same</p>"));
  CHECK(lexicon.words(0, "T", "", page_with("<p>same</p>")) == first);
  CHECK(lexicon.words(1, "T", "", page_with("<p>same</p>")) != first);
  for (int variant = 0; variant < 8; ++variant)
    lexicon.words(0, "T", "", page_with("<p>variant " + std::to_string(variant) + "</p>"));
  CHECK(lexicon.words(0, "T", "", page_with("<p>same</p>")) != first);
}
