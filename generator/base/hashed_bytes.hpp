#pragma once
// Bytes with their SHA-256, so that a file that goes through guard, folder and zips is hashed once.

#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "base/hash.hpp"

namespace tailorbird {

/// Bytes that do not change. Copies share them. The hash is always computed from these very bytes, here and
/// at the first question: nobody can pass one along that belongs to other bytes. Thread-safe.
class HashedBytes {
 public:
  HashedBytes() : HashedBytes(std::string{}) {}
  HashedBytes(std::string bytes) : shared_(std::make_shared<Shared>(std::move(bytes))) {}
  HashedBytes(const char* bytes) : HashedBytes(std::string(bytes)) {}

  std::string_view view() const { return shared_->bytes; }
  operator std::string_view() const { return view(); }
  std::size_t size() const { return shared_->bytes.size(); }
  /// In hexadecimal digits, as sha256_hex.
  const std::string& sha256() const {
    const std::lock_guard lock(shared_->mutex);  // std::call_once would call the system each time
    if (shared_->sha256.empty()) shared_->sha256 = sha256_hex(shared_->bytes);
    return shared_->sha256;
  }

 private:
  struct Shared {
    explicit Shared(std::string of) : bytes(std::move(of)) {}
    const std::string bytes;
    std::mutex mutex;
    std::string sha256;
  };
  std::shared_ptr<Shared> shared_;
};

}  // namespace tailorbird
