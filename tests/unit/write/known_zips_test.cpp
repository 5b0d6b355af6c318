#include "write/known_zips.hpp"

#include <doctest/doctest.h>
#include <ostream>

using namespace tailorbird;

namespace {

const std::string recipe(64, 'a');
const std::string other(64, 'b');
const std::string hash(64, '1');

}  // namespace

TEST_CASE("known zips: a zip is known at its path, by what it was made of") {
  const KnownZips zips(ZipsByPath{{"a/site.zip", {recipe, hash}}});
  CHECK(zips.find("a/site.zip") == hash);
  CHECK(zips.find("b/site.zip") == std::nullopt);
  CHECK(zips.find("a/site.zip", recipe) == hash);
  CHECK_FALSE(zips.find("a/site.zip", other));
  CHECK_FALSE(zips.find("b/site.zip", recipe));
}

TEST_CASE("known zips: what this build makes is kept, the last build's is not") {
  KnownZips zips(ZipsByPath{{"old.zip", {recipe, hash}}});
  zips.note("new.zip", {other, hash});
  CHECK(zips.made() == ZipsByPath{{"new.zip", {other, hash}}});
}

TEST_CASE("known zips: as text they are the same; other text is none") {
  const ZipsByPath zips = {{"a/with space.zip", {recipe, hash}}, {"b.zip", {other, hash}}};
  CHECK(read_zips(zips_text(zips)) == zips);
  CHECK(read_zips("") == ZipsByPath{});
  for (const std::string& bad : {std::string("a b c\n"), recipe + " " + hash + " \n",
                                 recipe + " " + hash + " a", recipe + "x" + hash + " a\n"}) {
    CAPTURE(bad);
    CHECK_FALSE(read_zips(bad));
  }
}
