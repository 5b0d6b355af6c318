#include <doctest/doctest.h>

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
    bool may_hold(std::string_view, std::string_view) const override { return true; }
  };
  const TempDir dir;
  dir.write("source.txt", "copied");
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
    REQUIRE(sink->put_copy("en", "b.txt", dir.path() / "source.txt"));
    REQUIRE(sink->close());
    CHECK(guard.seen == std::vector<std::string>{"a.html=a", "b.txt=copied"});
  }
  CHECK(memory.files() == std::map<std::string, std::string>{{"a.html", "a"}, {"b.txt", "copied"}});
  CHECK(files.sorted().size() == 3);
  CHECK(unzipped(staging->staged("one/site.zip")).files.at("b.txt") == "copied");
}
