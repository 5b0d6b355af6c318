#include "base/hash.hpp"

#include <doctest/doctest.h>
#include <ostream>

#include "base/sha256.hpp"
#include "support/temp_dir.hpp"

using namespace tailorbird;

TEST_CASE("hash: SHA-256 is the one everybody else computes") {
  // FIPS 180-2, appendix B.
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("hash: of pieces, it is that of all of them together") {
  Sha256 hash;
  for (const char* piece : {"tail", "", "or", "bird"}) hash.add(piece);
  CHECK(std::move(hash).hex() == sha256_hex("tailorbird"));
}

TEST_CASE("hash: a file's SHA-256 is that of its bytes, also when it is read in several pieces") {
  const test::TempDir dir;
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{65536}, std::size_t{200001}}) {
    CAPTURE(size);
    const std::string bytes(size, 'x');
    dir.write("file", bytes);
    const Result<std::string> hash = sha256_of_file(dir.path() / "file");
    REQUIRE(hash);
    CHECK(*hash == sha256_hex(bytes));
  }
}

TEST_CASE("hash: a file that cannot be read has no hash") {
  const test::TempDir dir;
  const std::string missing = (dir.path() / "no").string();
  CHECK(sha256_of_file(missing).error().message == "cannot read " + missing + ": No such file or directory");
}

TEST_CASE("hash: the quick hash is equal on every machine and depends on the seed") {
  CHECK(quick_hash("") == 0x2D06800538D394C2ULL);  // XXH3, from its own test vectors
  CHECK(quick_hash("abc") == quick_hash("abc"));
  CHECK(quick_hash("abc") != quick_hash("abd"));
  CHECK(quick_hash("abc", 1) != quick_hash("abc", 2));
}
