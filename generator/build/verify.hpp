#pragma once
// Verifies delivered files against build.json: every file has its recorded size and SHA-256, none is missing
// or extra, and the signature of build.json is valid if one is given.

#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"

namespace tailorbird {

struct VerifyRequest {
  fs::path delivered;  // a folder with build.json in it, or one file of it, such as a zip
  fs::path record;     // build.json; empty: in the folder, or in one above the file
  fs::path signature;  // a detached Ed25519 signature of build.json, as written by `openssl pkeyutl -sign`;
                       // empty: not checked
  fs::path key;        // the public key, PEM; with `signature`
};

struct VerifyReport {
  std::vector<std::string> problems;  // "meander/managers/site/en/index.html: other bytes", sorted
  std::size_t files = 0;              // compared
};

/// Fails when something cannot be read, or build.json cannot be understood.
Result<VerifyReport> verify(const VerifyRequest& request);

}  // namespace tailorbird
