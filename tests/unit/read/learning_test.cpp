// `completion`, `tracking` and `scorm`: what a learning system is told, in site.yaml, in a profile and in a
// bundle.

#include <doctest/doctest.h>

#include "read_support.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

/// The first bundle's settings, when the profile ends and the bundle goes on like this.
LearningSettings settings(const Site& site, std::string_view profile_end, std::string_view bundle_end) {
  const std::string text =
      std::string(
          "languages: [en]\norganisation: {name: A}\nfacts: {audience: hr}\ncontacts: {oh: {name: Dr B}}\n") +
      std::string(profile_end) + "bundles: [{id: all" + std::string(bundle_end) + "}]\n";
  const ProfilesRead read = read_profiles({{{"profiles/a.yaml", text}}, {}, {}}, site);
  REQUIRE(said(read.diagnostics) == "");
  return read.profiles.at(0).bundles.at(0).learning;
}

}  // namespace

TEST_CASE("learning: the bundle's own word comes first, then the profile's, then the site's") {
  const Site plain = small_site();
  CHECK(settings(plain, "", "") == LearningSettings{Completion::either, {}, 4});
  Site site = read_site_text(std::string(small_site_yaml) + "completion: core\nscorm: {edition: 3}\n").site;
  CHECK(settings(site, "", "") == LearningSettings{Completion::core, {}, 3});
  CHECK(settings(site, "completion: done\n", "") == LearningSettings{Completion::done, {}, 3});
  CHECK(settings(site, "completion: done\nscorm: {edition: 4}\n", "") ==
        LearningSettings{Completion::done, {}, 4});
  CHECK(settings(site, "completion: done\n", ", completion: either") ==
        LearningSettings{Completion::either, {}, 3});
  CHECK(settings(plain, "", ", scorm: {edition: 3}") == LearningSettings{Completion::either, {}, 3});
}

TEST_CASE("learning: the level of tracking comes from bundle, profile, site, or nobody") {
  const Site plain = small_site();
  CHECK(settings(plain, "", "").tracking == std::nullopt);
  const Site site = read_site_text(std::string(small_site_yaml) + "tracking: pages\n").site;
  CHECK(settings(site, "", "").tracking == Tracking::pages);
  CHECK(settings(site, "tracking: place\n", "").tracking == Tracking::place);
  CHECK(settings(site, "tracking: place\n", ", tracking: status").tracking == Tracking::status);
}

TEST_CASE("learning: what cannot be read is named with what can be written") {
  const auto finds = [](std::string_view yaml, std::string_view message) {
    CAPTURE(yaml);
    const std::string all = said_about_site(std::string(small_site_yaml) + std::string(yaml));
    CAPTURE(all);
    CHECK(all.find(message) != std::string::npos);
  };
  finds(
      "completion: passed\n",
      "content/site.yaml:21:13: error[wrong-type]: `completion` must be core, done or either, not `passed`");
  finds("completion: [core]\n", "`completion` must be core, done or either, not a list");
  finds("tracking: all\n", "`tracking` must be status, place or pages, not `all`");
  finds("scorm: {edition: 2}\n", "`edition` must be 3 or 4, not `2`");
  finds("scorm: {editon: 3}\n", "did you mean `edition`?");
  finds("scorm: 3\n", "`scorm` must be a map");
}
