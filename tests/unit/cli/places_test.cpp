#include "cli/places.hpp"

#include <doctest/doctest.h>
#include <ostream>

#include "support/temp_dir.hpp"

using namespace tailorbird;

TEST_CASE("places: a file is named from the project's root or from where we are") {
  const test::TempDir folder;
  folder.write("content/en/a.md", "a");
  const fs::path root = folder.path();
  CHECK(*name_in_project(root, "content/en/./a.md") == "content/en/a.md");
  CHECK(*name_in_project(root, root / "content/en/a.md") == "content/en/a.md");
  CHECK(*name_in_project(root, root / "content/fr/../en/none.md") == (root / "content/en/none.md").string());
  CHECK(*name_in_project(root / "content", root) == root.string());
}

TEST_CASE("places: a path that cannot be followed is an error that names it") {
  const test::TempDir folder;
  fs::create_symlink("circle", folder.path() / "circle");
  const auto name = name_in_project(folder.path(), folder.path() / "circle/a.md");
  REQUIRE_FALSE(name);
  CHECK(name.error().message.starts_with("cannot find " + folder.path().string() + "/circle/a.md: "));
}
