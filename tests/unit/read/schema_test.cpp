#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <set>

#include "read/pages/front_matter.hpp"
#include "read/profile/profiles.hpp"
#include "read/schema/json_schema.hpp"
#include "read/site/site.hpp"
#include "read_support.hpp"

namespace {

using namespace tailorbird;
using namespace tailorbird::test;
using Json = nlohmann::json;

Json schema(const Shape& shape, const Site* site = nullptr) { return Json::parse(json_schema(shape, site)); }

/// Every "$ref" in `json`.
void collect_references(const Json& json, std::set<std::string>& found) {
  for (const auto& [key, value] : json.items()) {
    if (key == "$ref") found.insert(value.get<std::string>());
    if (value.is_structured()) collect_references(value, found);
  }
}

TEST_CASE("schema: site.yaml, profiles and front matter name their dialect and every row of their tables") {
  for (const Shape* shape : {&site_shape(), &profile_shape(), &front_matter_shape()}) {
    CAPTURE(shape->name);
    const Json made = schema(*shape);
    CHECK(made["$schema"] == "https://json-schema.org/draft/2020-12/schema");
    CHECK(made["type"] == "object");
    CHECK(made["properties"].size() == shape->fields.size());
    for (const FieldInfo& field : shape->fields) {
      CAPTURE(field.key);
      CHECK(made["properties"][std::string(field.key)]["description"] == field.doc);
      CHECK(made["properties"][std::string(field.key)].size() > 1);  // and what it may be
    }
  }
}

TEST_CASE("schema: every reference leads to a definition") {
  for (const Shape* shape : {&site_shape(), &profile_shape(), &front_matter_shape()}) {
    CAPTURE(shape->name);
    const Json made = schema(*shape);
    std::set<std::string> references;
    collect_references(made, references);
    for (const std::string& reference : references) {
      CAPTURE(reference);
      CHECK(made.contains(Json::json_pointer(reference.substr(1))));
    }
  }
}

TEST_CASE("schema: required keys are required, but for profiles, which may extend another") {
  CHECK(schema(front_matter_shape())["required"] == Json{"title"});
  CHECK(schema(site_shape())["required"] == Json{"languages", "title", "dimensions"});
  const Json profile = schema(profile_shape());
  CHECK_FALSE(profile.contains("required"));
  CHECK(profile["$defs"]["bundle"]["required"] == Json{"id"});
}

TEST_CASE("schema: unknown keys are errors; x- is free in front matter") {
  const Site site = small_site();
  CHECK(schema(site_shape())["additionalProperties"] == false);
  const Json front = schema(front_matter_shape(), &site);
  CHECK(front["additionalProperties"] == false);
  CHECK(front["patternProperties"]["^x-"] == true);
}

TEST_CASE("schema: with a site its dimensions, values and languages are offered") {
  const Site site = small_site();
  const Json front = schema(front_matter_shape(), &site);
  CHECK(front["properties"]["phase"]["anyOf"][0]["enum"] == Json{"before", "after"});
  const Json profile = schema(profile_shape(), &site);
  CHECK(profile["properties"]["facts"]["properties"]["audience"]["anyOf"][0]["enum"] ==
        Json{"manager", "hr"});
  CHECK(profile["$defs"]["bundle"]["properties"]["title"]["anyOf"][1]["propertyNames"]["enum"] ==
        Json{"en", "nl"});
}

TEST_CASE("schema: equal input gives equal bytes, ending in a line feed") {
  const std::string made = json_schema(profile_shape());
  CHECK(made == json_schema(profile_shape()));
  CHECK(made.ends_with("}\n"));
}

}  // namespace
