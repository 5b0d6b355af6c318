#include "base/hash.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <openssl/evp.h>
#include <stdexcept>
#include <utility>
#include <vector>
#include <xxhash.h>

#include "base/base64.hpp"
#include "base/sha256.hpp"

namespace tailorbird {
namespace {

using Digest = std::array<unsigned char, 32>;

const EVP_MD* algorithm() {
  // Fetched once: OpenSSL 3 looks the algorithm up by name at every implicit fetch.
  static const EVP_MD* const sha256 = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return sha256;
}

/// A failure must not go on with a wrong hash, and no caller can do anything about it: OpenSSL fails only
/// without memory or without its SHA-256.
void demand(bool succeeded) {
  if (!succeeded) throw std::runtime_error("OpenSSL cannot compute SHA-256");
}

std::string hexadecimal(const Digest& digest) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex(2 * digest.size(), '0');
  auto at = hex.begin();
  for (const unsigned char byte : digest) {
    *at++ = digits[byte >> 4U];
    *at++ = digits[byte & 15U];
  }
  return hex;
}

using DigestState = std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)>;

DigestState begun() {
  DigestState state(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  demand(state && EVP_DigestInit_ex2(state.get(), algorithm(), nullptr) == 1);
  return state;
}

Digest finished(EVP_MD_CTX& state) {
  Digest digest{};
  demand(EVP_DigestFinal_ex(&state, digest.data(), nullptr) == 1);
  return digest;
}

Digest sha256(std::string_view bytes) {
  // Begun again for each: a state of its own takes as long as hashing a short text.
  thread_local const DigestState state = begun();
  demand(EVP_DigestInit_ex2(state.get(), nullptr, nullptr) == 1 &&
         EVP_DigestUpdate(state.get(), bytes.data(), bytes.size()) == 1);
  return finished(*state);
}

}  // namespace

std::string sha256_hex(std::string_view bytes) { return hexadecimal(sha256(bytes)); }

struct Sha256::State {
  const DigestState digest = begun();
};

Sha256::Sha256() : state_(std::make_unique<State>()) {}

Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
  demand(EVP_DigestUpdate(state_->digest.get(), bytes.data(), bytes.size()) == 1);
}

std::string Sha256::hex() && { return hexadecimal(finished(*state_->digest)); }

std::string sha256_base64(std::string_view bytes) {
  const Digest digest = sha256(bytes);
  return base64({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

Result<std::string> sha256_of_file(const fs::path& path) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rbe"), &std::fclose);
  if (!file) return file_error("read", path, errno);
  Sha256 hash;
  std::vector<char> piece(std::size_t{1} << 16U);
  while (const std::size_t size = std::fread(piece.data(), 1, piece.size(), file.get())) {
    hash.add({piece.data(), size});
  }
  if (std::ferror(file.get()) != 0) return file_error("read", path, errno);
  return std::move(hash).hex();
}

std::uint64_t quick_hash(std::string_view bytes, std::uint64_t seed) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

}  // namespace tailorbird
