#include "render/theme_safety.hpp"

#include <doctest/doctest.h>
#include <string>

#include "base/strings.hpp"
#include "support/source_dir.hpp"
#include "support/temp_dir.hpp"

namespace tailorbird {
namespace {

using test::TempDir;

std::string file_of_default(const std::string& path) {
  const auto bytes = read_file(test::source_dir() / "themes/default" / path);
  REQUIRE(bytes.has_value());
  return *bytes;
}

/// What is told of a theme that extends the default one and has one template of its own.
std::string told_of(const std::string& path, const std::string& text) {
  const TempDir themes;
  themes.write("ours/theme.yaml", "extends: default\n");
  themes.write("ours/" + path, text);
  Diagnostics diagnostics;
  const auto line =
      read_theme_line("ours", {}, {themes.path(), test::source_dir() / "themes"}, diagnostics, disk());
  REQUIRE(line.has_value());
  REQUIRE(line->has_value());
  check_theme_safety(**line, diagnostics);
  std::string told;
  for (const Diagnostic& one : diagnostics.all()) {
    CHECK(one.code == "theme-drops-safeguard");
    told += one.where.file + ": " + one.message + "\n";
  }
  return told;
}

std::string told_without(const std::string& path, const std::string& part) {
  const std::string text = file_of_default(path);
  REQUIRE(text.find(part) != std::string::npos);
  return told_of(path, replace_all(text, part, ""));
}

}  // namespace

TEST_CASE("theme safety: each safeguard that a template drops is an error at that template") {
  struct Row {
    std::string path;
    std::string part;
    std::string dropped;
  };
  const Row rows[] = {
      {"partials/header.mustache", "href=\"{{quick-exit}}\"", "this template drops the quick exit"},
      {"partials/header.mustache", "href=\"#tb-main\"",
       "this template drops the link that skips to the text"},
      {"layouts/page.mustache", "id=\"tb-main\"",
       "this template drops the place to which the skip link leads"},
      {"layouts/start.mustache", "{{> privacy}}", "this template drops the note on privacy"},
      {"partials/privacy.mustache", "id=\"tb-privacy\"", "this template drops the note on privacy"},
      {"layouts/page.mustache", " lang=\"{{language}}\"", "this template drops the language of the page"},
      {"partials/head-words.mustache", "http-equiv=\"Content-Security-Policy\"",
       "this template drops the rule that the page loads nothing from elsewhere"},
      {"layouts/page.mustache", "{{> header}}",
       "this template drops the quick exit and the link that skips to the text"},
      {"partials/languages.mustache", "lang=\"{{code}}\"", "`languages` is shown without its language"},
      {"partials/when.mustache", "{{when}}", "this template drops the condition of lists"},
      {"partials/plain-items.mustache", "{{> when}}", "`item` is shown without its condition"},
      {"partials/outline.mustache", "{{> when}}", "`outline` is shown without its condition"},
      {"components/faq.mustache", "{{> when}}", "`question` is shown without its condition"},
      {"components/responsibilities.mustache", "{{> when}}", "`row` is shown without its condition"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.path);
    CAPTURE(row.part);
    CHECK(told_without(row.path, row.part) == "themes/ours/" + row.path + ": " + row.dropped + "\n");
  }
}

TEST_CASE("theme safety: a comment keeps nothing") {
  const std::string header = file_of_default("partials/header.mustache");
  const std::string link = "href=\"{{quick-exit}}\"";
  CHECK(told_of("partials/header.mustache", replace_all(header, link, "{{! " + link + " }}")) ==
        "themes/ours/partials/header.mustache: this template drops the quick exit\n");
}

TEST_CASE("theme safety: a theme that keeps them in its own words has no finding") {
  const std::string page = R"(<!DOCTYPE html>
<html class="ours" lang="{{ language }}"><head>
<meta content="default-src 'self'" http-equiv='Content-Security-Policy'/><title>{{title}}</title></head>
<body><a href='#tb-main'>{{t.skip}}</a>{{#quick-exit}}<a href="{{{quick-exit}}}">{{t.quick-exit}}</a>{{/quick-exit}}
<main id='tb-main'>{{{body}}}</main><p id="tb-privacy">{{t.privacy}}</p></body></html>
)";
  CHECK(told_of("layouts/page.mustache", page).empty());
  CHECK(told_of("layouts/brief.mustache", page).empty());
  CHECK(told_of("partials/footer.mustache", "<footer>{{organisation}}</footer>").empty());
}

TEST_CASE("theme safety: a layout of its own keeps what ordinary pages have") {
  CHECK(told_of("layouts/brief.mustache", "<html lang=\"{{language}}\"><body>{{{body}}}</body></html>") ==
        "themes/ours/layouts/brief.mustache: this template drops the quick exit, the link that skips to the "
        "text, the place to which the skip link leads, the note on privacy and the rule that the page loads "
        "nothing from elsewhere\n");
}

}  // namespace tailorbird
