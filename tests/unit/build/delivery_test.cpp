#include "build/delivery.hpp"

#include <doctest/doctest.h>
#include <ostream>

#include "base/hash.hpp"
#include "support/temp_dir.hpp"

using namespace tailorbird;
using tailorbird::test::TempDir;

namespace {

using Names = std::vector<std::string>;

/// Stages a bundle with one file and delivers it.
Delivered deliver_one(const TempDir& dir, const std::string& bundle, std::set<std::string> wanted,
                      bool prune) {
  Result<Staging> staging = Staging::open(dir.path());
  REQUIRE(staging);
  const std::string folder = "p/" + bundle + "/site";
  REQUIRE(staging->write(folder + "/index.html", bundle));
  Delivery delivery{{"tailorbird 1", "0123456789ab", {}}, {folder}, std::move(wanted), prune};
  delivery.record.entries[folder] = {
      {"en"}, 1, "0123456789ab", {{folder + "/index.html", bundle.size(), sha256_hex(bundle)}}};
  const Result<Delivered> delivered = deliver(*staging, dir.path(), delivery);
  REQUIRE_MESSAGE(delivered, (delivered ? "" : delivered.error().message));
  return *delivered;
}

Names keys(const TempDir& dir) {
  const Result<BuildRecord> record = read_build_record(dir.path());
  REQUIRE(record);
  Names result;
  for (const auto& [key, entry] : record->entries) result.push_back(key);
  return result;
}

}  // namespace

TEST_CASE("delivery: entries of bundles that are not built now are kept") {
  const TempDir dir;
  deliver_one(dir, "a", {"p/a/site", "p/b/site"}, false);
  const Delivered second = deliver_one(dir, "b", {"p/a/site", "p/b/site"}, true);
  CHECK(keys(dir) == Names{"p/a/site", "p/b/site"});
  CHECK(second.pruned.empty());
  CHECK(second.stale.empty());
  CHECK(dir.read("p/a/site/index.html") == "a");
}

TEST_CASE("delivery: what nobody asks for is named, and stays unless it was to go") {
  const TempDir dir;
  deliver_one(dir, "a", {"p/a/site"}, false);
  const Delivered kept = deliver_one(dir, "b", {"p/b/site"}, false);
  CHECK(kept.stale == Names{"p/a/site"});
  CHECK(kept.pruned.empty());
  CHECK(dir.read("p/a/site/index.html") == "a");
  CHECK(keys(dir) == Names{"p/a/site", "p/b/site"});

  const Delivered pruned = deliver_one(dir, "b", {"p/b/site"}, true);
  CHECK(pruned.pruned == Names{"p/a/site"});
  CHECK(pruned.stale.empty());
  CHECK_FALSE(fs::exists(dir.path() / "p/a"));
  CHECK(keys(dir) == Names{"p/b/site"});
}

TEST_CASE("delivery: a build.json that cannot be understood stops before anything is changed") {
  const TempDir dir;
  deliver_one(dir, "a", {"p/a/site"}, false);
  dir.write("build.json", "not JSON");
  Result<Staging> staging = Staging::open(dir.path());
  REQUIRE(staging);
  REQUIRE(staging->write("p/a/site/index.html", "new"));
  CHECK_FALSE(deliver(*staging, dir.path(), {{"t", "r", {}}, {"p/a/site"}, {}, false}));
  CHECK(dir.read("p/a/site/index.html") == "a");
}

TEST_CASE("delivery: files of others in a bundle's folder are kept and named, wherever they are") {
  const TempDir dir;
  deliver_one(dir, "a", {"p/a/site"}, false);
  dir.write("p/a/site/web.config", "<configuration/>");
  dir.write("p/a/site/.htaccess", "deny from all");
  dir.write("p/a/site/en/notes.txt", "mine");
  dir.write("p/a/readme.txt", "mine");
  const Delivered delivered = deliver_one(dir, "a", {"p/a/site"}, true);
  CHECK(delivered.kept ==
        Names{"p/a/readme.txt", "p/a/site/.htaccess", "p/a/site/en/notes.txt", "p/a/site/web.config"});
  CHECK(dir.read("p/a/site/web.config") == "<configuration/>");
  CHECK(dir.read("p/a/site/.htaccess") == "deny from all");
  CHECK(dir.read("p/a/site/en/notes.txt") == "mine");
  CHECK(dir.read("p/a/readme.txt") == "mine");
  CHECK(dir.read("p/a/site/index.html") == "a");
}

TEST_CASE("delivery: what build.json lists is removed only where it is what Tailorbird wrote") {
  const TempDir dir;
  deliver_one(dir, "a", {"p/a/site"}, false);
  dir.write("notes.txt", "notes");
  dir.write("p/a/site/index.html", "changed by hand");
  BuildRecord record = *read_build_record(dir.path());
  auto& files = record.entries["p/a/site"].files;
  const std::string outside = "../" + dir.path().filename().string() + "/notes.txt";
  for (const std::string& path : {std::string("notes.txt"), outside, std::string("p/a/../../notes.txt")})
    files.push_back({path, 5, sha256_hex("notes")});
  dir.write("build.json", build_record_text(record));
  const Delivered delivered = deliver_one(dir, "b", {"p/b/site"}, true);
  CHECK(delivered.pruned == Names{"p/a/site"});
  CHECK(delivered.kept == Names{"p/a/site/index.html"});
  CHECK(dir.read("notes.txt") == "notes");
  CHECK(dir.read("p/a/site/index.html") == "changed by hand");
}
