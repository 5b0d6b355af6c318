#include "render/theme.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <string>

#include "render/templates.hpp"
#include "render/words.hpp"
#include "support/small_project.hpp"
#include "support/temp_dir.hpp"

namespace tailorbird {
namespace {

using test::list_of;
using test::TempDir;

ThemeFile file(const std::string& path, std::string text) { return {"themes/x/" + path, std::move(text)}; }

ThemeFiles files(std::initializer_list<std::pair<std::string, std::string>> list) {
  ThemeFiles result;
  for (const auto& [path, text] : list) result[path] = file(path, text);
  return result;
}

TEST_CASE("theme: styles and scripts are joined in order of name, other assets are copied") {
  const ThemeRead read = make_theme("x", files({{"assets/css/20-b.css", "b{}\n"},
                                                {"assets/css/10-a.css", "a{}\n"},
                                                {"assets/css/components/plan.css", "p{}\n"},
                                                {"assets/js/10-a.js", "a();\n"},
                                                {"assets/js/20-b.js", "b();\n"},
                                                {"assets/js/components/plan.js", "plan();\n"},
                                                {"assets/leaf.svg", "<svg/>"},
                                                {"README.md", "for people"}}));
  CHECK(list_of(read.diagnostics).empty());
  CHECK(read.theme.assets ==
        std::map<std::string, std::string, std::less<>>{{"assets/components/plan.css", "p{}\n"},
                                                        {"assets/components/plan.js", "plan();"},
                                                        {"assets/leaf.svg", "<svg/>"},
                                                        {"assets/tailorbird.css", "a{}\nb{}\n"},
                                                        {"assets/tailorbird.js", "a();b();"}});
}

TEST_CASE("theme: templates are prepared for each language") {
  const ThemeRead read = make_theme("x", files({{"strings/en.yaml", "next: Next\n"},
                                                {"strings/nl.yaml", "next: Volgende\n"},
                                                {"partials/go.mustache", "<b>{{t.next}}</b>\n"},
                                                {"layouts/page.mustache", "{{> go}}{{{body}}}\n"},
                                                {"components/tip.mustache", "{{t.next}}\n"}}));
  CHECK(list_of(read.diagnostics).empty());
  CHECK(read.theme.templates->text("nl", "layouts/page")->text == "<b>Volgende</b>{{{body}}}\n");
  CHECK(read.theme.templates->text("en", "components/tip")->text == "Next\n");
  CHECK(read.theme.templates->text("en", "components/none") == nullptr);
}

TEST_CASE("theme: a language without words of its own uses English ones") {
  const ThemeRead read = make_theme("x", files({{"strings/en.yaml", "next: Next\n"}}));
  CHECK(read.theme.word("fr", "next") == "Next");
  CHECK(read.theme.word("fr", "none").empty());
}

TEST_CASE("theme: a language can be translated step by step; English stands in") {
  const ThemeRead read = make_theme(
      "x", files({{"strings/en.yaml", "a: A\nb: B\nc: C\nd: D\ne: E\n"}, {"strings/de.yaml", "a: Ah\n"}}));
  CHECK(list_of(read.diagnostics) ==
        "theme-words-missing: `de` has 1 of 5 words; the others are shown in `en`\n");
  CHECK(read.theme.word("de", "a") == "Ah");
  CHECK(read.theme.word("de", "e") == "E");
}

TEST_CASE("theme: mistakes in its files") {
  struct Row {
    const char* what;
    ThemeFiles theme;
    std::string expected;
  };
  const Row rows[] = {
      {"a word that one language lacks",
       files({{"strings/en.yaml", "a: A\nb: B\n"}, {"strings/nl.yaml", "a: A\n"}}),
       "theme-words-missing: no word `b`, which `strings/en.yaml` has\n"},
      {"a list instead of a word", files({{"strings/en.yaml", "a: [1, 2]\n"}}),
       "theme-value-not-text: `a` has a list or a map where a text is meant\n"},
      {"an unknown setting", files({{"theme.yaml", "surface-lite: \"#fff\"\n"}}),
       "theme-key-unknown: a theme has no setting `surface-lite` | did you mean `surface-light`?\n"},
      {"a style that is not ASCII", files({{"assets/css/a.css", "a::after{content:\"\u2013\"}"}}),
       "theme-asset-not-ascii: a character that is not ASCII\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(list_of(make_theme("x", row.theme).diagnostics) == row.expected);
  }
}

TEST_CASE(
    "theme: a theme takes from the one it extends what it does not have, and single words and settings") {
  const TempDir themes;
  themes.write("base/theme.yaml", "surface-light: \"#eeeeee\"\nsurface-dark: \"#111111\"\n");
  themes.write("base/layouts/page.mustache", "base {{t.next}} {{t.end}}");
  themes.write("base/partials/a.mustache", "base");
  themes.write("base/strings/en.yaml", "next: Next\nend: End\n");
  themes.write("own/theme.yaml", "extends: base\nsurface-light: \"#ffffff\"\n");
  themes.write("own/partials/a.mustache", "own");
  themes.write("own/strings/en.yaml", "next: Onward\n");
  const auto read = read_theme("own", {themes.path()});
  REQUIRE(read.has_value());
  CHECK(list_of(read->diagnostics).empty());
  CHECK(read->theme.templates->text("en", "layouts/page")->text == "base Onward End\n");
  CHECK(read->theme.partials.at("a").file == "themes/own/partials/a.mustache");
  CHECK(read->theme.surface_light == "#ffffff");
  CHECK(read->theme.surface_dark == "#111111");
}

/// What reading theme `name` says, as people see it, where line 5 of a profile asks for it.
std::string said_of(const TempDir& themes, const std::string& name) {
  const auto read = read_theme(name, {themes.path()}, {"profiles/a.yaml", {5, 8}, 7});
  if (!read) return "fails: " + read.error().message;
  CHECK(read->complete == read->diagnostics.empty());
  std::string said;
  for (const Diagnostic& one : read->diagnostics.all()) {
    said += fmt::format("{}:{}:{}: {}: {} | {}\n", one.where.file, one.where.start.line,
                        one.where.start.column, one.code, one.message, one.fix);
  }
  return said;
}

TEST_CASE("theme: one that is not there is named where it is asked for") {
  const TempDir themes;
  themes.write("default/theme.yaml", "");
  themes.write("ours/theme.yaml", "# what ours is made of\nextends: defualt\n");
  CHECK(said_of(themes, "our") ==
        "profiles/a.yaml:5:8: theme-unknown: no theme `our` | did you mean `ours`?\n");
  CHECK(said_of(themes, "blue") ==
        "profiles/a.yaml:5:8: theme-unknown: no theme `blue` | one of: default, ours\n");
  CHECK(said_of(themes, "../default") ==
        "profiles/a.yaml:5:8: theme-unknown: no theme `../default` | did you mean `default`?\n");
  CHECK(
      said_of(themes, "ours") ==
      "themes/ours/theme.yaml:2:10: theme-unknown: no theme `defualt` to extend | did you mean `default`?\n");
  SUBCASE("the one that comes with the program is no matter of the profile") {
    CHECK(said_of(TempDir(), "default") ==
          "fails: the theme `default`, which comes with Tailorbird, is missing: install Tailorbird again");
  }
}

TEST_CASE("theme: themes that extend each other in a circle are told alike, whoever asks for them") {
  const TempDir themes;
  themes.write("ours/theme.yaml", "extends: moss\n");
  themes.write("moss/theme.yaml", "extends: leaf\n");
  themes.write("leaf/theme.yaml", "extends: bark\n");
  themes.write("bark/theme.yaml", "surface-light: \"#eeeeee\"\nextends: moss\n");
  const std::string circle =
      "themes/bark/theme.yaml:2:10: theme-extends-circle: the themes extend each other in a circle: "
      "bark → moss → leaf → bark | \n";
  CHECK(said_of(themes, "ours") == circle);
  CHECK(said_of(themes, "leaf") == circle);
  SUBCASE("one that extends itself") {
    themes.write("alone/theme.yaml", "extends: alone\n");
    CHECK(said_of(themes, "alone") ==
          "themes/alone/theme.yaml:1:10: theme-extends-circle: the theme `alone` extends itself | \n");
  }
}

TEST_CASE(
    "theme: a word that a language lacks belongs into the theme that brought the word or the language") {
  struct Row {
    const char* what;
    std::string file;  // of the theme `own`, which extends `base`
    std::string text;
    std::string expected;
  };
  const Row rows[] = {
      {"a word of its own in one language", "strings/nl.yaml", "motto: Samen\n",
       "themes/own/strings/en.yaml: no word `motto`, which `strings/nl.yaml` has | Make this file, with the "
       "word in it: `motto: …`.\n"},
      {"a language of its own without a word", "strings/fr.yaml", "next: Suivant\n",
       "themes/own/strings/fr.yaml: no word `end`, which `strings/en.yaml` has | \n"},
      {"other texts for words of the base", "strings/nl.yaml", "next: Verder\nend: Klaar\n", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const TempDir themes;
    themes.write("base/strings/en.yaml", "next: Next\nend: End\n");
    themes.write("base/strings/nl.yaml", "next: Volgende\nend: Einde\n");
    themes.write("own/theme.yaml", "extends: base\n");
    themes.write("own/" + row.file, row.text);
    const auto read = read_theme("own", {themes.path()});
    REQUIRE(read.has_value());
    std::string said;
    for (const Diagnostic& one : read->diagnostics.all()) {
      CHECK(one.code == "theme-words-missing");
      said += one.where.file + ": " + one.message + " | " + one.fix + "\n";
    }
    CHECK(said == row.expected);
  }
  SUBCASE("what the base itself lacks is told there, also when the theme has it in another language") {
    const TempDir themes;
    themes.write("base/strings/en.yaml", "next: Next\n");
    themes.write("base/strings/nl.yaml", "{}\n");
    themes.write("own/theme.yaml", "extends: base\n");
    themes.write("own/strings/de.yaml", "next: Weiter\n");
    const auto read = read_theme("own", {themes.path()});
    REQUIRE(read.has_value());
    REQUIRE(read->diagnostics.all().size() == 1);
    CHECK(read->diagnostics.all()[0].where == SourceRange{"themes/base/strings/nl.yaml", {}, 0});
    CHECK(read->diagnostics.all()[0].message == "no word `next`, which `strings/en.yaml` has");
  }
}

TEST_CASE("words: dates and minutes as people say them") {
  const Theme theme =
      make_theme("x",
                 files({{"strings/en.yaml",
                         "date: \"{day} {month} {year}\"\nfirst-of-month: \"1\"\n"
                         "months: January February March\nminute: 1 minute\nminutes: \"{n} minutes\"\n"},
                        {"strings/fr.yaml",
                         "date: \"{day} {month} {year}\"\nfirst-of-month: 1er\n"
                         "months: janvier f\u00e9vrier mars\nminute: 1 minute\nminutes: \"{n} minutes\"\n"}}))
          .theme;
  CHECK(date_in_words(theme, "en", "2026-03-02") == "2 March 2026");
  CHECK(date_in_words(theme, "fr", "2026-02-01") == "1er f\u00e9vrier 2026");
  CHECK(date_in_words(theme, "en", "2026-13-02") == "2026-13-02");
  CHECK(date_in_words(theme, "en", "soon") == "soon");
  CHECK(minutes_in_words(theme, "en", 0).empty());
  CHECK(minutes_in_words(theme, "en", 1) == "1 minute");
  CHECK(minutes_in_words(theme, "en", 4) == "4 minutes");
}

}  // namespace
}  // namespace tailorbird
