#include "import/condition_map.hpp"

#include <doctest/doctest.h>

using namespace tailorbird;

namespace {

Site site_of() {
  Site site;
  for (const auto& [id, values] : std::vector<std::pair<std::string, std::vector<std::string>>>{
           {"audience", {"hr", "manager"}}, {"phase", {"news"}}}) {
    Dimension dimension;
    dimension.id = id;
    for (const std::string& value : values) {
      DimensionValue one;
      one.id = value;
      dimension.values.push_back(one);
    }
    site.dimensions.push_back(dimension);
  }
  return site;
}

ConditionMap map_of(const std::string& text) {
  Result<ConditionMap> map = ConditionMap::read(text, "map.yaml", site_of());
  REQUIRE(map);
  return std::move(map).value();
}

std::string error_of(const std::string& text) {
  const Result<ConditionMap> map = ConditionMap::read(text, "map.yaml", site_of());
  return map ? "" : map.error().message;
}

}  // namespace

TEST_CASE("condition map: values become readers") {
  ConditionMap map =
      map_of("when:\n  boss: {audience: manager hr, phase: news}\n  all: everyone\n  none: nobody\n");
  CHECK(map.readers("when", "boss", "").mark() == ".only audience=\"hr manager\" phase=\"news\"");
  CHECK(all_but(map.readers("when", "boss", "")).mark() == ".except audience=\"hr manager\" phase=\"news\"");
  CHECK(map.readers("when", "all", "").kind == MappedReaders::Kind::everyone);
  CHECK(map.readers("when", "none", "").kind == MappedReaders::Kind::nobody);
  CHECK(map.readers("when", "gone", "").kind == MappedReaders::Kind::unknown);
}

TEST_CASE("condition map: either and both") {
  ConditionMap map =
      map_of("w:\n  m: {audience: manager}\n  h: {audience: hr}\n  n: {phase: news}\n  all: everyone\n");
  const auto readers = [&](std::string_view value) { return map.readers("w", value, ""); };
  CHECK(either(readers("m"), readers("h")).mark() == ".only audience=\"hr manager\"");
  CHECK(either(readers("m"), readers("n")).kind == MappedReaders::Kind::unknown);  // no one condition says it
  CHECK(either(readers("m"), readers("all")).kind == MappedReaders::Kind::everyone);
  CHECK(both(readers("m"), readers("n")).mark() == ".only audience=\"manager\" phase=\"news\"");
  CHECK(both(readers("m"), readers("h")).kind == MappedReaders::Kind::nobody);
  CHECK(both(readers("m"), readers("x")).kind == MappedReaders::Kind::unknown);
}

TEST_CASE("condition map: what the site has not is an error with its place") {
  CHECK(error_of("w:\n  m: {role: x}\n") == "map.yaml:2:7: the site has no dimension `role`");
  CHECK(error_of("w:\n  m: {audience: boss}\n") == "map.yaml:2:17: `boss` is not a value of `audience`");
  CHECK(error_of("w:\n  m: somebody\n").starts_with("map.yaml:2:6: `somebody` is not everyone"));
  CHECK(error_of("style:\n  Tip: tipp\n").starts_with("map.yaml:2:8: `tipp` is not a callout"));
}

TEST_CASE("condition map: the draft keeps what was said and asks for the rest") {
  ConditionMap map = map_of("w:\n  m: {audience: manager}\n");
  map.readers("w", "hr", "a.qmd:3");
  map.readers("w", "x", "a.qmd:5");
  const std::string draft = map.draft(site_of());
  CHECK(draft.find("\"hr\": {audience: hr}   # a.qmd:3\n") != std::string::npos);
  CHECK(draft.find("\"m\": {audience: manager}\n") != std::string::npos);
  CHECK(draft.find("\"x\":   # a.qmd:5\n") != std::string::npos);
  ConditionMap again = map_of(draft);
  CHECK(again.readers("w", "hr", "").mark() == ".only audience=\"hr\"");
  CHECK(again.readers("w", "x", "").kind == MappedReaders::Kind::unknown);
}
