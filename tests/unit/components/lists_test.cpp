// Components that list what the site declares: sources, glossary; and single terms.

#include <doctest/doctest.h>

#include "prepared.hpp"

namespace tailorbird::test {

TEST_CASE("sources: all of the site") {
  CHECK(text_of(Organisation().prepared(part("sources"))) ==
        "sources\n"
        "  source key=S1 title=One by=Greidanus 2021 url=https://example.org/1\n"
        "  source key=S2 title=Two checked=2026-11-02\n");
}

TEST_CASE("glossary: all terms that the page's language has") {
  CHECK(text_of(Organisation().prepared(part("glossary"), "nl")) ==
        "glossary\n  term key=work-ability name=belastbaarheid meaning=Wat iemand kan.\n");
  CHECK(Organisation().prepared(part("glossary"), "fr").children.empty());
}

TEST_CASE("glossary: in the order of the language's words, whatever the order of the file") {
  Organisation organisation;
  organisation.site.glossary.push_back(
      {"adjustment", in_two("adjustment", "aanpassing"), in_two("a", "a"), {}, {}});
  organisation.site.glossary.push_back({"leave", in_two("Absence", "Écht verlof"), in_two("b", "b"), {}, {}});
  const auto names = [&](const char* language) {
    std::string all;
    for (const TailoredPart& term : organisation.prepared(part("glossary"), language).children)
      all += std::string(attribute(term.attributes, "name")) + ";";
    return all;
  };
  CHECK(names("en") == "Absence;adjustment;work ability;");
  CHECK(names("nl") == "aanpassing;belastbaarheid;Écht verlof;");
}

TEST_CASE("term: found by its id and by the words of the page's language") {
  const std::string dutch = "term key=work-ability name=belastbaarheid meaning=Wat iemand kan.\n";
  CHECK(text_of(Organisation().prepared(part("term", {{"key", "work-ability"}}), "nl")) == dutch);
  CHECK(text_of(Organisation().prepared(part("term", {{"key", "belastbaarheid"}}), "nl")) == dutch);
  CHECK(text_of(Organisation().prepared(part("term", {{"key", "belastbaarheid"}}), "en")) ==
        "term key=belastbaarheid\n");
}

}  // namespace tailorbird::test
