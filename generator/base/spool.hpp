#pragma once
// A spool for bytes that are needed later: the first in memory, the rest in an unnamed temporary file, so
// that memory is bounded.

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>

#include "base/result.hpp"
#include "base/temporary_file.hpp"

namespace tailorbird {

class Spool {
 public:
  static constexpr std::size_t default_memory = std::size_t{8} << 20U;

  /// A handle to spooled bytes, valid for the spool that made it.
  struct Slot {
    std::string kept;
    std::uint64_t offset = 0;  // in the file, when `size` is not 0
    std::size_t size = 0;
  };

  /// `memory`: the number of bytes kept in memory before the file is used.
  explicit Spool(std::size_t memory = default_memory) : memory_(memory) {}
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  /// Spools `bytes`. What cannot be written to disk stays in memory. Thread-safe.
  Slot put(std::string bytes);
  /// Returns the bytes of a slot. Fails when they cannot be read back. Thread-safe.
  Result<std::string> take(Slot slot) const;

 private:
  const std::size_t memory_;
  std::atomic<std::size_t> kept_ = 0;
  std::mutex mutex_;
  TemporaryFile file_;
  std::uint64_t end_ = 0;
};

}  // namespace tailorbird
