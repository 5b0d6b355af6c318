#include "cli/listing.hpp"

#include <doctest/doctest.h>
#include <ostream>

#include "cli/command.hpp"
#include "cli/compilation.hpp"
#include "cli/skeleton.hpp"

using namespace tailorbird;

TEST_CASE("listing: columns stand one under the other, counted in letters") {
  const Listing listing{{"id", "name"}, {{"a", "Caf\u00e9"}, {"long-id", "B"}, {"c", ""}}};
  CHECK(listing_text(listing) ==
        "id       name\n"
        "a        Caf\u00e9\n"
        "long-id  B\n"
        "c\n");
}

TEST_CASE("listing: JSON has an object for each row") {
  const Listing listing{{"id", "name"}, {{"a", "Caf\u00e9 \"x\""}}};
  CHECK(listing_json(listing) ==
        "[\n  {\n    \"id\": \"a\",\n    \"name\": \"Caf\u00e9 \\\"x\\\"\"\n  }\n]\n");
  CHECK(listing_json({{"id", "pages"}, {{"7", "12"}}, {"pages"}}) ==
        "[\n  {\n    \"id\": \"7\",\n    \"pages\": 12\n  }\n]\n");
  CHECK(listing_json({{"id"}, {}}) == "[]\n");
}

TEST_CASE("listing: each kind can be shown for an empty project, and has as many cells as columns") {
  for (const ListingKind& kind : listing_kinds()) {
    CAPTURE(kind.name);
    const Listing listing = kind.make(Compilation(Project{}));
    CHECK_FALSE(listing.columns.empty());
    for (const auto& row : listing.rows) CHECK(row.size() == listing.columns.size());
    CHECK_FALSE(kind.summary.empty());
    if (!kind.needs_project) CHECK_FALSE(listing.rows.empty());
  }
}

TEST_CASE("commands: each says in one line what it does, and more with examples") {
  for (const Command& command : commands()) {
    CAPTURE(command.name);
    CHECK_FALSE(command.summary.empty());
    CHECK(command.summary.size() < 70);
    CHECK(command.about.ends_with('.'));
    CHECK(command.examples.starts_with("tailorbird "));
  }
}
