#include "render/search.hpp"

#include <array>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <random>

#include "support/marked_text.hpp"
#include "tailor/fragment_hash.hpp"

using namespace tailorbird;

namespace {

TailoredPage page_with(MarkedText text) {
  TailoredPage page;
  page.body.push_back({std::move(text), {}});
  const FragmentHash hash = fragment_hash(page.body);
  page.body_hash = hash.whole;
  page.shared_hash = hash.shared;
  return page;
}

TailoredPage page_with(std::string_view html) { return page_with(test::marked_text(html)); }

/// English pages; the page's number is its index.
class Pages {
 public:
  Pages& add(std::string_view title, std::string_view html, std::string_view summary = "",
             std::vector<std::string> search = {}) {
    const std::size_t number = pages_.size();
    pages_.push_back({fmt::format("p{}.html", number), std::string(title), "", std::string(summary), "",
                      lexicon.words(number, {title, summary, std::move(search)}, page_with(html))});
    return *this;
  }
  std::string data(const std::vector<std::string>& same = {}) const { return lexicon.data(pages_, same); }

  SearchLexicon lexicon{"en"};

 private:
  std::vector<SearchPage> pages_;
};

}  // namespace

TEST_CASE("search data: forms of a word share its pages; a letter says how much it says about each") {
  Pages site;
  site.add("Talks", "<p>Agree on a <em>plan</em>.</p>")
      .add("Plans", "<p>Planning takes time.</p>", "A plan.");
  CHECK(site.data() ==
        "tailorbird.searchData({\"pages\":[\n[\"p0.html\",\"Talks\",\"\",\"\",\"\"],\n"
        "[\"p1.html\",\"Plans\",\"\",\"A plan.\",\"\"]],\n"
        "\"words\":\"agree|on|plan 4ning 4s|takes|talks|time\",\n"
        "\"where\":\"0B|0B|0B1G|1B|0F|1B\",\n\"same\":\"\"});\n");
}

TEST_CASE("search data: words under a label are not the author's; those of `search` weigh as a title's") {
  Pages site;
  site.add("One", "<p><span class=\"when-label\">Only for managers</span>text</p>", "", {"brain fog"});
  const std::string data = site.data();
  CHECK(data.find("\"words\":\"brain|fog|one|text\"") != std::string::npos);
  CHECK(data.find("\"where\":\"0F|0F|0F|0B\"") != std::string::npos);
}

TEST_CASE("search data: what people are called is found where their cards stand") {
  SearchLexicon lexicon("en");
  TailoredPage page = page_with("<p>Call.</p>");
  TailoredPart person;
  person.role = "person";
  person.attributes = {{"role", "oh"}, {"name", "Noor Linde"}, {"phone", "0101"}};
  TailoredPart contacts;
  contacts.role = "contacts";
  contacts.children = {person};
  page.body.back().component = {contacts};
  const std::string data =
      lexicon.data({{"p.html", "Help", "", "", "", lexicon.words(0, {"Help", "", {}}, page)}});
  CHECK(data.find("\"words\":\"call|help|linde|noor\"") != std::string::npos);
}

TEST_CASE("search data: words for one thing are folded; a group of one says nothing") {
  Pages site;
  site.add("T", "");
  CHECK(site.data({"Appeler t\u00e9l\u00e9phone", "alone", ""}).find("\"same\":\"appeler telephone\"") !=
        std::string::npos);
}

TEST_CASE("search data: a word on every page is not left out") {
  Pages site;
  for (int number = 0; number < 24; ++number) site.add("T", "<p>all</p>");
  CHECK(site.data().find("\"words\":\"all\"") != std::string::npos);
}

TEST_CASE("search data: titles are ASCII script strings") {
  Pages site;
  site.add("Caf\u00e9 \"A\" \U0001F33F", "");
  CHECK(site.data().find("\"Caf\\u00e9 \\\"A\\\" \\ud83c\\udf3f\"") != std::string::npos);
}

TEST_CASE("search data: what looks like a reference in a title is text") {
  Pages site;
  site.add("&#xD800; &#; &#233; &amp; &lt;", "<p>a</p>", "&#99999999;");
  CHECK(site.data().find("\"&#xD800; &#; &#233; &amp; &lt;\",\"\",\"&#99999999;\"") != std::string::npos);
}

TEST_CASE("search data: does not depend on the order in which pages were read") {
  Pages one;
  one.add("Alpha", "<p>first words here</p>").add("Beta", "<p>other words</p>");
  Pages two;
  two.lexicon.words(9, {"Zeta", "", {}}, page_with("<p>other here first</p>"));
  two.add("Alpha", "<p>first words here</p>").add("Beta", "<p>other words</p>");
  CHECK(one.data() == two.data());
}

TEST_CASE(
    "search lexicon: a page that editions share is read once; of many variants the oldest is forgotten") {
  SearchLexicon lexicon("en");
  const auto first = lexicon.words(0, {"T", "", {}}, page_with("<p>same</p>"));
  CHECK(lexicon.words(0, {"T", "", {}}, page_with("<p>same</p>")) == first);
  CHECK(lexicon.words(1, {"T", "", {}}, page_with("<p>same</p>")) != first);
  for (int variant = 0; variant < 8; ++variant)
    lexicon.words(0, {"T", "", {}}, page_with("<p>variant " + std::to_string(variant) + "</p>"));
  CHECK(lexicon.words(0, {"T", "", {}}, page_with("<p>same</p>")) != first);
}

TEST_CASE(
    "search lexicon: what editions share of a page is read once, and is found as if it were read again") {
  const std::vector<std::string> bits = {"plan",  "pl", "an",           " ", ". ", "r\u00e9",
                                         "union", "\n", "\u6771\u4eac", "'", "7",  " a "};
  for (std::uint32_t seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    const auto any = [&] { return bits[random() % bits.size()]; };
    // The same text for four organisations, with values of their own: in words, alone, beside each other.
    std::array<MarkedText, 4> marked;
    std::array<MarkedText, 4> plain;
    for (std::uint32_t bit = 0; bit < 30 + seed % 70; ++bit) {
      const bool is_value = random() % 4 == 0;
      const bool is_border = random() % 8 == 0;
      const std::string words = any();
      for (std::size_t one = 0; one < marked.size(); ++one) {
        const std::string value = is_value ? any() + any() : words;
        if (is_border) marked[one].add_markup(words.size() > 1 ? "</p><p>" : "<em>");
        if (is_border) plain[one].add_markup(words.size() > 1 ? "</p><p>" : "<em>");
        is_value ? marked[one].add_value_words(value) : marked[one].add_words(value);
        plain[one].add_words(value);
      }
    }
    SearchLexicon lexicon("en");
    for (std::size_t one = 0; one < marked.size(); ++one) {
      SearchLexicon fresh("en");
      const auto page = [&](SearchLexicon& reader, const MarkedText& text) {
        return SearchPage{"p.html", "Plan", "",
                          "",       "",     reader.words(0, {"Plan", "A plan.", {}}, page_with(text))};
      };
      CHECK(lexicon.data({page(lexicon, marked[one])}) == fresh.data({page(fresh, plain[one])}));
    }
  }
}

TEST_CASE("packed words: come back by their numbers, each with its weight") {
  const std::vector<std::pair<std::uint32_t, std::uint32_t>> expected = {
      {0, 1}, {1, 20}, {63, 1}, {64, 127}, {128, 128}, {300, 1}, {40'000, 70'000}, {1'000'000'000, 1}};
  std::vector<WeightedWord> words;
  for (const auto& [word, weight] : expected) words.insert(words.begin(), {word, weight});
  std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
  PackedWords(words).each([&](const WeightedWord& one) { found.emplace_back(one.word, one.weight); });
  CHECK(found == expected);
  PackedWords().each([&](const WeightedWord&) { FAIL("there is none"); });
}
