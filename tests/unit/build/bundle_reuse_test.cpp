// A build over the last output makes only the bundles that a change concerns.

#include <doctest/doctest.h>
#include <ostream>
#include <set>

#include "build/build.hpp"
#include "support/source_dir.hpp"
#include "support/talk_site.hpp"
#include "support/temp_dir.hpp"
#include "support/tree.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

std::string profile_yaml(const std::string& name, const std::string& more = {}) {
  return "languages: [en]\norganisation: {name: Works of " + name + "}\ncontacts: {oh: {name: Doctor " +
         name + ", phone: \"+31 20 123 45 67\"}}\n" + more +
         "bundles:\n  - {id: managers, fixed: {audience: manager}, formats: [site]}\n"
         "  - {id: hr, fixed: {audience: hr}, formats: [site, epub]}\n";
}

/// Two organisations, `a` and `b`, with a bundle for managers and one for HR each, built.
class Built {
 public:
  Built() {
    write("content/site.yaml", std::string(talk_site));
    write("content/en/index.md", "---\ntitle: Start\n---\n\nCall {{< var contact.oh.name >}}.\n");
    write("content/en/talk.md", "---\ntitle: Talk\naudience: manager\n---\n\nTalk first.\n");
    write("content/en/papers.md",
          "---\ntitle: Papers\naudience: hr\n---\n\nAsk Wendeline Aster for the form.\n");
    write("profiles/a.yaml", profile_yaml("Amber"));
    write("profiles/b.yaml", profile_yaml("Birch"));
    made();
  }

  void write(const std::string& path, const std::string& bytes) { dir_.write("site/" + path, bytes); }

  /// Builds, and returns the editions of which pages were made: "a/hr/en b/hr/en". What comes out is what a
  /// build from nothing makes.
  std::string made() {
    std::set<std::string> editions;
    BuildRequest request = request_for("dist");
    request.cache = true;
    request.progress = [&](std::string_view edition, std::size_t, std::size_t) { editions.emplace(edition); };
    const BuildReport report = built(request);
    const BuildReport anew = built(request_for("clean"));
    CHECK(differing(read_tree(dir_.path() / "site/dist"), read_tree(dir_.path() / "site/clean")).empty());
    CHECK(report.page_count == anew.page_count);
    CHECK(report.bytes == anew.bytes);
    CHECK(said(report) == said(anew));
    std::string list;
    for (const std::string& edition : editions) list += (list.empty() ? "" : " ") + edition;
    return list;
  }

  /// What a build over the last output says, as a build from nothing does; with an error among it.
  std::string said_with_errors() {
    BuildRequest request = request_for("dist");
    request.cache = true;
    const Result<BuildReport> report = build(request);
    const Result<BuildReport> anew = build(request_for("clean"));
    REQUIRE(report);
    REQUIRE(anew);
    CHECK_FALSE(report->written);
    CHECK(said(*report) == said(*anew));
    return said(*report);
  }

  void remove_store() { fs::remove(dir_.path() / "site/.dist.tailorbird-cache/bundles"); }
  void change_output(const std::string& path) { write("dist/" + path, dir_.read("site/dist/" + path) + " "); }

 private:
  BuildRequest request_for(const std::string& out) const {
    BuildRequest request;
    request.root = dir_.path() / "site";
    request.out = request.root / out;
    request.theme_folders = {request.root / "themes", source_dir() / "themes"};
    request.jobs = 2;
    return request;
  }

  static BuildReport built(const BuildRequest& request) {
    const Result<BuildReport> report = build(request);
    REQUIRE_MESSAGE(report, (report ? "" : report.error().message));
    REQUIRE_MESSAGE(report->written, said(*report));
    return *report;
  }

  static std::string said(const BuildReport& report) {
    std::string text;
    for (const Diagnostic& one : report.diagnostics) {
      text += one.where.file + ": " + one.message;
      for (const std::string& edition : one.editions) text += " " + edition;
      text += "\n";
    }
    return text;
  }

  TempDir dir_;
};

}  // namespace

TEST_CASE("bundle reuse: a page is made for those bundles that show it") {
  Built built;
  built.write("content/en/talk.md", "---\ntitle: Talk\naudience: manager\n---\n\nTalk first, and soon.\n");
  CHECK(built.made() == "a/managers/en b/managers/en");
  built.write("content/en/index.md", "---\ntitle: Start\n---\n\nWrite to {{< var contact.oh.name >}}.\n");
  CHECK(built.made() == "a/hr/en a/managers/en b/hr/en b/managers/en");
}

TEST_CASE("bundle reuse: a title is in the lists of others, so all bundles are made") {
  Built built;
  built.write("content/en/talk.md", "---\ntitle: Talking\naudience: manager\n---\n\nTalk first.\n");
  CHECK(built.made() == "a/hr/en a/managers/en b/hr/en b/managers/en");
}

TEST_CASE("bundle reuse: what changes in one organisation is made for it alone") {
  Built built;
  built.write("profiles/a.yaml", profile_yaml("Aspen"));
  CHECK(built.made() == "a/hr/en a/managers/en");
  built.write("profiles/a.yaml", profile_yaml("Aspen", "overlay: a\n"));
  built.write("profiles/a/en/house.md", "---\ntitle: House\naudience: hr\n---\n\nHere.\n");
  built.made();
  built.write("profiles/a/en/house.md", "---\ntitle: House\naudience: hr\n---\n\nThere.\n");
  CHECK(built.made() == "a/hr/en");
}

TEST_CASE("bundle reuse: a profile that others extend counts for them too") {
  Built built;
  built.write("profiles/b.yaml", "extends: a\norganisation: {name: Works of Birch}\n");
  built.made();
  built.write("profiles/a.yaml", profile_yaml("Amber", "quick-exit: https://example.org/\n"));
  CHECK(built.made() == "a/hr/en a/managers/en b/hr/en b/managers/en");
}

TEST_CASE("bundle reuse: a bundle that holds what has become another's name is searched, not made") {
  Built built;
  built.write("profiles/a.yaml", profile_yaml("Amber", "variables: {desk: Nobody In Particular}\n"));
  built.made();
  built.write("profiles/a.yaml", profile_yaml("Amber", "variables: {desk: Wendeline Aster}\n"));
  CHECK(built.made() == "a/hr/en a/managers/en");
}

TEST_CASE("bundle reuse: what was not read again for a name is read for the next one") {
  Built built;
  const auto name_desk = [&](const std::string& name) {
    built.write("profiles/a.yaml", profile_yaml("Amber", "variables: {desk: " + name + "}\n"));
    return built.made();
  };
  name_desk("Nobody In Particular");  // all files of b are read
  name_desk("Nobody At All");         // none is
  built.write("content/en/talk.md",
              "---\ntitle: Talk\naudience: manager\n---\n\nTalk to Theodora Birch, at 020 555-0199.\n");
  built.made();
  name_desk("Wendeline Aster");                                     // in b/hr since the first build
  for (const char* desk : {"Theodora Birch", "+31 20 555 0199"}) {  // in b/managers since the last one
    name_desk("Nobody Else");
    CHECK(name_desk(desk) == "a/hr/en a/managers/en");
  }
}

TEST_CASE("bundle reuse: a page that stays is told of when nothing else allows what it holds any more") {
  Built built;
  built.write("themes/house/theme.yaml", "extends: default\n");
  built.write("themes/house/partials/terms.mustache", "<p>A well kept secret of the house.</p>\n");
  built.write("profiles/a.yaml", profile_yaml("Amber", "theme: house\n"));
  built.write("content/en/talk.md",
              "---\ntitle: Talk\naudience: manager\n---\n\nA well kept secret of the house.\n");
  built.write("content/en/papers.md",
              "---\ntitle: Papers\naudience: hr\n---\n\nA well kept secret of the house.\n");
  built.made();
  SUBCASE("at once") {}
  SUBCASE("after its files were read for another phrase") {
    built.write("profiles/b.yaml", profile_yaml("Birch", "variables: {desk: Nobody In Particular}\n"));
    built.made();
  }
  built.write("content/en/talk.md", "---\ntitle: Talk\naudience: manager\n---\n\nTalk first.\n");
  CHECK(built.said_with_errors().find("`en/index.html` holds") != std::string::npos);
}

TEST_CASE("bundle reuse: what a drawing within the one file says is told of too, though the file hides it") {
  Built built;
  const std::string secret = "A well kept secret of the house.";
  built.write("content/en/house.svg",
              "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><text>" + secret +
                  "</text></svg>\n");
  built.write("content/en/index.md", "---\ntitle: Start\n---\n\nWelcome.\n\n![A house](house.svg)\n");
  built.write("profiles/a.yaml",
              "languages: [en]\norganisation: {name: Works of Amber}\n"
              "bundles: [{id: managers, fixed: {audience: manager}, formats: [single]}]\n");
  built.write("profiles/b.yaml", profile_yaml("Birch", "variables: {desk: Nobody At All}\n"));
  built.made();
  built.remove_store();
  built.write("profiles/b.yaml", profile_yaml("Birch", "variables: {desk: Nobody Else}\n"));
  built.made();  // all is made, as in a first build
  built.write("profiles/b.yaml", profile_yaml("Birch", "variables: {desk: Nobody In Particular}\n"));
  CHECK(built.made() == "b/hr/en b/managers/en");  // the files of a are read, but not what is within them
  built.write("content/en/papers.md", "---\ntitle: Papers\naudience: hr\n---\n\n" + secret + "\n");
  built.write("content/en/talk.md", "---\ntitle: Talk\naudience: manager\n---\n\nTalk soon.\n");
  CHECK(built.said_with_errors().find("house.svg` holds") != std::string::npos);
}

TEST_CASE("bundle reuse: of a bundle in two languages only the one that changed is made") {
  Built built;
  std::string site(talk_site);
  built.write("content/site.yaml", site.replace(site.find("[en]"), 4, "[en, nl]"));
  built.write("content/nl/index.md", "---\ntitle: Begin\n---\n\nBel {{< var contact.oh.name >}}.\n");
  std::string profile = profile_yaml("Amber");
  built.write("profiles/a.yaml", profile.replace(profile.find("[en]"), 4, "[en, nl]"));
  built.made();
  built.write("content/nl/index.md", "---\ntitle: Begin\n---\n\nMail {{< var contact.oh.name >}}.\n");
  CHECK(built.made() == "a/hr/nl a/managers/nl");
  built.write("content/en/talk.md", "---\ntitle: Talk\naudience: manager\n---\n\nTalk first, and soon.\n");
  CHECK(built.made() == "a/managers/en b/managers/en");
}

TEST_CASE("bundle reuse: an output that is another one is made, and so is all without the store") {
  Built built;
  built.change_output("b/hr/site/en/papers.html");
  built.write("profiles/a.yaml", profile_yaml("Aspen"));
  CHECK(built.made() == "a/hr/en a/managers/en b/hr/en");
  built.remove_store();
  built.write("profiles/a.yaml", profile_yaml("Alder"));
  CHECK(built.made() == "a/hr/en a/managers/en b/hr/en b/managers/en");
}
