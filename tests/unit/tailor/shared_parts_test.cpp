#include "tailor/shared_parts.hpp"

#include <doctest/doctest.h>

#include "tailor/fragment_hash.hpp"
#include "text/holes.hpp"

using namespace tailorbird;

namespace {

using Texts = std::vector<std::string>;

/// A paragraph with a name and an address, and a list of people: one that the author wrote, and `others` from
/// the profile.
Fragment body_of(std::string_view name, std::string_view address, const Texts& others = {}) {
  Segment segment;
  segment.text.add_markup("<p><a href=\"");
  segment.text.add_value_markup(address);
  segment.text.add_markup("\">");
  segment.text.add_words("Ask ");
  segment.text.add_value_words(name);
  segment.text.add_words(".");
  segment.text.add_markup("</a></p>");
  TailoredPart people;
  people.role = "contacts";
  people.where.file = "content/en/page.md";
  TailoredPart written;
  written.role = "person";
  written.where.file = people.where.file;
  Segment note;
  note.text.add_words("Not ");
  note.text.add_value_words(name);
  written.body.push_back(note);
  people.children.push_back(written);
  for (const std::string& other : others) {
    TailoredPart made;
    made.role = "person";
    made.attributes = {{"name", other}};
    people.children.push_back(made);
  }
  segment.component.push_back(people);
  return {segment};
}

}  // namespace

TEST_CASE("shared parts: editions that decide alike share all but values and parts from the profile") {
  const FragmentHash one = fragment_hash(body_of("Mira", "mailto:a@b.example", {"Jo"}));
  const FragmentHash same = fragment_hash(body_of("Mira", "mailto:a@b.example", {"Jo"}));
  CHECK(one.shared == same.shared);
  CHECK(one.whole == same.whole);
  const Fragment others = body_of("Noor Linde", "tel:+31", {"Li", "Mo"});
  CHECK(fragment_hash(others).shared == one.shared);
  CHECK(fragment_hash(others).whole != one.whole);
}

TEST_CASE("shared parts: another text, part or order is another") {
  const FragmentHash one = fragment_hash(body_of("Mira", "tel:1", {"Jo"}));
  Fragment other = body_of("Mira", "tel:1", {"Jo"});
  other[0].text.add_words(" ");
  CHECK(fragment_hash(other).shared != one.shared);
  other = body_of("Mira", "tel:1", {"Jo"});
  other[0].component[0].children[0].role = "row";
  CHECK(fragment_hash(other).shared != one.shared);
  other = body_of("Mira", "tel:1", {"Jo"});
  std::swap(other[0].component[0].children[0], other[0].component[0].children[1]);
  CHECK(fragment_hash(other).shared == one.shared);
  CHECK(fragment_hash(other).whole != one.whole);
  other = body_of("", "tel:1", {"Jo"});  // words that are not there leave no hole
  CHECK(fragment_hash(other).shared != one.shared);
}

TEST_CASE("shared parts: what is shared has holes, by the numbers of the values") {
  const Fragment body = body_of("Mira", "tel:1", {"Jo"});
  const Fragment shared = with_holes(body);
  CHECK(html_from(shared[0].text) == "<p><a href=\"" + hole(0) + "\">Ask " + hole(1) + ".</a></p>");
  REQUIRE(shared[0].component[0].children.size() == 1);
  CHECK(html_from(shared[0].component[0].children[0].body[0].text) == "Not " + hole(2));
  CHECK(values_of(body) == std::vector<std::string_view>{"tel:1", "Mira", "Mira"});
}
