#include "render/redirects.hpp"

#include <doctest/doctest.h>

#include "support/small_project.hpp"
#include "support/source_dir.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

struct Guide {
  SmallProject small;
  Theme theme;

  Guide() {
    small.add("index.md", "Home", "Welcome.");
    small.add("plan/index.md", "Planning", "Plan.", only(phase, plan));
    Page& talk = small.add("plan/talk.md", "The talk", "Talk.");
    talk.front.aliases = {"old/talk.md", "/conversation.html"};
    theme = std::move(read_theme("default", {test::source_dir() / "themes"})->theme);
  }
};

}  // namespace

TEST_CASE("entry links: the start and each step, named by language and number alone") {
  const Guide guide;
  const Edition edition = guide.small.edition("one/managers/en");
  const std::vector<EntryLink> links = entry_links(edition, make_navigation(edition));
  REQUIRE(links.size() == 2);
  CHECK(links[0].path == "go/en.html");
  CHECK(links[0].page == static_cast<std::size_t>(edition.find("index.md")));
  CHECK(links[1].path == "go/en-2.html");
  CHECK(links[1].step_id == "plan");
  CHECK(links[1].page == static_cast<std::size_t>(edition.find("plan/index.md")));
}

TEST_CASE("entry links: steps with a page for each group of readers have a link for each") {
  Guide guide;
  Condition managers = only(phase, back);
  managers.atoms.insert(managers.atoms.begin(), {audience, manager});
  Condition staff = only(phase, back);
  staff.atoms.insert(staff.atoms.begin(), {audience, employee});
  guide.small.add("back/index.md", "Back, for managers", "Back.", managers);
  guide.small.add("own/index.md", "Back, for you", "Back.", staff);
  guide.small.project.profiles[0].bundles[0].space = guide.small.project.site.everybody();
  const Edition edition = guide.small.edition("one/managers/en");
  std::vector<std::string> paths;
  for (const EntryLink& link : entry_links(edition, make_navigation(edition))) paths.push_back(link.path);
  CHECK(paths == std::vector<std::string>{"go/en.html", "go/en-2.html", "go/en-3-1.html", "go/en-3-2.html"});
}

TEST_CASE("redirects: pages that lead on without script, from short links and from old places") {
  const Guide guide;
  const Edition edition = guide.small.edition("one/managers/en");
  const Navigation navigation = make_navigation(edition);
  SearchLexicon lexicon("en");
  const RenderContext context{edition, navigation, guide.theme, {"en"}, nullptr, lexicon};
  Diagnostics diagnostics;
  const std::vector<OutputFile> entries = entry_pages(context, diagnostics);
  REQUIRE(entries.size() == 2);
  CHECK(entries[1].path == "go/en-2.html");
  CHECK(entries[1].bytes.find("content=\"0; url=../en/plan/index.html\"") != std::string::npos);
  CHECK(entries[1].bytes.find("<a href=\"../en/plan/index.html\"") != std::string::npos);
  CHECK(entries[1].bytes.find("<script") == std::string::npos);

  const auto talk = static_cast<std::size_t>(edition.find("plan/talk.md"));
  const std::vector<OutputFile> aliases = alias_pages(context, talk, diagnostics);
  REQUIRE(aliases.size() == 2);
  CHECK(aliases[0].path == "en/old/talk.html");
  CHECK(aliases[0].bytes.find("url=../plan/talk.html") != std::string::npos);
  CHECK(aliases[1].path == "en/conversation.html");
  CHECK(aliases[1].bytes.find("url=plan/talk.html") != std::string::npos);
  CHECK(list_of(diagnostics).empty());
}
