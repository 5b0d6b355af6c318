#include "build/gone_addresses.hpp"

#include <doctest/doctest.h>

using namespace tailorbird;

TEST_CASE("gone addresses: the reason decides what can be done about them") {
  Page page;
  page.language = "en";
  page.path = "plan/talk.md";
  Bundle bundle;
  bundle.id = "managers";
  bundle.languages = {"en"};
  bundle.formats = {"site"};
  Project project;
  project.pages.push_back(page);
  Profile profile;
  profile.id = "mill";
  const auto why = [&](const std::string& path) {
    project.profiles = {profile};
    project.profiles.front().bundles.push_back(bundle);
    const std::vector<GoneAddress> gone = gone_addresses({path}, project);
    REQUIRE(gone.size() == 1);
    CHECK(gone.front().path == path);
    return gone.front().why;
  };
  using Why = GoneAddress::Why;
  CHECK(why("mill/managers/site/en/plan/words.html") == Why::page);
  CHECK(why("mill/managers/site/en/plan/talk.html") == Why::readers);
  CHECK(why("mill/managers/site/nl/plan/words.html") == Why::profile);
  CHECK(why("mill/managers/site/go/en-1.html") == Why::profile);
  CHECK(why("mill/managers/site/index.html") == Why::made);
  CHECK(why("mill/managers/single/mill-managers-nl.html") == Why::profile);
  bundle.formats.push_back("links");
  CHECK(why("mill/managers/site/go/en-1.html") == Why::made);
}
