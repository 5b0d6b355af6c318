#include "write/known_zips.hpp"

#include <doctest/doctest.h>
#include <ostream>

using namespace tailorbird;

namespace {

const std::string hash(64, '1');
const std::string entries = zip_entry_line(std::string(64, 'a'), "index.html") +
                            zip_entry_line(std::string(64, 'b'), "with space.html");

}  // namespace

TEST_CASE("known zips: a zip is known at its path, with the lines of its entries") {
  const KnownZips zips(ZipsByPath{{"a/site.zip", {entries, hash}}});
  REQUIRE(zips.find("a/site.zip") != nullptr);
  CHECK(*zips.find("a/site.zip") == KnownZip{entries, hash});
  CHECK(zips.find("b/site.zip") == nullptr);
  CHECK(name_in_zip_entry_line(entries.substr(0, entries.find('\n') + 1)) == "index.html");
  CHECK(name_in_zip_entry_line("too short").empty());
}

TEST_CASE("known zips: what this build makes is kept, the last build's is not, unless it stays") {
  KnownZips zips(ZipsByPath{{"old.zip", {entries, hash}}, {"standing.zip", {"", hash}}});
  zips.note("new.zip", {entries, hash});
  zips.stay("standing.zip");
  CHECK(zips.made() == ZipsByPath{{"new.zip", {entries, hash}}, {"standing.zip", {"", hash}}});
}

TEST_CASE("known zips: as text they are the same; other text is none") {
  const ZipsByPath zips = {
      {"a/with space.zip", {entries, hash}}, {"b.zip", {"", hash}}, {"c.zip", {entries, hash}}};
  CHECK(read_zips(zips_text(zips)) == zips);
  CHECK(read_zips("") == ZipsByPath{});
  for (const std::string& bad :
       {std::string("a b c\n"), hash + " 0 \n", hash + " a.zip\n", hash + " 12a.zip\n", hash + " 1 a.zip\n",
        hash + "x0 a.zip\n", hash + " -1 a.zip\n"}) {
    CAPTURE(bad);
    CHECK_FALSE(read_zips(bad));
  }
}
