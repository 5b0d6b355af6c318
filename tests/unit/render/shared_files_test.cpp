#include <algorithm>
#include <doctest/doctest.h>
#include <string>

#include "render/render.hpp"
#include "support/small_project.hpp"
#include "support/temp_dir.hpp"

namespace tailorbird {
namespace {

using namespace test;

struct Shared {
  SmallProject small;
  TempDir root;
  Theme theme;
  Diagnostics diagnostics;

  Shared() {
    const std::string choice =
        "{{#languages}}<a href=\"{{href}}\" lang=\"{{code}}\">{{name}}</a>{{/languages}}";
    theme =
        make_theme(
            "x", {{"strings/en.yaml",
                   {"", "language-name: English\nscript-saved: \"It\u2019s saved </script>\"\nnext: Next\n"}},
                  {"theme.yaml", {"", "surface-light: \"#ffffff\"\nsurface-dark: \"#000000\"\n"}},
                  {"layouts/languages.mustache", {"", choice}},
                  {"assets/css/a.css", {"", "a{}"}}})
            .theme;
  }

  std::string bytes(const std::string& path) {
    diagnostics = {};
    const Profile& profile = small.project.profiles[0];
    const auto files =
        shared_files(theme, profile, profile.bundles[0], small.project, root.path(), diagnostics);
    const auto found =
        std::find_if(files.begin(), files.end(), [&](const OutputFile& file) { return file.path == path; });
    return found == files.end() ? "(none)" : found->bytes;
  }
  Profile& profile() { return small.project.profiles[0]; }
};

TEST_CASE("shared files: the choice of language links to each start page") {
  Shared shared;
  CHECK(shared.bytes("index.html") ==
        "<a href=\"en/index.html\" lang=\"en\">English</a><a href=\"nl/index.html\" lang=\"nl\">nl</a>\n");
  CHECK(list_of(shared.diagnostics) ==
        "theme-language-missing: the theme `x` has no words in `nl`; English ones are shown\n");
}

TEST_CASE("shared files: scripts get the theme's sentences and the reader's choices, in ASCII") {
  Shared shared;
  CHECK(shared.bytes("assets/words-en.js") ==
        "window.tailorbirdWords={\"saved\":\"It\\u2019s saved <\\/script>\"};\n"
        "window.tailorbirdDimensions={\"phase\":[\"treatment\",\"plan\",\"return\"]};\n");
}

TEST_CASE("shared files: colours that can be read are used as they are") {
  Shared shared;
  shared.profile().primary = "#0b5d5b";
  shared.profile().accent = "#9a3f1d";
  const std::string css = shared.bytes("assets/colours.css");
  CHECK(css.starts_with(":root{--primary:#0b5d5b;"));
  CHECK(css.find("--accent:#9a3f1d;") != std::string::npos);
  CHECK(css.find("@media screen and (prefers-color-scheme:dark)") != std::string::npos);
  CHECK(shared.diagnostics.all().size() == 1);  // about the language
}

TEST_CASE("shared files: a colour that is too light is darkened, and the owner is told") {
  Shared shared;
  shared.profile().primary = "#ffd400";
  shared.profile().primary_at = {"profiles/_base.yaml", {4, 14}, 9};
  const std::string css = shared.bytes("assets/colours.css");
  CHECK(css.starts_with(":root{--primary:#8c7500;"));
  REQUIRE(shared.diagnostics.all().size() == 2);
  const Diagnostic& found = shared.diagnostics.all().front();
  CHECK(found.code == "colour-contrast");
  CHECK(found.where == shared.profile().primary_at);
  CHECK(found.message ==
        "the colour `primary` (#ffd400) is too light for text on this theme's background; #8c7500 is used "
        "instead");
  CHECK(found.fix == "Write #8c7500, or a darker colour of your own.");
  SUBCASE("one that is not written in the profile is the theme's affair, and the profile is named") {
    shared.profile().primary_at = {};
    shared.bytes("assets/colours.css");
    CHECK(shared.diagnostics.all().front().where == SourceRange{"profiles/one.yaml", {}, 0});
  }
}

TEST_CASE("shared files: the logo") {
  Shared shared;
  shared.profile().logo.at = {"profiles/one.yaml", {2, 30}, 7};
  struct Row {
    const char* what;
    std::string name;
    std::string bytes;
    std::string output;    // "(none)": refused
    std::string expected;  // first diagnostic's message; empty: about the language only
  };
  const Row rows[] = {
      {"a drawing", "one.svg", "<svg><path d=\"M0 0\"/></svg>", "assets/logo.svg", ""},
      {"a picture with an ending in capitals", "one.PNG", "png", "assets/logo.png", ""},
      {"a drawing with script", "one.svg", "<svg>\n<script/></svg>", "(none)",
       "the picture `one.svg` holds the element `script`"},
      {"a file of another kind", "one.exe", "MZ", "(none)",
       "the logo `one.exe` is not an svg, png, jpg or gif file"},
      {"a file that is not there", "none.svg", "", "(none)",
       "the logo `none.svg` cannot be read: cannot read "},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    if (!row.bytes.empty()) shared.root.write(row.name, row.bytes);
    shared.profile().logo.file = row.name;
    CHECK((shared.bytes(logo_path(shared.profile())) == "(none)") == (row.output == "(none)"));
    if (row.output != "(none)") CHECK(logo_path(shared.profile()) == row.output);
    CHECK(shared.diagnostics.all().size() == (row.expected.empty() ? 1 : 2));
    if (row.expected.empty()) continue;
    const Diagnostic& found = shared.diagnostics.all().back();
    CHECK(found.message.starts_with(row.expected));
    if (found.code == "logo-unusable") CHECK(found.where == shared.profile().logo.at);
  }
}

TEST_CASE("shared files: the logo for dark pages lies beside the other one") {
  Shared shared;
  shared.root.write("one.svg", "<svg><path d=\"M0 0\"/></svg>");
  shared.root.write("light.svg", "<svg><path d=\"M1 1\"/></svg>");
  shared.profile().logo.file = "one.svg";
  CHECK(dark_logo_path(shared.profile()) == "");
  shared.profile().logo_dark.file = "light.svg";
  CHECK(dark_logo_path(shared.profile()) == "assets/logo-dark.svg");
  CHECK(shared.bytes("assets/logo.svg").find("M0 0") != std::string::npos);
  CHECK(shared.bytes("assets/logo-dark.svg").find("M1 1") != std::string::npos);
}

}  // namespace
}  // namespace tailorbird
