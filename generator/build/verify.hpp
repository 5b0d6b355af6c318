#pragma once
// Whether delivered files are what Tailorbird made: each file of build.json with its size and SHA-256,
// nothing more and nothing less, and build.json signed where a signature is asked for.

#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"

namespace tailorbird {

struct VerifyRequest {
  fs::path delivered;  // a folder with build.json in it, or one file of it, such as a zip
  fs::path record;     // build.json; empty: in the folder, or in one above the file
  fs::path signature;  // a detached Ed25519 signature of build.json, as `openssl pkeyutl -sign` writes it;
                       // empty: none is asked for
  fs::path key;        // the public key, PEM; with `signature`
};

struct VerifyReport {
  std::vector<std::string> problems;  // "meander/managers/site/en/index.html: other bytes", sorted
  std::size_t files = 0;              // that were compared
};

/// Fails when something cannot be read, or build.json cannot be understood.
Result<VerifyReport> verify(const VerifyRequest& request);

}  // namespace tailorbird
