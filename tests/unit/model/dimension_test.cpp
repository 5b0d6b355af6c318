#include "model/dimension.hpp"

#include <doctest/doctest.h>
#include <ostream>

using namespace tailorbird;

namespace {

// Two dimensions: three phases (bits 1, 2, 4) and two roles (bits 1, 2).
constexpr ValueSet all_phases = 7;
constexpr ValueSet all_roles = 3;
ReaderSet space(ValueSet phases, ValueSet roles) { return {{phases, roles}}; }

Condition only(std::vector<Atom> atoms) { return {false, std::move(atoms)}; }
Condition except(std::vector<Atom> atoms) { return {true, std::move(atoms)}; }

Dimension dimension_of(std::size_t count) {
  Dimension dimension;
  for (std::size_t index = 0; index < count; ++index)
    dimension.values.push_back({"v" + std::to_string(index), {}, {}, {}});
  return dimension;
}

/// Whether one reader (one value per dimension) fulfils the condition, by its definition.
bool fulfils(const Condition& condition, const std::vector<ValueSet>& reader) {
  bool all = true;
  for (const Atom& atom : condition.atoms) all = all && (reader[atom.dimension] & atom.values) != 0;
  return all != condition.negated;
}

}  // namespace

TEST_CASE("dimension: all its values, up to sixty-four") {
  CHECK(dimension_of(0).all() == 0);
  CHECK(dimension_of(3).all() == 7);
  CHECK(dimension_of(63).all() == ~ValueSet{0} >> 1U);
  CHECK(dimension_of(64).all() == ~ValueSet{0});
}

TEST_CASE("dimension: values are found by id") {
  const Dimension dimension = dimension_of(3);
  CHECK(dimension.find("v0") == 0);
  CHECK(dimension.find("v2") == 2);
  CHECK(dimension.find("v3") == -1);
  CHECK(dimension.find("") == -1);
}

TEST_CASE("condition: decided for all readers of a space, or open") {
  struct Row {
    Condition condition;
    ReaderSet space;
    Verdict verdict;
  };
  const Row rows[] = {
      {only({}), space(all_phases, all_roles), Verdict::holds},
      {only({{0, 1}}), space(1, all_roles), Verdict::holds},
      {only({{0, 1}}), space(2, all_roles), Verdict::fails},
      {only({{0, 1}}), space(3, all_roles), Verdict::open},
      {only({{0, 3}}), space(3, all_roles), Verdict::holds},
      {only({{0, 1}, {1, 1}}), space(1, all_roles), Verdict::open},
      {only({{0, 1}, {1, 1}}), space(2, all_roles),
       Verdict::fails},  // one that fails decides, whatever is open
      {only({{0, 1}, {1, 1}}), space(1, 1), Verdict::holds},
      {except({}), space(all_phases, all_roles), Verdict::fails},
      {except({{0, 1}}), space(1, all_roles), Verdict::fails},
      {except({{0, 1}}), space(6, all_roles), Verdict::holds},
      {except({{0, 1}}), space(3, all_roles), Verdict::open},
      {except({{0, 1}, {1, 1}}), space(2, all_roles), Verdict::holds},
      {except({{0, 1}, {1, 1}}), space(1, 1), Verdict::fails},
      {except({{0, 1}, {1, 1}}), space(1, all_roles), Verdict::open},
  };
  for (const Row& row : rows) {
    CAPTURE(&row - rows);
    CHECK((decide(row.condition, row.space) == row.verdict));
  }
}

TEST_CASE("condition: verdict, residual and narrowing agree with asking every reader") {
  int asked = 0;
  for (ValueSet phases = 1; phases <= all_phases; ++phases) {
    for (ValueSet roles = 1; roles <= all_roles; ++roles) {
      for (ValueSet a = 1; a <= all_phases; ++a) {
        for (ValueSet b = 0; b <= all_roles; ++b) {
          for (const bool negated : {false, true}) {
            Condition condition{negated, {{0, a}}};
            if (b != 0) condition.atoms.push_back({1, b});
            const ReaderSet here = space(phases, roles);
            int yes = 0;
            int no = 0;
            const Condition left = residual(condition, here);
            const ReaderSet narrow = narrowed(here, condition);
            bool residual_agrees = true;
            bool narrow_keeps = true;
            for (ValueSet phase = 1; phase <= 4; phase <<= 1U) {
              for (ValueSet role = 1; role <= 2; role <<= 1U) {
                if ((phase & phases) == 0 || (role & roles) == 0) continue;
                const bool fits = fulfils(condition, {phase, role});
                ++(fits ? yes : no);
                const bool open = decide(condition, here) == Verdict::open;
                residual_agrees = residual_agrees && (!open || fulfils(left, {phase, role}) == fits);
                const bool inside = (narrow.possible[0] & phase) != 0 && (narrow.possible[1] & role) != 0;
                narrow_keeps = narrow_keeps && (!fits || inside);
                ++asked;
              }
            }
            const Verdict expected = no == 0 ? Verdict::holds : yes == 0 ? Verdict::fails : Verdict::open;
            CHECK((decide(condition, here) == expected));
            CHECK(residual_agrees);
            CHECK(narrow_keeps);
          }
        }
      }
    }
  }
  CHECK(asked > 1000);
}

TEST_CASE("condition: nested `.except` on several open dimensions are decided as by asking every reader") {
  const std::vector<Condition> conditions = {
      except({{0, 1}, {1, 1}}), except({{0, 3}, {1, 2}}), except({{0, 4}, {1, 1}}),
      except({{0, 6}, {1, 3}}), only({{0, 6}}),           only({{1, 1}}),
      only({{0, 2}, {1, 2}}),   except({{1, 1}}),         except({{0, 5}}),
  };
  for (const Condition& outer : conditions) {
    for (const Condition& middle : conditions) {
      for (const Condition& inner : conditions) {
        int yes = 0;
        int no = 0;
        for (ValueSet phase = 1; phase <= 4; phase <<= 1U) {
          for (ValueSet role = 1; role <= 2; role <<= 1U) {
            if (!fulfils(outer, {phase, role}) || !fulfils(middle, {phase, role})) continue;
            ++(fulfils(inner, {phase, role}) ? yes : no);
          }
        }
        if (yes + no == 0) continue;  // nobody comes there
        const ReaderSet left = narrowed(narrowed(space(all_phases, all_roles), outer), middle);
        const Verdict expected = no == 0 ? Verdict::holds : yes == 0 ? Verdict::fails : Verdict::open;
        CAPTURE(&outer - conditions.data());
        CAPTURE(&middle - conditions.data());
        CAPTURE(&inner - conditions.data());
        CHECK((decide(inner, left) == expected));
      }
    }
  }
}

TEST_CASE("space: an `.except` on two open dimensions is remembered until one of them is settled") {
  const ReaderSet not_both = narrowed(space(all_phases, all_roles), except({{0, 1}, {1, 1}}));
  CHECK(not_both.possible == std::vector<ValueSet>{all_phases, all_roles});
  REQUIRE(not_both.further.size() == 1);
  CHECK(narrowed(not_both, only({{0, 1}})) == space(1, all_roles & ~ValueSet{1}));
  CHECK(narrowed(not_both, only({{0, 2}})) == space(2, all_roles));
  CHECK(narrowed(not_both, except({{0, 1}, {1, 1}})) == not_both);
}

TEST_CASE("condition: what is left of it names only what is undecided") {
  const Condition left = residual(only({{0, 3}, {1, 1}}), space(1, all_roles));
  CHECK((left == only({{1, 1}})));
  CHECK((residual(only({{0, 5}}), space(3, all_roles)) ==
         only({{0, 1}})));  // values that are impossible are not named
}

TEST_CASE("space: nobody is left when a dimension has no value left") {
  CHECK_FALSE(nobody(space(1, 1)));
  CHECK(nobody(space(1, 0)));
  CHECK(nobody(narrowed(space(1, all_roles), only({{0, 2}}))));
  CHECK(nobody(narrowed(space(1, all_roles), except({{0, 1}}))));
}

TEST_CASE("space: a dimension with one possible value is fixed") {
  CHECK(space(2, 3).fixed(0));
  CHECK_FALSE(space(2, 3).fixed(1));
}
