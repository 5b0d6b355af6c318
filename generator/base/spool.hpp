#pragma once
// Bytes put aside until later: in memory while they are few, else in a temporary file without a name, so that
// memory does not grow with them.

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>

#include "base/result.hpp"

namespace tailorbird {

class Spool {
 public:
  static constexpr std::size_t default_memory = std::size_t{8} << 20U;

  /// What was put aside. It goes back to the spool that made it.
  struct Slot {
    std::string kept;
    std::uint64_t offset = 0;  // in the file, when `size` is not 0
    std::size_t size = 0;
  };

  /// `memory`: bytes kept before the file is used.
  explicit Spool(std::size_t memory = default_memory) : memory_(memory) {}
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  /// Thread-safe. What the disk does not take stays in memory.
  Slot put(std::string bytes);
  /// The bytes again. Fails when the disk does not give them back. Thread-safe.
  Result<std::string> take(Slot slot) const;

 private:
  bool open_file();

  const std::size_t memory_;
  std::atomic<std::size_t> kept_ = 0;
  std::mutex mutex_;
  int file_ = -1;
  bool unusable_ = false;
  std::uint64_t end_ = 0;
};

}  // namespace tailorbird
