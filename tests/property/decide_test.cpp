// What an edition leaves to the reader, the theme's script decides: the same as the program would.

#include <doctest/doctest.h>
#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "model/site.hpp"
#include "support/random.hpp"
#include "support/run_program.hpp"
#include "support/source_dir.hpp"
#include "support/temp_dir.hpp"

namespace tailorbird::test {
namespace {

constexpr int questions = 3000;

Site made_site() {
  Site site;
  for (const auto& [id, count] : {std::pair{"audience", 6}, std::pair{"phase", 3}, std::pair{"country", 2}}) {
    Dimension& dimension = site.dimensions.emplace_back();
    dimension.id = id;
    for (int value = 0; value < count; ++value) {
      dimension.values.push_back({id + std::string("-") + std::to_string(value), {}, {}, {}});
    }
  }
  return site;
}

ValueSet some_of(Random& random, ValueSet all) {
  for (;;) {
    const ValueSet some = random.below(all + 1) & all;
    if (some != 0) return some;
  }
}

Condition random_condition(Random& random, const Site& site) {
  Condition condition{random.chance(40), {}};
  for (std::uint16_t at = 0; at < site.dimensions.size(); ++at) {
    if (random.chance(60)) condition.atoms.push_back({at, some_of(random, site.dimensions[at].all())});
  }
  return condition;
}

struct Question {
  std::string line;
  std::string expected;
};

/// A condition that some edition leaves open, and a reader of it who has chosen something.
Question random_question(Random& random, const Site& site) {
  for (;;) {
    ReaderSet space;
    for (const Dimension& dimension : site.dimensions)
      space.possible.push_back(some_of(random, dimension.all()));
    const Condition condition = random_condition(random, site);
    if (decide(condition, space) != Verdict::open) continue;
    const std::string code = condition_code(site, residual(condition, space));
    std::string choice;
    for (std::size_t at = 0; at < space.possible.size(); ++at) {
      if (space.fixed(at) || random.chance(40)) continue;
      ValueSet value = ValueSet{1} << random.below(site.dimensions[at].values.size());
      if ((value & space.possible[at]) == 0) continue;
      space.possible[at] = value;
      choice += (choice.empty() ? "\"" : ",\"") + site.dimensions[at].id + "\":\"";
      for (const DimensionValue& one : site.dimensions[at].values) {
        if (value == 1) choice += one.id + "\"";
        value >>= 1U;
      }
    }
    const Verdict verdict = decide(condition, space);
    return {code + "\t{" + choice + "}\n", verdict == Verdict::open    ? "undefined\n"
                                           : verdict == Verdict::holds ? "1\n"
                                                                       : "0\n"};
  }
}

std::string dimensions_json(const Site& site) {
  std::string json;
  for (const Dimension& dimension : site.dimensions) {
    json += (json.empty() ? "{\"" : ",\"") + dimension.id + "\":[";
    for (const DimensionValue& value : dimension.values) {
      json += (json.ends_with('[') ? "\"" : ",\"") + value.id + "\"";
    }
    json += "]";
  }
  return json + "}";
}

}  // namespace

TEST_CASE("decide: the theme's script answers like the program") {
  const Site site = made_site();
  Random random(1);
  std::string asked;
  std::string expected;
  for (int number = 0; number < questions; ++number) {
    const Question question = random_question(random, site);
    asked += question.line;
    expected += question.expected;
  }
  CHECK(expected.find("undefined") != std::string::npos);
  const TempDir dir;
  dir.write("dimensions.json", dimensions_json(site));
  dir.write("questions", asked);
  const std::string source = source_dir().string();
  const ProgramRun run =
      run_program(TAILORBIRD_NODE,
                  {source + "/tests/property/decide.js", source + "/themes/default/assets/js/10-situation.js",
                   "dimensions.json", "questions"},
                  {dir.path(), {}, 0});
  REQUIRE_MESSAGE(run.status == 0, run.err);
  CHECK(run.out == expected);
}

}  // namespace tailorbird::test
