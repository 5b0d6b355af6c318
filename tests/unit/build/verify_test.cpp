#include "build/verify.hpp"

#include <doctest/doctest.h>
#include <memory>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <ostream>

#include "base/hash.hpp"
#include "support/temp_dir.hpp"
#include "write/build_record.hpp"

using namespace tailorbird;
using tailorbird::test::TempDir;

namespace {

using Names = std::vector<std::string>;

/// A delivery of two files.
struct Delivered {
  TempDir dir;
  BuildRecord record{"tailorbird 1", "0123456789ab", {}};

  Delivered() {
    dir.write("dist/one/all/site/index.html", "<h1>Home</h1>");
    dir.write("dist/one/all/one-all-site.zip", "PK");
    record.entries["one/all/site"] = {{"en"},
                                      1,
                                      "0123456789ab",
                                      {{"one/all/one-all-site.zip", 2, sha256_hex("PK")},
                                       {"one/all/site/index.html", 13, sha256_hex("<h1>Home</h1>")}}};
    write_record();
  }

  void write_record() { dir.write("dist/build.json", build_record_text(record)); }

  VerifyReport report(VerifyRequest request = {}) const {
    if (request.delivered.empty()) request.delivered = dir.path() / "dist";
    Result<VerifyReport> made = verify(request);
    REQUIRE_MESSAGE(made, (made ? "" : made.error().message));
    return std::move(made).value();
  }
};

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

Key new_key() { return {EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"), EVP_PKEY_free}; }

std::string public_text(const Key& key) {
  BIO* text = BIO_new(BIO_s_mem());
  REQUIRE(PEM_write_bio_PUBKEY(text, key.get()) == 1);
  char* bytes = nullptr;
  const long size = BIO_get_mem_data(text, &bytes);
  std::string result(bytes, static_cast<std::size_t>(size));
  BIO_free(text);
  return result;
}

std::string signature_of(const std::string& bytes, const Key& key) {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  std::string signature(64, '\0');
  std::size_t size = signature.size();
  REQUIRE(EVP_DigestSignInit(context, nullptr, nullptr, nullptr, key.get()) == 1);
  REQUIRE(EVP_DigestSign(context, reinterpret_cast<unsigned char*>(signature.data()), &size,
                         reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()) == 1);
  EVP_MD_CTX_free(context);
  return signature;
}

}  // namespace

TEST_CASE("verify: what was made is as it was made") {
  const Delivered delivered;
  const VerifyReport report = delivered.report();
  CHECK(report.problems.empty());
  CHECK(report.files == 2);
}

TEST_CASE("verify: nothing may be more, less or other") {
  Delivered delivered;
  SUBCASE("other bytes of the same length") {
    delivered.dir.write("dist/one/all/site/index.html", "<h1>Hame</h1>");
    CHECK(delivered.report().problems == Names{"one/all/site/index.html: other bytes"});
  }
  SUBCASE("another length") {
    delivered.dir.write("dist/one/all/site/index.html", "<h1>Home</h1> ");
    CHECK(delivered.report().problems == Names{"one/all/site/index.html: 14 bytes instead of 13"});
  }
  SUBCASE("a file is missing") {
    fs::remove(delivered.dir.path() / "dist/one/all/one-all-site.zip");
    CHECK(delivered.report().problems == Names{"one/all/one-all-site.zip: missing"});
  }
  SUBCASE("a file too many, hidden or not") {
    delivered.dir.write("dist/one/all/site/extra.js", "x");
    delivered.dir.write("dist/.hidden", "x");
    CHECK(delivered.report().problems ==
          Names{".hidden: not in build.json", "one/all/site/extra.js: not in build.json"});
  }
  SUBCASE("a link in the place of a file") {
    const fs::path place = delivered.dir.path() / "dist/one/all/one-all-site.zip";
    fs::rename(place, delivered.dir.path() / "elsewhere.zip");
    fs::create_symlink(delivered.dir.path() / "elsewhere.zip", place);
    CHECK(delivered.report().problems == Names{"one/all/one-all-site.zip: no file"});
  }
  SUBCASE("a build that was interrupted") {
    delivered.record.complete = false;
    delivered.write_record();
    CHECK(delivered.report().problems ==
          Names{"build.json: the build was interrupted; run any tailorbird command to finish it"});
  }
}

TEST_CASE("verify: one file alone") {
  const Delivered delivered;
  const fs::path zip = delivered.dir.path() / "dist/one/all/one-all-site.zip";
  CHECK(delivered.report({zip, {}, {}, {}}).problems.empty());
  delivered.dir.write("mail/one-all-site.zip", "PL");
  CHECK(delivered
            .report({delivered.dir.path() / "mail/one-all-site.zip",
                     delivered.dir.path() / "dist/build.json",
                     {},
                     {}})
            .problems == Names{"one-all-site.zip: other bytes"});
  delivered.dir.write("mail/other.zip", "PK");
  CHECK(
      delivered
          .report({delivered.dir.path() / "mail/other.zip", delivered.dir.path() / "dist/build.json", {}, {}})
          .problems == Names{"other.zip: not in build.json"});
}

TEST_CASE("verify: build.json must be signed with the key, where a signature is given") {
  const Delivered delivered;
  const Key key = new_key();
  const std::string record = delivered.dir.read("dist/build.json");
  delivered.dir.write("house.pem", public_text(key));
  delivered.dir.write("build.json.sig", signature_of(record, key));
  VerifyRequest request{delivered.dir.path() / "dist",
                        {},
                        delivered.dir.path() / "build.json.sig",
                        delivered.dir.path() / "house.pem"};
  CHECK(delivered.report(request).problems.empty());
  SUBCASE("another key") {
    delivered.dir.write("house.pem", public_text(new_key()));
    CHECK(delivered.report(request).problems == Names{"build.json: not signed with this key"});
  }
  SUBCASE("another build.json") {
    delivered.dir.write("dist/build.json", record + " ");
    CHECK(delivered.report(request).problems == Names{"build.json: not signed with this key"});
  }
  SUBCASE("no key") {
    delivered.dir.write("house.pem", "not a key");
    const Result<VerifyReport> failed = verify(request);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().message.ends_with("house.pem is not a public Ed25519 key in PEM"));
  }
}

TEST_CASE("verify: without build.json it says what is missing") {
  const TempDir dir;
  dir.write("dist/index.html", "x");
  const Result<VerifyReport> failed = verify({dir.path() / "dist", {}, {}, {}});
  REQUIRE_FALSE(failed);
  CHECK(failed.error().message == "there is no " + (dir.path() / "dist/build.json").string() +
                                      ", which tells what was made; name it with --record");
}
