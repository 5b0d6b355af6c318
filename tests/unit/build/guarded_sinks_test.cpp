#include <doctest/doctest.h>

#include "base/hash.hpp"
#include "support/open_guard.hpp"
#include "support/scorm_bundle.hpp"
#include "write/sink.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

TEST_CASE("sinks: every kind shows each file to the guard first") {
  struct Noting : OutputGuard {
    std::vector<std::string> seen;
    void inspect(std::string_view, std::string_view path, const HashedBytes& bytes) override {
      seen.push_back(std::string(path) + "=" + std::string(bytes.view()));
    }
    void inspect_copy(std::string_view, std::string_view path, const std::string& sha256) override {
      seen.push_back(std::string(path) + "=" + sha256);
    }
    bool may_hold(std::string_view, std::string_view) const override { return true; }
  };
  const TempDir dir;
  Result<Staging> staging = Staging::open(dir.path() / "out");
  REQUIRE(staging);
  WrittenFiles files(*staging);
  Noting guard;
  MemorySink memory(guard);
  FolderSink folder(guard, files, "one/site");
  ZipSink zip(guard, *staging, files, "one/site.zip");
  for (Sink* sink : std::initializer_list<Sink*>{&memory, &folder, &zip}) {
    guard.seen.clear();
    REQUIRE(sink->put("en", "a.html", "a"));
    REQUIRE(sink->put("en", "b.txt", "b"));
    CHECK(guard.seen == std::vector<std::string>{"a.html=a", "b.txt=b"});
  }
  guard.seen.clear();
  dir.write("source.txt", "copied");
  REQUIRE(zip.put_copy("en", "one/c.txt", dir.path() / "source.txt", sha256_hex("copied")));
  CHECK(guard.seen == std::vector<std::string>{"one/c.txt=" + sha256_hex("copied")});
  REQUIRE(zip.close());
  CHECK(memory.files() == std::map<std::string, std::string>{{"a.html", "a"}, {"b.txt", "b"}});
  CHECK(files.sorted().size() == 3);
  CHECK(unzipped(staging->staged("one/site.zip")).files.at("one/c.txt") == "copied");
}

TEST_CASE("sinks: nothing is packed that is no longer what the guard saw") {
  const TempDir dir;
  dir.write("source.txt", "changed since");
  Result<Staging> staging = Staging::open(dir.path() / "out");
  REQUIRE(staging);
  WrittenFiles files(*staging);
  OpenGuard guard;
  ZipSink zip(guard, *staging, files, "one/site.zip");
  REQUIRE(zip.put_copy("en", "one/c.txt", dir.path() / "source.txt", sha256_hex("copied")));
  const Result<void> closed = zip.close();
  REQUIRE_FALSE(closed);
  CHECK(closed.error().message.find("source.txt was changed") != std::string::npos);
}
