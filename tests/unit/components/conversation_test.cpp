#include <doctest/doctest.h>

#include "prepared.hpp"

namespace tailorbird::test {
namespace {

TailoredPart choice(std::string rate, std::string next = {}) {
  Attributes attributes = {{"rate", std::move(rate)}};
  if (!next.empty()) attributes.emplace_back("next", std::move(next));
  return part("choice", std::move(attributes));
}

TailoredPart step(std::string id, std::vector<TailoredPart> choices) {
  TailoredPart made = part("step", {}, std::move(choices));
  made.id = std::move(id);
  return made;
}

}  // namespace

TEST_CASE("conversation: choices know the step they lead to, by id and number") {
  const TailoredPart talk = part("conversation", {},
                                 {step("a", {choice("worse"), choice("mixed"), choice("better", "c")}),
                                  step("b", {choice("better", "a")}),
                                  step("c", {choice("worse", "b"), choice("better")}), part("summary")});
  CHECK(text_of(Organisation().prepared(talk)) ==
        "conversation\n"
        "  step #a\n"
        "    choice rate=worse to=b to-number=2 again=true\n"
        "    choice rate=mixed to=b to-number=2\n"
        "    choice rate=better next=c to=c to-number=3\n"
        "  step #b\n"
        "    choice rate=better next=a to=a to-number=1\n"
        "  step #c\n"
        "    choice rate=worse next=b to=b to-number=2\n"
        "    choice rate=better to=end\n"
        "  summary\n");
}

TEST_CASE("conversation: a step that this edition left out gives way to the one that follows") {
  const TailoredPart talk = part(
      "conversation", {}, {step("a", {choice("better", "gone")}), step("c", {choice("better", "gone")})});
  CHECK(text_of(Organisation().prepared(talk)) ==
        "conversation\n"
        "  step #a\n"
        "    choice rate=better next=gone to=c to-number=2\n"
        "  step #c\n"
        "    choice rate=better next=gone to=end\n");
}

}  // namespace tailorbird::test
