#include "leak/known_phrases.hpp"

#include <doctest/doctest.h>
#include <memory>

#include "support/small_project.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

/// The index of one/managers/en over a page with `texts` for employees.
struct Indexed {
  explicit Indexed(const std::vector<std::string>& texts) {
    ProgramBuilder builder("content/en/a.md");
    for (const std::string& text : texts)
      builder.only(only(audience, employee), [&] { builder.paragraph(text); });
    small.add("a.md", "A page", builder);
    edition = small.edition("one/managers/en");
    index = std::make_unique<LeakIndex>(small.project, small.program_of(), "en",
                                        std::vector{&std::as_const(edition)});
  }

  std::uint32_t number_of(std::string_view folded) const {
    for (std::uint32_t phrase = 0; phrase < index->size(); ++phrase) {
      if (index->folded_phrase(phrase).starts_with(folded)) return phrase;
    }
    FAIL("no such phrase");
    return 0;
  }

  SmallProject small;
  Edition edition;
  std::unique_ptr<LeakIndex> index;
};

const std::string doctor = "Tell your doctor about the delay first.";
const std::string diagnosis = "Nobody needs to know your diagnosis.";
const std::string union_words = "The union may come along to each talk.";

}  // namespace

TEST_CASE("known phrases: marks stay with their phrases when others come and go") {
  const Indexed old({doctor, diagnosis});
  const Indexed now({union_words, diagnosis});
  const KnownPhrases before(*old.index, "");
  const KnownPhrases phrases(*now.index, before.hashes());
  CHECK(phrases.fresh() == std::vector{now.number_of("the union")});
  for (const std::string_view marked : {"tell your", "nobody needs"}) {
    CAPTURE(marked);
    std::vector<bool> marks(old.index->size());
    marks[old.number_of(marked)] = true;
    const std::vector<bool> read = phrases.read_marks(before.text_of(marks));
    CHECK(read[now.number_of("nobody needs")] == (marked == "nobody needs"));
    CHECK_FALSE(read[now.number_of("the union")]);
  }
}

TEST_CASE("known phrases: of another index's marks none is read") {
  const Indexed one({doctor, diagnosis});
  const KnownPhrases before(*one.index, "");
  const KnownPhrases phrases(*one.index, before.hashes());
  const std::vector<bool> all(one.index->size(), true);
  CHECK(phrases.read_marks(before.text_of(all)) == all);
  for (const std::string& text : {std::string{}, before.text_of(all) + "f", std::string("z")})
    CHECK(phrases.read_marks(text) == std::vector<bool>(one.index->size()));
}
