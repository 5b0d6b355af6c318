#include "write/zip.hpp"

#include <cstdint>
#include <doctest/doctest.h>
#include <stdlib.h>
#include <time.h>

#include "support/temp_dir.hpp"
#include "write/read_zip.hpp"

using namespace tailorbird;
using tailorbird::test::TempDir;

namespace {

/// Little-endian number of `size` bytes.
std::uint32_t number(const std::string& bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t index = size; index-- > 0;)
    value = (value << 8U) | static_cast<unsigned char>(bytes.at(at + index));
  return value;
}

struct LocalHeader {
  std::string name;
  std::uint32_t flags, method, time, date, crc, packed, size, extra;
};

/// Walks the local headers one after the other, as a reader of a stream does: it only works when each header
/// holds its sizes.
std::vector<LocalHeader> local_headers(const std::string& zip) {
  constexpr std::uint32_t signature = 0x04034b50;
  std::vector<LocalHeader> headers;
  for (std::size_t at = 0; at + 30 <= zip.size() && number(zip, at, 4) == signature;) {
    const std::uint32_t name_size = number(zip, at + 26, 2);
    LocalHeader header{zip.substr(at + 30, name_size), number(zip, at + 6, 2),  number(zip, at + 8, 2),
                       number(zip, at + 10, 2),        number(zip, at + 12, 2), number(zip, at + 14, 4),
                       number(zip, at + 18, 4),        number(zip, at + 22, 4), number(zip, at + 28, 2)};
    at += 30 + name_size + header.extra + header.packed;
    headers.push_back(std::move(header));
  }
  return headers;
}

struct CentralHeader {
  std::uint32_t made_by, needed, flags, extra, comment, attributes;
};

std::vector<CentralHeader> central_headers(const std::string& zip) {
  constexpr std::uint32_t signature = 0x02014b50;
  const std::size_t end = zip.size() - 22;
  std::vector<CentralHeader> headers;
  for (std::size_t at = number(zip, end + 16, 4); number(zip, at, 4) == signature;) {
    headers.push_back({number(zip, at + 4, 2), number(zip, at + 6, 2), number(zip, at + 8, 2),
                       number(zip, at + 30, 2), number(zip, at + 32, 2), number(zip, at + 38, 4)});
    at += 46 + number(zip, at + 28, 2) + number(zip, at + 30, 2) + number(zip, at + 32, 2);
  }
  return headers;
}

std::vector<ZipEntry> sample(const TempDir& dir) {
  dir.write("picture.png", std::string(300, 'p'));
  dir.write("empty.txt", "");
  return {{"START-HERE.html", std::string(5000, 'x'), {}},
          {"folder/picture.png", {}, dir.path() / "picture.png"},
          {"folder/empty.txt", {}, dir.path() / "empty.txt"},
          {"folder/a.html", "a", {}}};
}

std::string zip_under(const TempDir& dir, const char* time_zone, const char* name) {
  ::setenv("TZ", time_zone, 1);
  ::tzset();
  REQUIRE(write_zip(dir.path() / name, sample(dir)));
  return dir.read(name);
}

}  // namespace

TEST_CASE("zip: each local header says name, sizes, method and a fixed time, so that stream readers manage") {
  const TempDir dir;
  REQUIRE(write_zip(dir.path() / "a.zip", sample(dir)));
  const std::string zip = dir.read("a.zip");
  const std::vector<LocalHeader> headers = local_headers(zip);
  REQUIRE(headers.size() == 4);
  CHECK(headers[0].name == "START-HERE.html");
  CHECK(headers[1].name == "folder/picture.png");
  CHECK(headers[2].name == "folder/empty.txt");
  CHECK(headers[3].name == "folder/a.html");
  for (const LocalHeader& header : headers) {
    CAPTURE(header.name);
    CHECK((header.flags & ~6U) ==
          0);  // no encryption, no data descriptor, no UTF-8 flag; 6: how hard it deflated
    CHECK(header.time == 0);
    CHECK(header.date == 33);  // 1980-01-01
    CHECK(header.extra == 0);
  }
  CHECK(headers[0].method == 8);
  CHECK(headers[0].size == 5000);
  CHECK(headers[1].method == 0);  // compressed already
  CHECK(headers[1].packed == 300);
  CHECK(headers[1].crc != 0);
}

TEST_CASE("zip: the central directory needs no zip64 and says that entries are plain files") {
  const TempDir dir;
  REQUIRE(write_zip(dir.path() / "a.zip", sample(dir)));
  const std::string zip = dir.read("a.zip");
  const std::vector<CentralHeader> headers = central_headers(zip);
  REQUIRE(headers.size() == 4);
  for (const CentralHeader& header : headers) {
    CHECK(header.needed <= 20);
    CHECK((header.made_by >> 8U) == 3);  // Unix
    CHECK((header.flags & ~6U) == 0);
    CHECK(header.extra == 0);
    CHECK(header.comment == 0);
    CHECK(header.attributes == 0100644U << 16U);
  }
}

TEST_CASE("zip: its bytes do not depend on the time zone") {
  const TempDir dir;
  const char* before = ::getenv("TZ");
  const std::string kept = before != nullptr ? before : "";
  const std::string tokyo = zip_under(dir, "Asia/Tokyo", "tokyo.zip");
  const std::string new_york = zip_under(dir, "America/New_York", "new-york.zip");
  if (before != nullptr) {
    ::setenv("TZ", kept.c_str(), 1);
  } else {
    ::unsetenv("TZ");
  }
  ::tzset();
  CHECK(tokyo == new_york);
}

TEST_CASE("zip: content that is packed already is copied, to the same bytes") {
  const TempDir dir;
  std::vector<ZipEntry> entries = sample(dir);
  REQUIRE(write_zip(dir.path() / "a.zip", entries));
  for (ZipEntry& entry : entries) {
    if (entry.from.empty()) entry = {entry.name, {}, {}, pack(entry.bytes)};
  }
  REQUIRE(write_zip(dir.path() / "b.zip", entries));
  CHECK(dir.read("a.zip") == dir.read("b.zip"));
}

TEST_CASE("zip: entries are read as they lie in it, packed") {
  const TempDir dir;
  const std::string content(5000, 'x');
  REQUIRE(write_zip(dir.path() / "a.zip", {{"a.html", content, {}}, {"b.txt", "b", {}}}));
  const auto entries = packed_entries(dir.read("a.zip"));
  REQUIRE(entries.size() == 2);
  CHECK(entries.at("a.html")->bytes == pack(content)->bytes);
  CHECK(entries.at("a.html")->deflated);
  CHECK(entries.at("a.html")->crc == crc32_of(content));
  CHECK(entries.at("a.html")->size == content.size());
  CHECK(entries.at("b.txt")->bytes == "b");
  CHECK_FALSE(entries.at("b.txt")->deflated);
  CHECK(packed_entries("no zip").empty());
}

TEST_CASE("zip: names that some reader stumbles over are refused") {
  const TempDir dir;
  const std::string path = (dir.path() / "a.zip").string();
  for (const std::string name :
       {"/etc/passwd", "../a", "a/../b", "a//b", "caf\u00e9.html", "a b.html", "a\\b", "", "a/"}) {
    CAPTURE(name);
    const Result<void> written = write_zip(path, {{name, "x", {}}});
    REQUIRE_FALSE(written);
    CHECK(written.error().message ==
          "cannot write " + path + ": the name `" + name + "` does not fit in a zip");
  }
  const Result<void> twice = write_zip(path, {{"a.html", "x", {}}, {"a.html", "y", {}}});
  REQUIRE_FALSE(twice);
  CHECK(twice.error().message == "cannot write " + path + ": `a.html` would be in it twice");
  CHECK_FALSE(fs::exists(path));
}

TEST_CASE("zip: a file that cannot be read is named, and no zip is left") {
  const TempDir dir;
  const Result<void> written = write_zip(dir.path() / "a.zip", {{"a.html", {}, dir.path() / "missing"}});
  REQUIRE_FALSE(written);
  CHECK(written.error().message ==
        "cannot read " + (dir.path() / "missing").string() + ": No such file or directory");
  CHECK_FALSE(fs::exists(dir.path() / "a.zip"));
}

TEST_CASE("zip: other programs read it") {
  const TempDir dir;
  REQUIRE(write_zip(dir.path() / "a.zip", sample(dir)));
  const std::string zip = (dir.path() / "a.zip").string();
  for (const std::string& reader :
       {"unzip -tq " + zip, "python3 -c \"import zipfile,sys; sys.exit(zipfile.ZipFile('" + zip +
                                "').testzip() is not None)\""}) {
    CAPTURE(reader);
    CHECK(::system((reader + " > /dev/null").c_str()) == 0);
  }
}
