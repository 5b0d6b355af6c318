#include <doctest/doctest.h>
#include <ostream>

#include "base/hash.hpp"
#include "support/open_guard.hpp"
#include "support/scorm_bundle.hpp"
#include "write/read_zip.hpp"
#include "write/sink.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

const std::string content(5000, 'x');
const std::string other(5000, 'y');

/// As no zip of ours has it: what was taken from the last build's is told by that.
Packed not_deflated(const std::string& bytes) {
  return std::make_shared<const PackedContent>(PackedContent{bytes, false, crc32_of(bytes), bytes.size()});
}

/// An output whose zip was made of `before`, and a build that makes it of `now`.
struct Build {
  TempDir dir;
  OpenGuard guard;

  /// The entry in the zip of the build.
  Packed entry(const std::string& before, const std::string& now, bool damaged = false) {
    dir.write("out/a.zip", "");
    REQUIRE(write_zip(dir.path() / "out/a.zip", {{"a.html", {}, {}, not_deflated(before)}}));
    const std::string hash = sha256_hex(dir.read("out/a.zip") + (damaged ? "damage" : ""));
    Result<Staging> staging = Staging::open(dir.path() / "out");
    REQUIRE(staging);
    PackedStore store(PackedStore::default_memory,
                      {{"a.zip", {zip_entry_line(sha256_hex(before), "a.html"), hash}}});
    WrittenFiles files(*staging);
    ZipSink zip(guard, *staging, files, "a.zip", &store);
    REQUIRE(zip.put("en", "a.html", now));
    REQUIRE(zip.put("en", "b.html", "so that it is another zip"));
    REQUIRE(zip.close());
    const Result<std::string> bytes = read_file(staging->staged("a.zip"));
    REQUIRE(bytes);
    CHECK(unzipped(staging->staged("a.zip")).files.at("a.html") == now);
    return packed_entries(*bytes).at("a.html");
  }
};

}  // namespace

TEST_CASE("zip sink: an entry whose content is that of the last build is taken as it was packed then") {
  CHECK_FALSE(Build{}.entry(content, content)->deflated);
}

TEST_CASE("zip sink: other content is packed anew, though it has the same name and size") {
  CHECK(Build{}.entry(other, content)->deflated);
}

TEST_CASE("zip sink: nothing is taken from a zip that was changed since") {
  CHECK(Build{}.entry(content, content, true)->deflated);
}
