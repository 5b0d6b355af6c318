#include <doctest/doctest.h>
#include <map>

#include "support/small_project.hpp"
#include "write/scorm/pages.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

std::vector<std::string> numbered_ids(std::size_t count) {
  std::vector<std::string> ids;
  for (std::size_t number = 0; number < count; ++number) ids.push_back("page-" + std::to_string(number));
  return ids;
}

/// Two ids whose first 24 bits of hash are equal.
std::vector<std::string> colliding_ids() {
  std::map<std::string, std::string> seen;
  for (int number = 0;; ++number) {
    const std::string id = "page-" + std::to_string(number);
    const auto [at, is_new] = seen.try_emplace(page_codes("key", {id}).front(), id);
    if (!is_new) return {at->second, id};
  }
}

const ScormPage& page_at(const std::vector<ScormPage>& pages, std::string_view path) {
  for (const ScormPage& page : pages) {
    if (page.path == path) return page;
  }
  FAIL("no page " << path);
  return pages.front();
}

}  // namespace

TEST_CASE("page codes: four letters that no report can read, equal in every build") {
  CHECK(page_codes("meander/managers/en/scorm12", {"index", "manager/plan/index"}) ==
        std::vector<std::string>{"Y_kF", "jNak"});
}

TEST_CASE("page codes: when two pages would have the same code, all codes of the edition get longer") {
  const std::vector<std::string> ids = colliding_ids();
  const std::vector<std::string> codes = page_codes("key", {ids[0], ids[1], "index"});
  CHECK(codes[0].size() == 5);
  CHECK(codes[1].size() == 5);
  CHECK(codes[0] != codes[1]);
  CHECK(codes[0].substr(0, 4) == codes[1].substr(0, 4));
  SUBCASE("and begin as before, so that what was saved with shorter ones is still known") {
    CHECK(codes[2].substr(0, 4) == page_codes("key", {"index"}).front());
  }
}

TEST_CASE("page codes: two pages with one id share a code instead of hanging the build") {
  CHECK(page_codes("key", {"index", "index"}).front() == page_codes("key", {"index"}).front());
}

TEST_CASE("saved state: the worst case is counted in bytes") {
  const auto state_of = [](std::size_t count) {
    std::vector<ScormPage> pages;
    for (std::string& code : page_codes("key", numbered_ids(count)))
      pages.push_back({"", std::move(code), "", false});
    return longest_state(pages);
  };
  CHECK(state_of(0) == 4);
  CHECK(state_of(1) == 8);
  CHECK(state_of(400) == 4 + 400 * 4);
}

TEST_CASE("saved state: a page that is only for some readers has no code, and its section stands for it") {
  SmallProject small;
  small.add("a-word.md", "A word", "For everybody.");
  small.add("index.md", "Home", "Welcome.");
  small.add("manager.md", "Managers", "Fixed by the bundle, so everybody here is one.",
            only(audience, manager));
  small.add("plan/early.md", "Early", "Only for some others.", only(phase, treatment));
  small.add("plan/index.md", "Plan", "Everybody opens it to complete.", only(phase, plan)).front.core = true;
  small.add("treatment/index.md", "Treatment", "Only for some.", only(phase, treatment));
  small.add("treatment/work/rest.md", "Rest", "Only for some.", only(phase, treatment));
  const std::vector<ScormPage> pages = scorm_pages(small.edition("one/managers/en"), "scorm12");

  const std::string home = page_at(pages, "en/index.html").code;
  const std::string section = page_at(pages, "en/plan/index.html").code;
  CHECK(home.size() == 4);
  CHECK(section.size() == 4);
  CHECK(page_at(pages, "en/a-word.html").code.size() == 4);
  CHECK(page_at(pages, "en/manager.html").code.size() == 4);
  CHECK(page_at(pages, "en/a-word.html").place == page_at(pages, "en/a-word.html").code);

  CHECK(page_at(pages, "en/plan/early.html").code.empty());
  CHECK(page_at(pages, "en/plan/early.html").place == section);
  CHECK(page_at(pages, "en/treatment/index.html").code.empty());
  CHECK(page_at(pages, "en/treatment/index.html").place == home);
  CHECK(page_at(pages, "en/treatment/work/rest.html").place == home);
  CHECK(longest_state(pages) == 4 + 4 * 4);
}

TEST_CASE("saved state: a page that says no more than its section has a code of its own") {
  SmallProject small;
  small.add("index.md", "Home", "Welcome.");
  small.add("plan/index.md", "Plan", "Everybody opens it to complete.", only(phase, plan)).front.core = true;
  small.add("plan/both.md", "Both", "For more readers than its section.", only(phase, plan | treatment));
  small.add("plan/same.md", "Same", "For the same readers as its section.", only(phase, plan));
  small.add("plan/deep/more.md", "Deep", "The section of a folder without one is the next above.",
            only(phase, plan));
  small.add("plan/other.md", "Other", "For other readers.", only(phase, treatment));
  small.add("treatment/index.md", "Treatment", "Only for some.", only(phase, treatment));
  small.add("treatment/rest.md", "Rest", "As private as its section.", only(phase, treatment));
  const std::vector<ScormPage> pages = scorm_pages(small.edition("one/managers/en"), "scorm12");
  for (const std::string name : {"both", "same", "deep/more"}) {
    CAPTURE(name);
    CHECK(page_at(pages, "en/plan/" + name + ".html").code.size() == 4);
  }
  CHECK(page_at(pages, "en/plan/other.html").code.empty());
  CHECK(page_at(pages, "en/treatment/index.html").code.empty());
  CHECK(page_at(pages, "en/treatment/rest.html").code.empty());
}

TEST_CASE("saved state: at the level `status` no page has a code or a place") {
  SmallProject small;
  small.project.profiles[0].bundles[0].learning.tracking = Tracking::status;
  small.add("index.md", "Home", "Welcome.").front.core = true;
  const std::vector<ScormPage> pages = scorm_pages(small.edition("one/managers/en"), "scorm12");
  REQUIRE(pages.size() == 1);
  CHECK(pages[0].code.empty());
  CHECK(pages[0].place.empty());
  CHECK(pages[0].core);
}

TEST_CASE("saved state: without a page for everybody there is no place at all") {
  SmallProject small;
  small.add("index.md", "Home", "Only for some.", only(phase, plan));
  const std::vector<ScormPage> pages = scorm_pages(small.edition("one/managers/en"), "scorm12");
  REQUIRE(pages.size() == 1);
  CHECK(pages[0].code.empty());
  CHECK(pages[0].place.empty());
}
