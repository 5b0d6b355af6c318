#pragma once
// The files of the cache: each begins with a heading and ends with the SHA-256 of what precedes it, so that
// one that was cut off or changed is not believed.

#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string_view>

#include "base/files.hpp"
#include "base/sha256.hpp"

namespace tailorbird {

/// Larger ones are neither written nor read.
inline constexpr std::uint64_t largest_sealed_file = 256ULL << 20U;

class SealedFile {
 public:
  /// Begins the file, in place of one that is there.
  explicit SealedFile(const fs::path& path);

  void add(std::string_view text);
  /// To be called once, after the last text. False: it could not be written, or is too large.
  bool finish();

 private:
  void write(std::string_view bytes);

  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;  // null: it could not be opened, or is finished
  Sha256 hash_;
  std::uint64_t size_ = 0;
  bool good_;
};

/// The text between heading and hash in the bytes of such a file; nothing when the hash is wrong.
std::optional<std::string_view> unsealed(std::string_view bytes);

}  // namespace tailorbird
