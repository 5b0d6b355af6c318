#include "base/hashed_bytes.hpp"

#include <doctest/doctest.h>
#include <ostream>

using namespace tailorbird;

TEST_CASE("hashed bytes: the hash is that of the bytes, in every copy") {
  const HashedBytes words = "words";
  const HashedBytes copy = words;
  CHECK(words.sha256() == sha256_hex("words"));
  CHECK(copy.sha256() == sha256_hex("words"));
  CHECK(copy.view().data() == words.view().data());
  CHECK(HashedBytes{}.sha256() == sha256_hex(""));
}

TEST_CASE("hashed bytes: another value has another hash, whatever the first one was asked") {
  HashedBytes bytes = "one";
  CHECK(bytes.sha256() == sha256_hex("one"));
  bytes = "two";
  CHECK(bytes.sha256() == sha256_hex("two"));
}
