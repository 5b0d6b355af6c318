#include <doctest/doctest.h>

#include "package_workshop.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

TEST_CASE("package check: how the zip itself is made") {
  Workshop shop;
  const fs::path path = shop.zip();
  std::string bytes = shop.dir().read("broken.zip");
  const std::size_t central = bytes.find("PK\x01\x02");
  REQUIRE(central != std::string::npos);
  const auto findings = [&] {
    shop.dir().write("broken.zip", bytes);
    return shop.findings_of(path);
  };
  SUBCASE("sizes after the data, as programs that write to a stream do it") {
    bytes[6] = static_cast<char>(bytes[6] | 8);
    bytes[central + 8] = static_cast<char>(bytes[central + 8] | 8);
    REQUIRE(bytes[8] == 8);
    CHECK(findings() == "");
    SUBCASE("are no help when the data are not compressed") {
      bytes[8] = 0;
      bytes[central + 10] = 0;
      CHECK(findings().starts_with(
          "package-zip-descriptor: not compressed, and the sizes come after the data: `imsmanifest.xml`\n"));
    }
  }
  SUBCASE("a password") {
    bytes[6] = static_cast<char>(bytes[6] | 1);
    bytes[central + 8] = static_cast<char>(bytes[central + 8] | 1);
    CHECK(findings().starts_with("package-zip-encrypted: locked by a password: `imsmanifest.xml`\n"));
  }
  SUBCASE("another compression") {
    bytes[8] = 12;
    bytes[central + 10] = 12;
    CHECK(findings().starts_with(
        "package-zip-method: compressed by something other than `deflate`: `imsmanifest.xml`\n"));
  }
  SUBCASE("headers that disagree") {
    bytes[30] = 'X';
    CHECK(findings().starts_with(
        "package-zip-header: the zip says two different things about: `imsmanifest.xml`\n"));
  }
  SUBCASE("names that leave the folder") {
    const std::size_t local = bytes.find("en/plan/talk.html");
    const std::size_t again = bytes.find("en/plan/talk.html", central);
    bytes.replace(local, 5, "../pl");
    bytes.replace(again, 5, "../pl");
    CHECK(findings().starts_with(
        "package-entry-name: names that are not unpacked alike everywhere: `../plan/"));
  }
  SUBCASE("a folder's entry") {
    const std::size_t local = bytes.find("index.html", bytes.find("en/plan/talk.html") + 20);
    const std::size_t again = bytes.rfind("index.html");
    bytes.replace(local, 10, "somefoldr/");
    bytes.replace(again, 10, "somefoldr/");
    CHECK(findings().starts_with("package-folder-entry: entries for folders: `somefoldr/`\n"));
  }
  SUBCASE("cut short") {
    bytes.resize(bytes.size() / 2);
    CHECK(findings() == "package-unreadable: this is not a zip, or it was cut short\n");
  }
  SUBCASE("no zip at all") {
    bytes = "hello";
    CHECK(findings() == "package-unreadable: this is not a zip, or it was cut short\n");
  }
}

TEST_CASE("package check: a zip64 is named as one") {
  const TempDir dir;
  // An end record of a zip64: locator and an end whose offset says "elsewhere".
  std::string bytes("PK\x06\x07", 4);
  bytes += std::string(16, '\0') + std::string("PK\x05\x06", 4) + std::string(12, '\0') + "\xFF\xFF\xFF\xFF" +
           std::string(2, '\0');
  dir.write("big.zip", bytes);
  const Result<Diagnostics> found = check_package(dir.path() / "big.zip", true);
  REQUIRE(found);
  CHECK(list_of(*found) ==
        "package-zip64: the zip has the form zip64\npackage-manifest-missing: no `imsmanifest.xml` in the "
        "zip\n");
}
