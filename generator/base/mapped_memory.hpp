#pragma once
// Memory for what is written once and then seldom read. The first of it is like any other; the rest is an
// unnamed temporary file seen as memory, which can leave memory and comes back where it is read.

#include <atomic>
#include <cstddef>
#include <memory_resource>
#include <mutex>
#include <vector>

#include "base/temporary_file.hpp"

namespace tailorbird {

/// Nothing is freed before the whole. Where no file can be made or the disk is full, all stays in memory.
/// Thread-safe.
class MappedMemory final : public std::pmr::memory_resource {
 public:
  static constexpr std::size_t default_unmapped = std::size_t{8} << 20U;

  /// `unmapped`: the number of bytes that need no file.
  explicit MappedMemory(std::size_t unmapped = default_unmapped) : unmapped_(unmapped) {}
  ~MappedMemory() override;
  MappedMemory(const MappedMemory&) = delete;
  MappedMemory& operator=(const MappedMemory&) = delete;

  /// To be called with the number of bytes that are about to be read: whenever these are a few million
  /// again, all that the file has leaves memory. Pointers to it stay valid.
  void note_use(std::size_t bytes);

 private:
  /// A stretch of memory from which pieces are taken one after the other.
  struct Stretch {
    std::byte* begin;
    std::size_t size;
    bool in_file;
  };

  void* do_allocate(std::size_t size, std::size_t alignment) override;
  void do_deallocate(void*, std::size_t, std::size_t) override {}
  bool do_is_equal(const std::pmr::memory_resource& other) const noexcept override { return this == &other; }
  void add_stretch(std::size_t size);
  bool add_to_file(std::size_t size);
  void let_go();

  const std::size_t unmapped_;
  std::mutex mutex_;  // guards the members below
  std::vector<Stretch> stretches_;
  std::size_t taken_ = 0;  // of the last stretch
  std::size_t sum_ = 0;    // of the sizes of all stretches
  TemporaryFile file_;
  std::size_t file_size_ = 0;
  std::atomic<std::size_t> used_ = 0;  // since the file left memory
};

}  // namespace tailorbird
