#include "render/template_text.hpp"

#include <doctest/doctest.h>
#include <string>

namespace tailorbird {
namespace {

const ThemeFiles partials = {
    {"icon", {"partials/icon.mustache", "<svg></svg>\n"}},
    {"link", {"partials/link.mustache", "<a href=\"{{href}}\">{{> icon}}{{label}}</a>\n"}},
    {"loop-a", {"partials/loop-a.mustache", "a{{> loop-b}}\n"}},
    {"loop-b", {"partials/loop-b.mustache", "b{{> loop-a}}\n"}},
};
const Words words = {{"next", "Suivant"}, {"end", "Fin de l’entretien <ici>"}};

struct Prepared {
  TemplateText ready;
  Diagnostics diagnostics;
};

Prepared prepare(const std::string& text) {
  Prepared result;
  result.ready = prepare_template({"layouts/x.mustache", text}, partials, words, "fr", result.diagnostics);
  return result;
}

TEST_CASE("template text: partials, words, comments and layout of the template") {
  struct Row {
    const char* what;
    std::string text;
    std::string expected;
  };
  const Row rows[] = {
      {"a partial is put in, and partials in it", "<p>{{> link}}</p>",
       "<p><a href=\"{{href}}\"><svg></svg>{{label}}</a></p>\n"},
      {"a word is put in, escaped and as ASCII", "{{t.next}}, {{t.end}}",
       "Suivant, Fin de l&#8217;entretien &lt;ici&gt;\n"},
      {"a comment is taken out", "a{{! why }}b", "ab\n"},
      {"indentation and empty lines are taken out", "<ul>\n\n    <li>one\n  two</li>\n</ul>",
       "<ul>\n<li>one\ntwo</li>\n</ul>\n"},
      {"a section tag alone on its line leaves no line", "{{#a}}\n  {{a}}\n{{/a}}\nend",
       "{{#a}}{{a}}\n{{/a}}end\n"},
      {"text that is not ASCII becomes references", "é {{{body}}}", "&#233; {{{body}}}\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Prepared result = prepare(row.text);
    CHECK(result.ready.text == row.expected);
    CHECK(result.diagnostics.empty());
  }
}

TEST_CASE("template text: sections inside each other have a bound, those of partials counted too") {
  const auto nested = [](std::size_t count, const std::string& inside) {
    std::string text;
    for (std::size_t number = 0; number < count; ++number) text += "{{#a}}";
    text += inside;
    for (std::size_t number = 0; number < count; ++number) text += "{{/a}}";
    return text;
  };
  CHECK(prepare(nested(32, "x")).diagnostics.empty());
  const Prepared deeper = prepare(nested(40, "x"));
  REQUIRE(deeper.diagnostics.all().size() == 1);
  CHECK(deeper.diagnostics.all()[0].code == "theme-template-too-large");
  CHECK(deeper.ready.text == nested(32, "x") + "\n");
}

TEST_CASE("template text: the places of tags are told line by line") {
  const Prepared result = prepare("a{{one}} \xC3\xA9{{two}}\n\n  {{three}}");
  const auto at = [&](const char* name) {
    const SourceRange& where = result.ready.names.at(name);
    return std::pair(where.start.line, where.start.column);
  };
  CHECK(at("one") == std::pair(1U, 4U));
  CHECK(at("two") == std::pair(1U, 13U));
  CHECK(at("three") == std::pair(3U, 5U));
}

TEST_CASE("template text: it is cut where a line or a section begins outside all sections") {
  using Pieces = std::vector<std::string>;
  struct Row {
    const char* what;
    std::string text;
    Pieces expected;
  };
  const Row rows[] = {
      {"lines", "<ul>\n<li>{{a}}</li>\n</ul>", {"<ul>\n", "<li>{{a}}</li>\n", "</ul>\n"}},
      {"a section over lines", "{{#a}}\n<p>\n</p>\n{{/a}}\n<b>", {"{{#a}}<p>\n</p>\n{{/a}}", "<b>\n"}},
      {"sections in sections",
       "{{#a}}\n{{^b}}\nx\n{{/b}}\n{{/a}}\ny",
       {"{{#a}}{{^b}}x\n{{/b}}{{/a}}", "y\n"}},
      {"no line is cut in two",
       "<p>{{#a}}x{{/a}}{{#b}}y{{/b}}\nz",
       {"<p>{{#a}}x{{/a}}{{#b}}y{{/b}}\n", "z\n"}},
      {"nothing", "", {""}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(prepare(row.text).ready.pieces == row.expected);
  }
}

TEST_CASE("template text: every name is kept with the place where it stands, in the partial's own file") {
  const Prepared result = prepare("<p>\n{{> link}} {{#more}}é {{title}}{{/more}}</p>");
  REQUIRE(result.ready.names.size() == 4);
  CHECK(result.ready.names.at("href") == SourceRange{"partials/link.mustache", {1, 12}, 4});
  CHECK(result.ready.names.at("more") == SourceRange{"layouts/x.mustache", {2, 15}, 4});
  CHECK(result.ready.names.at("title") == SourceRange{"layouts/x.mustache", {2, 25}, 5});
}

TEST_CASE("template text: mistakes are shown where they are") {
  struct Row {
    std::string text;
    std::string code;
    std::string message;
    std::string fix;
    SourceRange where;
  };
  const Row rows[] = {
      {"\n {{> lnk}}",
       "theme-partial-missing",
       "no partial `lnk`",
       "did you mean `link`?",
       {"layouts/x.mustache", {2, 6}, 3}},
      {"{{> loop-a}}",
       "theme-partial-circle",
       "the partial `loop-a` contains itself",
       "",
       {"partials/loop-b.mustache", {1, 6}, 6}},
      {"{{t.nxt}}",
       "theme-word-missing",
       "no word `nxt` in the theme's `strings/fr.yaml`",
       "did you mean `next`?",
       {"layouts/x.mustache", {1, 3}, 5}},
      {"a {{b", "theme-template-broken", "`{{` is not closed by `}}`", "", {"layouts/x.mustache", {1, 3}, 2}},
      {"{{#a}}x",
       "theme-template-broken",
       "the section `a` is not closed by `{{/a}}`",
       "",
       {"layouts/x.mustache", {1, 4}, 1}},
      {"{{#a}}{{/b}}{{/a}}",
       "theme-template-broken",
       "`{{/b}}` closes nothing: the open section is `a`",
       "",
       {"layouts/x.mustache", {1, 10}, 1}},
      {"{{/a}}",
       "theme-template-broken",
       "`{{/a}}` closes nothing: no section is open",
       "",
       {"layouts/x.mustache", {1, 4}, 1}},
      {"{{=<% %>=}}",
       "theme-template-broken",
       "other delimiters than `{{` and `}}` are not used here",
       "",
       {"layouts/x.mustache", {1, 4}, 6}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Prepared result = prepare(row.text);
    REQUIRE(result.diagnostics.all().size() == 1);
    const Diagnostic& found = result.diagnostics.all().front();
    CHECK(found.code == row.code);
    CHECK(found.message == row.message);
    CHECK(found.fix == row.fix);
    CHECK(found.where == row.where);
  }
}

}  // namespace
}  // namespace tailorbird
