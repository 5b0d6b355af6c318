#include <doctest/doctest.h>

#include "read_support.hpp"

namespace {

using namespace tailorbird;
using namespace tailorbird::test;

SiteRead read_with_personas(std::string personas) {
  SiteFiles files{{"content/site.yaml", std::string(small_site_yaml)}, {}, {}, {}};
  files.personas = TextFile{"content/personas.yaml", std::move(personas)};
  return read_site(files);
}

}  // namespace

TEST_CASE("site.yaml: what is asked of texts") {
  const SiteRead read = read_site_text(changed(
      small_site_yaml, "",
      "readability:\n"
      "  - {where: {audience: hr}, least-score: 45, most-words-in-a-sentence: 25, most-words-on-average: "
      "15}\n"
      "banned-phrases:\n"
      "  - {language: en, words: [fight against, \"victim*\"], why: No.}\n"
      "  - {language: nl, words: strijd tegen, why: Nee.}\n"
      "page-elements:\n"
      "  - {where: {phase: after}, needs: [next-step, contacts], parts: {key-points: 3}}\n"));
  CHECK(said(read.diagnostics) == "");
  REQUIRE(read.site.readability.size() == 1);
  CHECK(read.site.readability[0].where_holds == Condition{false, {{0, 0b10}}});
  CHECK(read.site.readability[0].least_score == 45);
  CHECK(read.site.readability[0].most_words == 25);
  CHECK(read.site.readability[0].most_words_on_average == 15);
  REQUIRE(read.site.banned_phrases.size() == 2);
  CHECK(read.site.banned_phrases[0].phrases == std::vector<std::string>{"fight against", "victim*"});
  CHECK(read.site.banned_phrases[1].phrases == std::vector<std::string>{"strijd tegen"});
  REQUIRE(read.site.page_elements.size() == 1);
  CHECK(read.site.page_elements[0].layout == "page");
  CHECK(read.site.page_elements[0].needs == std::vector<std::string>{"next-step", "contacts"});
  CHECK(read.site.page_elements[0].parts.at("key-points").count == 3);
}

TEST_CASE("lists that must say something are not empty") {
  const SiteRead phrases = read_site_text(
      changed(small_site_yaml, "", "banned-phrases:\n  - {language: en, words: [], why: No.}\n"));
  CHECK(said(phrases.diagnostics).find("error[value-empty]: `words` has no value") != std::string::npos);
  const SiteRead persona = read_with_personas(
      "- {id: new, describes: {en: New, nl: Nieuw}, language: nl, values: {audience: manager},\n"
      "   page: talk.md, shows: []}\n");
  CHECK(said(persona.diagnostics).find("error[value-empty]: `shows` has no value") != std::string::npos);
}

TEST_CASE("site.yaml: an average above the limit of each sentence is told where it stands") {
  const SiteRead read =
      read_site_text(changed(small_site_yaml, "",
                             "readability:\n"
                             "  - {most-words-in-a-sentence: 15, most-words-on-average: 25}\n"));
  CHECK(said(read.diagnostics)
            .find("error[limits-contradict]: sentences of 25 words on average, where none "
                  "may have more than 15") != std::string::npos);
}

TEST_CASE("personas: each in the order written, with the place it stands") {
  const SiteRead read = read_with_personas(
      "- id: new-manager\n"
      "  describes: {en: New, nl: Nieuw}\n"
      "  language: nl\n"
      "  values: {audience: manager, phase: before}\n"
      "  page: talk.md\n"
      "  shows: [Zeg het zo]\n"
      "  never: Zwijg\n");
  CHECK(said(read.diagnostics) == "");
  REQUIRE(read.site.personas.size() == 1);
  const Persona& persona = read.site.personas[0];
  CHECK(persona.id == "new-manager");
  CHECK(persona.values == Condition{false, {{0, 0b01}, {1, 0b01}}});
  CHECK(persona.shows == std::vector<std::string>{"Zeg het zo"});
  CHECK(persona.never == std::vector<std::string>{"Zwijg"});
  CHECK(persona.where.file == "content/personas.yaml");
  CHECK(persona.where.start == Position{1, 3});
}

TEST_CASE("personas: one with a mistake is left out, and the mistake is named") {
  const SiteRead read = read_with_personas(
      "- {id: a, describes: A, language: de, values: {audience: boss}, page: a.md, shows: [x]}\n");
  CHECK(read.site.personas.empty());
  const std::string text = said(read.diagnostics);
  CHECK(text.find("content/personas.yaml:1:35: error[unknown-language]: no language `de`") !=
        std::string::npos);
  CHECK(text.find("error[unknown-value]: ") != std::string::npos);
}
