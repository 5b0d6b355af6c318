#include "build/filter.hpp"

#include <doctest/doctest.h>
#include <ostream>

using namespace tailorbird;

namespace {

Bundle bundle(std::string id, std::vector<std::string> languages) {
  Bundle result;
  result.id = std::move(id);
  result.languages = std::move(languages);
  result.formats = {"site"};
  return result;
}

Project sample() {
  Project project;
  Profile meander;
  meander.id = "meander";
  meander.bundles = {bundle("managers", {"en", "nl"}), bundle("hr", {"en"})};
  Profile levain;
  levain.id = "levain";
  levain.bundles = {bundle("everyone", {"fr"})};
  project.profiles = {levain, meander};
  return project;
}

BuildRequest asking(EditionFilter filter, std::vector<std::string> formats = {}) {
  BuildRequest request;
  request.filter = std::move(filter);
  request.formats = std::move(formats);
  return request;
}

std::string complaint(const BuildRequest& request) {
  const Result<void> checked = check_filter(sample(), request);
  return checked ? "" : checked.error().message;
}

}  // namespace

TEST_CASE("filter: names that are there pass, as does no name at all") {
  CHECK(complaint(asking({})) == "");
  CHECK(complaint(asking({{"meander"}, {"managers"}, {"nl"}}, {"site"})) == "");
  CHECK(complaint(asking({{"meander", "levain"}, {}, {"fr"}})) == "");
}

TEST_CASE("filter: a name that nobody has is refused with the one that was meant") {
  struct Row {
    BuildRequest request;
    std::string message;
  };
  const Row rows[] = {
      {asking({{"meandr"}, {}, {}}), "no profile `meandr`; did you mean `meander`?"},
      {asking({{"meander", "x"}, {}, {}}), "no profile `x`; one of: levain, meander"},
      {asking({{}, {"manager"}, {}}), "no bundle `manager`; did you mean `managers`?"},
      {asking({{}, {}, {"de"}}), "no language `de`; one of: en, fr, nl"},
      {asking({}, {"sites"}), "no format `sites`; did you mean `site`?"},
  };
  for (const Row& row : rows) CHECK(complaint(row.request) == row.message);
}

TEST_CASE("filter: names that are all there, but nowhere together") {
  const std::string message =
      "no edition has what you named together; `tailorbird list editions` shows them all";
  CHECK(complaint(asking({{"levain"}, {"managers"}, {}})) == message);
  CHECK(complaint(asking({{"meander"}, {"hr"}, {"nl"}})) == message);
}

TEST_CASE("filter: a project without profiles has no name to suggest") {
  const Result<void> checked = check_filter(Project{}, asking({{"meander"}, {}, {}}));
  REQUIRE_FALSE(checked);
  CHECK(checked.error().message == "no profile `meander`");
}
