// Text under a condition that cannot be read is in no edition: it is not even in the program.

#include <doctest/doctest.h>
#include <regex>

#include "support/compiled_page.hpp"

namespace tailorbird::test {
namespace {

/// Ways to get a condition wrong, each of which must take its words along.
constexpr std::string_view wrong_marks[] = {
    "{.only audience=\"maneger\"}",
    "{.only audiense=\"manager\"}",
    "{.onyl audience=\"manager\"}",
    "{.only}",
    "{.except}",
    "{.only .erly}",
    "{only audience=\"manager\"}",
    "{.only audience=}",
    "{.only audience=\"\"}",
    "{.only audience=\"manager}",
    "{.only audience=“manager”}",
    "{audience=\"manager\"}",
    "{.only .except audience=\"manager\"}",
    "{.only audience = \"manager\"}",
    "{.only audience=\"manager\" audience=\"hr\"}",
    "{.only audience=\"manager\" .early phase=\"plan\"}",
    "{.only, audience=\"manager\"}",
    "{.only audience:\"manager\"}",
    "{.Only audience=\"manager\"}",
    "{.early}",
    "{.only audience=\"manager\" colour=\"blue\"}",
    "{.only audience=\"manager\"",
    "{. only audience=\"manager\"}",
    "{.only audience=\"manager\" #}",
};

/// Places where a mark can be, with the words it is about.
struct Place {
  std::string_view name;
  std::string_view before;
  std::string_view after;
};

constexpr Place places[] = {
    {"span", "Words [SECRET]", " words.\n"},
    {"span in emphasis", "Words *a [SECRET]", " b* words.\n"},
    {"span in a link", "Words [a [SECRET]", " b](other.md) words.\n"},
    {"span in a cell", "| a |\n|---|\n| [SECRET]", " b |\n"},
    {"span in a heading", "## For [SECRET]", " b\n"},
    {"item", "- one\n- SECRET ", "\n- three\n"},
    {"item with more", "- SECRET ", "\n\n  SECRET\n  - SECRET\n"},
    {"task item", "- [ ] SECRET ", "\n"},
    {"row", "| a | b |\n|---|---|\n| SECRET | SECRET ", " |\n"},
    {"heading", "## SECRET ", "\n\nText.\n"},
    {"section", "## SECRET ", "\n\nSECRET\n\n### More SECRET\n\nSECRET\n"},
    {"div", "::: ", "\nSECRET\n\n- SECRET\n:::\n"},
    {"div in a div", "::: {.only phase=\"plan\"}\n::: ", "\nSECRET\n:::\n:::\n"},
    {"div in an item", "- one\n  ::: ", "\n  SECRET\n  :::\n"},
    {"div in a quote", "> ::: ", "\n> SECRET\n> :::\n"},
    {"link", "Words [SECRET](other.md)", " words.\n"},
    {"picture", "Words ![SECRET](a.svg)", " words.\n"},
    {"part", "::: key-points\n- one\n- SECRET ", "\n:::\n"},
    {"div around parts", "::: key-points\n- one\n\n::: ", "\n- SECRET\n:::\n:::\n"},
};

bool shows_secret(const Program& program) {
  if (words_of(program).find("SECRET") != std::string::npos) return true;
  for (const ImageUse& image : program.images) {
    if (image.alt.find("SECRET") != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("fail closed: words under an unreadable condition are not in the program") {
  for (const std::string_view mark : wrong_marks) {
    for (const Place& place : places) {
      const std::string markdown = std::string(place.before) + std::string(mark) + std::string(place.after);
      const Compiled page = compiled(markdown);
      CAPTURE(markdown);
      CHECK_FALSE(shows_secret(page.program));
      CHECK(page.program.failed);
      CHECK(page.diagnostics.has_errors());
    }
  }
}

TEST_CASE("fail closed: the same words are there when the condition can be read") {
  for (const Place& place : places) {
    const std::string markdown =
        std::string(place.before) + "{.only audience=\"manager\"}" + std::string(place.after);
    const Compiled page = compiled(markdown);
    CAPTURE(markdown);
    CHECK_FALSE(page.diagnostics.has_errors());  // a heading without .section is told, as a warning
    CHECK(shows_secret(page.program));
    CHECK_FALSE(page.program.failed);
    CHECK(page.program.conditions.size() >= 1);
  }
}

TEST_CASE("fail closed: words that a fence was to hide are not shown without an error") {
  for (const std::string_view markdown :
       {"    ::: {.only audience=\"manager\"}\n    SECRET\n    :::\n",
        "a\n    ::: {.only audience=\"manager\"}\n    SECRET\n",
        ":: {.only audience=\"manager\"}\nSECRET\n::\n", "::: {.only audience=\"manager\"\nSECRET\n:::\n",
        "::: only audience=\"manager\"\nSECRET\n:::\n",
        "::: {.only audience=\"manager\"} SECRET\nSECRET\n:::\n",
        "```{.only audience=\"manager\"}\nSECRET\n```\n", "{.only audience=\"manager\"}\nSECRET\n",
        "SECRET\n{.only audience=\"manager\"}\n",
        "- a\n\n      ::: {.only audience=\"manager\"}\n      SECRET\n"}) {
    CAPTURE(markdown);
    CHECK(compiled(std::string(markdown)).diagnostics.has_errors());
  }
}

}  // namespace tailorbird::test
