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
  SUBCASE("a compression that the library does not open at all") {
    bytes[8] = 99;
    bytes[central + 10] = 99;
    CHECK(findings() ==
          "package-zip-method: compressed by something other than `deflate`: `imsmanifest.xml`\n");
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

namespace {

/// A good package with one more entry, made by the tool that makes ours, and then changed in its bytes.
struct Tampered {
  explicit Tampered(std::string_view name) {
    shop.entries.push_back({std::string(name), "Something else."});
    path = shop.zip();
    bytes = shop.dir().read("broken.zip");
    end = bytes.rfind("PK\x05\x06");
    entry = bytes.rfind("PK\x01\x02");
    local = bytes.rfind("PK\x03\x04");
  }
  std::string findings() {
    shop.dir().write("broken.zip", bytes);
    return shop.findings_of(path);
  }
  Workshop shop;
  fs::path path;
  std::string bytes;
  std::size_t local = 0;  // the header before the data of the last entry
  std::size_t entry = 0;  // its entry in the directory
  std::size_t end = 0;
};

void put(std::string& bytes, std::size_t at, std::uint64_t value, std::size_t size) {
  for (std::size_t byte = 0; byte < size; ++byte) bytes[at + byte] = static_cast<char>(value >> (8 * byte));
}

}  // namespace

TEST_CASE("package check: every entry is unpacked, and the damaged ones are named") {
  Tampered zip("en/more.txt");
  const std::size_t data = zip.local + 30 + 11;
  SUBCASE("a checksum that is not that of the data") {
    zip.bytes[zip.local + 14] ^= 1;
    zip.bytes[zip.entry + 16] ^= 1;
    CHECK(zip.findings().starts_with("package-unreadable: entries whose data are damaged: `en/more.txt`\n"));
  }
  SUBCASE("data that are not what `deflate` makes") {
    zip.bytes[data] = '\xff';
    CHECK(zip.findings().starts_with("package-unreadable: entries whose data are damaged: `en/more.txt`\n"));
  }
  SUBCASE("data of another size than the zip says") {
    put(zip.bytes, zip.local + 22, 3, 4);
    put(zip.bytes, zip.entry + 24, 3, 4);
    CHECK(zip.findings().starts_with("package-unreadable: entries whose data are damaged: `en/more.txt`\n"));
  }
  SUBCASE("more than is read") {
    put(zip.bytes, zip.local + 22, 0xFFFFFFFE, 4);
    put(zip.bytes, zip.entry + 24, 0xFFFFFFFE, 4);
    CHECK(zip.findings().starts_with(
        "package-unreadable: unpacked it is larger than 4 GB, which is not read | "));
  }
}

TEST_CASE("package check: a manifest that cannot be unpacked is not taken for broken XML") {
  Tampered zip("en/more.txt");
  const std::size_t local = zip.bytes.find("PK\x03\x04");
  const std::size_t entry = zip.bytes.find("PK\x01\x02");
  SUBCASE("locked") {
    zip.bytes[local + 6] |= 1;
    zip.bytes[entry + 8] |= 1;
    CHECK(zip.findings() == "package-zip-encrypted: locked by a password: `imsmanifest.xml`\n");
  }
  SUBCASE("damaged") {
    zip.bytes[local + 14] ^= 1;
    zip.bytes[entry + 16] ^= 1;
    CHECK(zip.findings() == "package-unreadable: entries whose data are damaged: `imsmanifest.xml`\n");
  }
}

TEST_CASE("package check: an entry for a symbolic link is an error") {
  Tampered zip("en/more.txt");
  put(zip.bytes, zip.entry + 38, 0120777ULL << 16U, 4);
  CHECK(zip.findings().starts_with("package-entry-link: symbolic links instead of files: `en/more.txt`\n"));
}

TEST_CASE("package check: entries are counted, whatever the zip says") {
  Tampered zip("en/evil.txt");
  const std::size_t count = zip.shop.entries.size();
  zip.bytes.replace(zip.local + 30, 3, "../");
  zip.bytes.replace(zip.entry + 46, 3, "../");
  SUBCASE("fewer than there are: what is beyond is read all the same") {
    put(zip.bytes, zip.end + 8, count - 1, 2);
    put(zip.bytes, zip.end + 10, count - 1, 2);
    const std::string found = zip.findings();
    CHECK(found.find("the zip says that it has " + std::to_string(count - 1) + " entries, and has " +
                     std::to_string(count)) != std::string::npos);
    CHECK(found.find("`../evil.txt`") != std::string::npos);
  }
  SUBCASE("more than there are") {
    put(zip.bytes, zip.end + 10, count + 1, 2);
    CHECK(zip.findings() == "package-unreadable: this is not a zip, or it was cut short\n");
  }
  SUBCASE("in the record of a zip64, where the usual one has no number") {
    const std::size_t start = zip.bytes.find("PK\x01\x02");
    std::string record("PK\x06\x06" + std::string(52, '\0'));
    put(record, 4, 44, 8);
    put(record, 24, count, 8);
    put(record, 32, count, 8);
    put(record, 40, zip.end - start, 8);
    put(record, 48, start, 8);
    std::string locator("PK\x06\x07" + std::string(16, '\0'));
    put(locator, 8, zip.end, 8);
    put(locator, 16, 1, 4);
    put(zip.bytes, zip.end + 8, 0xFFFF, 2);
    put(zip.bytes, zip.end + 10, 0xFFFF, 2);
    put(zip.bytes, zip.end + 12, 0xFFFFFFFF, 4);
    put(zip.bytes, zip.end + 16, 0xFFFFFFFF, 4);
    zip.bytes.insert(zip.end, record + locator);
    const std::string found = zip.findings();
    CHECK(found.starts_with("package-zip64: the zip has the form zip64\n"));
    CHECK(found.find("`../evil.txt`") != std::string::npos);
    CHECK(found.find("package-unreadable") == std::string::npos);
    CHECK(found.find("the zip says") == std::string::npos);
  }
}

TEST_CASE("package check: a zip64 without its record is no zip") {
  const TempDir dir;
  std::string bytes("PK\x06\x07", 4);
  bytes += std::string(16, '\0') + std::string("PK\x05\x06", 4) + std::string(12, '\0') + "\xFF\xFF\xFF\xFF" +
           std::string(2, '\0');
  dir.write("big.zip", bytes);
  const Result<Diagnostics> found = check_package(dir.path() / "big.zip", true);
  REQUIRE(found);
  CHECK(list_of(*found) == "package-unreadable: this is not a zip, or it was cut short\n");
}
