#include <algorithm>
#include <doctest/doctest.h>

#include "support/small_project.hpp"
#include "write/format.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

Diagnostics checked(const SmallProject& small) {
  const Edition edition = small.edition("one/managers/en");
  Diagnostics diagnostics;
  for (const Format& format : formats()) {
    const auto& wanted = edition.bundle->formats;
    const bool is_written = std::find(wanted.begin(), wanted.end(), format.id) != wanted.end();
    if (is_written && format.check != nullptr) format.check(edition, diagnostics);
  }
  return diagnostics;
}

void add_pages(SmallProject& small, int count) {
  for (int number = 1000; number < 1000 + count; ++number) {
    const std::string name = "p" + std::to_string(number);
    small.add(name + ".md", name, "Words.");
  }
}

}  // namespace

TEST_CASE("learning: the rule `core` needs a core page") {
  SmallProject small;
  Bundle& bundle = small.project.profiles[0].bundles[0];
  bundle.formats = {"scorm12"};
  bundle.learning.completion = Completion::core;
  bundle.learning.tracking = Tracking::pages;
  bundle.where = {"profiles/one.yaml", {12, 5}, 8};
  small.add("index.md", "Home", "Welcome.");

  SUBCASE("without one it is an error at the bundle, for the edition") {
    const Diagnostics found = checked(small);
    CHECK(list_of(found) ==
          "completion-without-core: `completion: core`, and no page of the bundle `managers` in `en` is a "
          "core page\n");
    CHECK(found.all()[0].severity == Severity::error);
    CHECK(found.all()[0].where == bundle.where);
    CHECK(found.all()[0].editions == std::vector<std::string>{"one/managers/en"});
  }
  SUBCASE("with one it is fine") {
    small.project.pages[0].front.core = true;
    CHECK(checked(small).empty());
  }
  SUBCASE("with one, and no list of opened pages, they have to be opened in one sitting") {
    small.project.pages[0].front.core = true;
    bundle.learning.tracking.reset();
    const Diagnostics found = checked(small);
    CHECK(list_of(found) ==
          "completion-in-one-sitting: `completion: core` counts only the core pages that are opened in one "
          "sitting, because of `tracking: place`\n");
    CHECK(found.all()[0].severity == Severity::warning);
  }
  SUBCASE("the other rules need none") {
    bundle.learning.completion = Completion::done;
    CHECK(checked(small).empty());
    bundle.learning.completion = Completion::either;
    CHECK(checked(small).empty());
  }
  SUBCASE("a bundle that no learning system gets is not asked") {
    bundle.formats = {"site"};
    CHECK(checked(small).empty());
  }
}

TEST_CASE("learning: what a learning system has to keep of an edition fits in its limit") {
  SmallProject small;
  Bundle& bundle = small.project.profiles[0].bundles[0];
  bundle.formats = {"scorm12", "scorm2004"};
  bundle.learning.tracking = Tracking::pages;
  add_pages(small, 1023);
  SUBCASE("1023 pages fit in the 4096 bytes of SCORM 1.2") { CHECK(checked(small).empty()); }
  SUBCASE("one more does not, and the message counts them") {
    small.add("q.md", "Q", "Words.");
    CHECK(list_of(checked(small)) ==
          "scorm-state-too-long: to remember all 1024 pages of the bundle `managers` takes 4100 bytes; SCORM "
          "1.2 "
          "keeps 4096\n");
  }
  SUBCASE("pages that are not recorded do not count") {
    small.add("q.md", "Q", "Words.", only(phase, plan));
    CHECK(checked(small).empty());
  }
  SUBCASE("nor does anything count where no list is kept") {
    bundle.learning.tracking = Tracking::place;
    small.add("q.md", "Q", "Words.");
    CHECK(checked(small).empty());
  }
  SUBCASE("SCORM 2004 holds more") {
    bundle.formats = {"scorm2004"};
    small.add("q.md", "Q", "Words.");
    CHECK(checked(small).empty());
  }
}

TEST_CASE("learning: no more is told of readers than their values allow, unless somebody says so") {
  SmallProject small;
  small.project.site.dimensions[audience].values[1].tracking = Tracking::status;
  small.add("index.md", "Home", "Welcome.");
  Bundle& bundle = small.project.profiles[0].bundles[0];
  bundle.formats = {"scorm12"};
  SUBCASE("unasked, the least level of all possible readers holds") {
    CHECK(tracking_of(bundle, small.project.site) == Tracking::place);
    bundle.space.possible[audience] = manager | employee;
    CHECK(tracking_of(bundle, small.project.site) == Tracking::status);
    CHECK(checked(small).empty());
  }
  SUBCASE("a level that tells more is reported") {
    bundle.space.possible[audience] = manager | employee;
    bundle.learning.tracking = Tracking::pages;
    CHECK(list_of(checked(small)) ==
          "tracking-tells-more: `tracking: pages` for the bundle `managers` tells more than "
          "`content/site.yaml` allows for some of its readers, `tracking: status`\n");
  }
  SUBCASE("for readers of whom nobody said so it is not") {
    bundle.learning.tracking = Tracking::pages;
    CHECK(checked(small).empty());
  }
}
