#include "read/project.hpp"

#include <doctest/doctest.h>
#include <filesystem>

#include "read_support.hpp"
#include "support/temp_dir.hpp"

namespace {

using namespace tailorbird;
using namespace tailorbird::test;

constexpr std::string_view page = "---\ntitle: Talk\n---\nText.\n";

/// A small project without mistakes.
void write_project(const TempDir& root) {
  root.write("content/site.yaml", small_site_yaml);
  root.write("content/sources.yaml", small_sources_yaml);
  root.write("content/responsibilities.yaml", small_responsibilities_yaml);
  root.write("content/en/index.md", page);
  root.write("content/en/talk/index.md", page);
  root.write("content/en/_note.md", "A note.\n");
  root.write("content/nl/index.md", page);
  root.write("content/media/talk.svg", "<svg/>");
  root.write("profiles/a.yaml", small_profile_yaml);
}

ProjectRead read_all(const TempDir& root, unsigned jobs = 1) {
  auto read = read_project(root.path(), jobs, {"site"});
  REQUIRE(read.has_value());
  return std::move(*read);
}

std::string paths(const Project& project) {
  std::string all;
  for (const Page& one : project.pages)
    all += one.file + (one.overlay_of.empty() ? "\n" : " of " + one.overlay_of + "\n");
  return all;
}

TEST_CASE("project: pages, partials and other files, sorted") {
  const TempDir root;
  write_project(root);
  const ProjectRead read = read_all(root);
  CHECK(said(read.diagnostics) == "");
  CHECK(paths(read.project) ==
        "content/en/_note.md\ncontent/en/index.md\ncontent/en/talk/index.md\ncontent/nl/index.md\n");
  CHECK(read.project.files == std::vector<std::string>{"content/media/talk.svg"});
  CHECK(read.project.profiles.size() == 1);
  CHECK(read.project.site.sources.size() == 2);
}

TEST_CASE("project: the number of threads changes nothing") {
  const TempDir root;
  write_project(root);
  for (int number = 0; number < 60; ++number) {
    const std::string name = "content/en/p" + std::to_string(number) + ".md";
    root.write(name, number % 7 == 0 ? std::string_view("---\ntitel: x\n---\n") : page);
  }
  const ProjectRead one = read_all(root, 1);
  const ProjectRead many = read_all(root, 8);
  CHECK(paths(one.project) == paths(many.project));
  REQUIRE(one.diagnostics.all().size() == many.diagnostics.all().size());
  for (std::size_t index = 0; index < one.diagnostics.all().size(); ++index) {
    CHECK(one.diagnostics.all()[index].where == many.diagnostics.all()[index].where);
  }
}

TEST_CASE("project: without content/site.yaml there is nothing to read") {
  const TempDir root;
  const auto read = read_project(root.path());
  REQUIRE_FALSE(read.has_value());
  CHECK(read.error().message == "there is no content/site.yaml in " + root.path().string() +
                                    ": run in a project's folder, or name it with --root");
}

TEST_CASE("project: a draft is in no edition, its mistakes are still named") {
  const TempDir root;
  write_project(root);
  root.write("content/en/later.md", "---\ntitle: Later\ndraft: true\nordr: 1\n---\n");
  const ProjectRead read = read_all(root);
  CHECK(paths(read.project).find("later") == std::string::npos);
  CHECK(said(read.diagnostics).starts_with("content/en/later.md:4:1: error[unknown-key]"));
}

TEST_CASE("project: files where nobody would look for them") {
  const TempDir root;
  write_project(root);
  root.write("content/lost.md", page);
  root.write("content/fr/index.md", page);
  root.write("content/glosary.yaml", "");
  root.write("profiles/b.yml", "");
  CHECK(
      said(read_all(root).diagnostics) ==
      R"(content/fr/index.md: error[unknown-language-folder]: the folder `fr` is not a language of content/site.yaml
  why: Pages in it are in no edition.
  fix: one of: en, nl

content/glosary.yaml: error[unknown-file]: `glosary.yaml` is not read by anything
  why: It would be ignored without any warning.
  fix: did you mean `glossary.yaml`?

content/lost.md: error[page-outside-language]: a page outside the language folders
  why: Only pages in a language's folder are in an edition.
  fix: Move the file to `content/<language>/`.

profiles/b.yml: error[unknown-file]: `b.yml` is not read by anything
  why: It would be ignored without any warning.
  fix: Let its name end in .yaml.
)");
}

TEST_CASE("project: two pages with one id") {
  const TempDir root;
  write_project(root);
  root.write("content/en/b.md", "---\ntitle: B\nid: talk/index\n---\n");
  CHECK(said(read_all(root).diagnostics) ==
        R"(content/en/talk/index.md: error[id-repeated]: a second page has the id `talk/index`
  why: Links and changes could mean either of the two.
  fix: Give one of the two another id.
  see content/en/b.md: first here
)");
}

TEST_CASE("project: a start page is where readers look for it") {
  const TempDir root;
  write_project(root);
  root.write("content/en/index.md", "---\ntitle: Start\nslug: k9\n---\n");
  CHECK(
      said(read_all(root).diagnostics)
          .starts_with("content/en/index.md: error[slug-on-start-page]: the start page has the slug `k9`\n"));
}

TEST_CASE("project: a language without pages is a note, and an error where a bundle asks for it") {
  const TempDir root;
  write_project(root);
  std::filesystem::remove_all(root.path() / "content/nl");
  const std::string_view note =
      R"(content/site.yaml: note[language-without-pages]: there are no pages in content/nl/
  why: The language is declared, and nothing is written in it yet.
  fix: Translate the pages, or remove the language from `languages` in content/site.yaml.
)";
  CHECK(said(read_all(root).diagnostics) == note);
  root.write("profiles/a.yaml", changed(small_profile_yaml, "[en]", "[en, nl]"));
  CHECK(said(read_all(root).diagnostics) == std::string(note) + R"(
profiles/a.yaml:7:10: error[bundle-without-pages]: the bundle `all` asks for `nl`, and there are no pages in content/nl/
  why: These readers would get an empty site.
  fix: Remove the language from the bundle or profile until it is translated.
)");
}

TEST_CASE("project: copies that editors keep while somebody writes are not read") {
  const TempDir root;
  write_project(root);
  const std::string before = said(read_all(root).diagnostics);
  for (const char* name :
       {"content/en/#index.md#", "content/en/index.md~", "content/en/.index.md.swp", "content/en/.#index.md",
        "content/#site.yaml#", "content/media/#a.png#", "profiles/#a.yaml#", "profiles/a.yaml~"})
    root.write(name, "---\ntitle: [\n");
  const ProjectRead read = read_all(root);
  CHECK(said(read.diagnostics) == before);
  for (const std::string& file : read.project.files) CHECK(file.find('~') == std::string::npos);
}

TEST_CASE("project: a profile whose name is none is the reason why there is no profile") {
  const TempDir root;
  write_project(root);
  std::filesystem::remove_all(root.path() / "profiles");
  root.write("profiles/Mill.yaml", "organisation: {name: Mill}\nlanguages: [en]\nbundles: [{id: all}]\n");
  const std::string found = said(read_all(root).diagnostics);
  CHECK(found.find("error[file-name]: `Mill` cannot be the name of a profile") != std::string::npos);
  CHECK(found.find("no-profile") == std::string::npos);
}

TEST_CASE("project: without a profile there is a warning") {
  const TempDir root;
  write_project(root);
  std::filesystem::remove_all(root.path() / "profiles");
  CHECK(said(read_all(root).diagnostics) == R"(profiles: warning[no-profile]: there is no profile
  why: Without an organisation there is nothing to build.
  fix: Add a file to profiles/; `tailorbird new` makes one to fill in.
)");
}

TEST_CASE("project: an overlay's pages replace and add") {
  const TempDir root;
  write_project(root);
  root.write("profiles/a.yaml", changed(small_profile_yaml, "", "overlay: own\n"));
  root.write("profiles/own/en/index.md", page);
  root.write("profiles/own/en/extra.md", page);
  root.write("profiles/own/media/own.svg", "<svg/>");
  SUBCASE("in the order of language, path and organisation") {
    const ProjectRead read = read_all(root);
    CHECK(said(read.diagnostics) == "");
    CHECK(paths(read.project) ==
          "content/en/_note.md\nprofiles/own/en/extra.md of a\ncontent/en/index.md\nprofiles/own/en/index.md "
          "of a\n"
          "content/en/talk/index.md\ncontent/nl/index.md\n");
    CHECK(read.project.files ==
          std::vector<std::string>{"content/media/talk.svg", "profiles/own/media/own.svg"});
  }
  SUBCASE("but not a locked page") {
    root.write("content/en/index.md", "---\ntitle: Start\nlocked: true\n---\n");
    const ProjectRead read = read_all(root);
    CHECK(
        said(read.diagnostics) ==
        R"(profiles/own/en/index.md: error[overlay-replaces-locked]: `index.md` is locked and cannot be replaced
  why: The page is locked because its words must be the same for everybody.
  fix: Remove the file from the overlay, or ask the content's editors to unlock the page.
  see content/en/index.md: the locked page
)");
    CHECK(paths(read.project).find("own/en/index.md") == std::string::npos);
  }
  SUBCASE("and not the id of a page that stays") {
    root.write("profiles/own/en/extra.md", "---\ntitle: Extra\nid: talk/index\n---\n");
    CHECK(said(read_all(root).diagnostics)
              .starts_with(
                  "profiles/own/en/extra.md: error[id-repeated]: a second page has the id `talk/index`\n"));
  }
  SUBCASE("while the id of the page it replaces is free") {
    root.write("profiles/own/en/extra.md", "---\ntitle: Extra\nid: index\n---\n");
    root.write("profiles/own/en/index.md", "---\ntitle: Own\nid: own\n---\n");
    CHECK(said(read_all(root).diagnostics) == "");
  }
  SUBCASE("in a language that exists") {
    root.write("profiles/own/eng/index.md", page);
    CHECK(said(read_all(root).diagnostics)
              .starts_with("profiles/own/eng/index.md: error[unknown-language-folder]: the folder `eng` is "
                           "not a language of content/site.yaml\n"));
  }
}

TEST_CASE("project: links that leave it are not followed") {
  const TempDir root;
  const TempDir elsewhere;
  write_project(root);
  elsewhere.write("secret.md", page);
  SUBCASE("from content") {
    std::filesystem::create_symlink(elsewhere.path() / "secret.md", root.path() / "content/en/secret.md");
    CHECK_FALSE(read_project(root.path()).has_value());
  }
  SUBCASE("from an overlay") {
    root.write("profiles/a.yaml", changed(small_profile_yaml, "", "overlay: own\n"));
    root.write("profiles/own/en/extra.md", page);
    std::filesystem::create_symlink(elsewhere.path() / "secret.md",
                                    root.path() / "profiles/own/en/secret.md");
    CHECK_FALSE(read_project(root.path()).has_value());
  }
  SUBCASE("as a folder") {
    std::filesystem::create_directory_symlink(elsewhere.path(), root.path() / "content/en/more");
    const auto read = read_project(root.path());
    CHECK((!read.has_value() || paths(read->project).find("secret") == std::string::npos));
  }
}

TEST_CASE("project: a format that does not exist is named in its bundle") {
  const TempDir root;
  write_project(root);
  root.write("profiles/a.yaml", changed(small_profile_yaml, "{id: all}", "{id: all, formats: [sites]}"));
  CHECK(said(read_all(root).diagnostics)
            .starts_with("profiles/a.yaml:7:25: error[unknown-format]: no format `sites`\n"));
}

}  // namespace
