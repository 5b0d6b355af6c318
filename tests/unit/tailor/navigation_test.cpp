#include "tailor/navigation.hpp"

#include <doctest/doctest.h>

#include "base/strings.hpp"
#include "support/small_project.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

SmallProject guide() {
  SmallProject small;
  small.add("about/privacy.md", "Privacy", "x");
  small.add("index.md", "Start", "x");
  small.add("manager/faq.md", "Questions", "x", only(audience, manager));
  small.add("manager/index.md", "For managers", "x", only(audience, manager)).front.order = 1;
  small.add("manager/plan/both.md", "Plan and return", "x", only(phase, plan | back));
  small.add("manager/plan/index.md", "Planning", "x", {false, {{audience, manager}, {phase, plan}}});
  small.add("manager/plan/talk.md", "The talk", "x");
  small.add("shared/tired.md", "Tired", "x", only(phase, plan | back));
  return small;
}

std::string names(const Edition& edition, const std::vector<std::size_t>& nodes) {
  std::vector<std::string> all;
  for (const std::size_t node : nodes) all.push_back(edition.page(node).path);
  return join(all, " ");
}

}  // namespace

TEST_CASE("navigation: a folder's index page is the section of what lies below it") {
  const SmallProject small = guide();
  const Edition edition = small.edition("one/managers/en");
  const Navigation navigation = make_navigation(edition);
  const auto node = [&](std::string_view path) {
    return navigation.nodes[static_cast<std::size_t>(edition.find(path))];
  };
  CHECK(navigation.home == edition.find("index.md"));
  CHECK(names(edition, navigation.top) == "manager/index.md shared/tired.md about/privacy.md");
  CHECK(names(edition, node("manager/index.md").children) == "manager/plan/index.md manager/faq.md");
  CHECK(names(edition, node("manager/plan/index.md").children) ==
        "manager/plan/both.md manager/plan/talk.md");
  CHECK(node("manager/plan/talk.md").parent == edition.find("manager/plan/index.md"));
  SUBCASE("a folder without an index page is no section") { CHECK(node("about/privacy.md").parent == -1); }
  SUBCASE("reading goes through the tree, section by section") {
    CHECK(names(edition, navigation.reading) ==
          "index.md manager/index.md manager/plan/index.md manager/plan/both.md manager/plan/talk.md "
          "manager/faq.md shared/tired.md about/privacy.md");
  }
}

TEST_CASE("navigation: a section that is left out hands its pages to the one above") {
  const SmallProject small = guide();
  const Edition edition = small.edition("two/employees/en");
  const Navigation navigation = make_navigation(edition);
  CHECK(edition.find("manager/plan/index.md") == -1);
  CHECK(names(edition, navigation.top) ==
        "manager/plan/both.md shared/tired.md about/privacy.md manager/plan/talk.md");
}

TEST_CASE("navigation: steps are the values of the path dimension that some page names") {
  const SmallProject small = guide();
  const Edition edition = small.edition("one/managers/en");
  const Navigation navigation = make_navigation(edition);
  REQUIRE(navigation.steps.size() == 2);
  CHECK(navigation.steps[0].value == 1);
  CHECK(names(edition, navigation.steps[0].landings) == "manager/plan/index.md");
  CHECK(names(edition, navigation.steps[0].pages) ==
        "manager/plan/index.md manager/plan/both.md shared/tired.md");
  CHECK(navigation.steps[1].value == 2);
  CHECK(names(edition, navigation.steps[1].landings).empty());
  const auto step = [&](std::string_view path) {
    return navigation.nodes[static_cast<std::size_t>(edition.find(path))].step;
  };
  SUBCASE("a page that names one value is of that step") { CHECK(step("manager/plan/index.md") == 0); }
  SUBCASE("a page that names none, or that one among others, is of its section's step") {
    CHECK(step("manager/plan/talk.md") == 0);
    CHECK(step("manager/plan/both.md") == 0);
  }
  SUBCASE("a page that names several, in no section of theirs, is of no step") {
    CHECK(step("shared/tired.md") == -1);
  }
  SUBCASE("without a path dimension there are no steps") {
    SmallProject plain = guide();
    plain.project.site.path_dimension.reset();
    CHECK(make_navigation(plain.edition("one/managers/en")).steps.empty());
  }
}
