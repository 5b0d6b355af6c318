#include <doctest/doctest.h>

#include "prepared.hpp"

namespace tailorbird::test {
namespace {

Organisation with_rows() {
  Organisation organisation;
  ResponsibilityRow plan;
  plan.id = "plan";
  plan.when = {false, {{1, 1}}};
  plan.task = in_two("Write the plan", "Het plan schrijven");
  plan.roles = {{"hr", "A"}, {"oh", "C"}};
  plan.notes["oh"] = in_two("with consent", "met toestemming");
  ResponsibilityRow talk;
  talk.id = "talk";
  talk.when = {false, {{1, 2}}};
  talk.task.any = "Review talk";
  talk.roles = {{"hr", "X"}};
  ResponsibilityRow always;
  always.id = "always";
  always.task.any = "Keep the file";
  organisation.profile.responsibilities = {plan, talk, always};
  return organisation;
}

ReaderSet phases(ValueSet values) { return {{3, values}}; }

}  // namespace

TEST_CASE("responsibilities: rows say in words who does what") {
  CHECK(text_of(with_rows().prepared(part("responsibilities"), phases(1))) ==
        "responsibilities\n"
        "  row task=Write the plan\n"
        "    cell role=hr own-when=audience=hr role-label=HR letter=A meaning=leads\n"
        "    cell role=oh role-label=Occupational physician letter=C meaning=is asked note=with consent\n"
        "  row task=Keep the file\n");
}

TEST_CASE("responsibilities: what the readers of an edition do themselves comes first") {
  Organisation organisation = with_rows();
  organisation.profile.responsibilities[0].roles = {{"oh", "C"}, {"hr", "A"}};
  constexpr ValueSet hr = 2;
  CHECK(text_of(organisation.prepared(part("responsibilities"), {{hr, 1}})) ==
        "responsibilities\n"
        "  row task=Write the plan\n"
        "    cell role=hr own=true role-label=HR letter=A meaning=leads\n"
        "    cell role=oh role-label=Occupational physician letter=C meaning=is asked note=with consent\n"
        "  row task=Keep the file\n");
}

TEST_CASE("responsibilities: what the edition leaves open stays with its row") {
  CHECK(text_of(with_rows().prepared(part("responsibilities"), phases(3))) ==
        "responsibilities\n"
        "  row (phase=plan: When you plan) task=Write the plan label=When you plan\n"
        "    cell role=hr own-when=audience=hr role-label=HR letter=A meaning=leads\n"
        "    cell role=oh role-label=Occupational physician letter=C meaning=is asked note=with consent\n"
        "  row (phase=return: Once back) task=Review talk label=Once back\n"
        "    cell role=hr own-when=audience=hr role-label=HR letter=X meaning=X\n"
        "  row task=Keep the file\n");
}

TEST_CASE("responsibilities: a dimension's name limits the rows, whatever the reader chose") {
  CHECK(text_of(with_rows().prepared(part("responsibilities", {{"phase", "return"}}), phases(3), "nl")) ==
        "responsibilities phase=return\n"
        "  row task=Review talk\n"
        "    cell role=hr own-when=audience=hr role-label=HR letter=X meaning=X\n"
        "  row task=Keep the file\n");
}

}  // namespace tailorbird::test
