#include "base/mapped_memory.hpp"

#include <algorithm>
#include <fcntl.h>
#include <new>
#include <sys/mman.h>
#include <unistd.h>

namespace tailorbird {
namespace {

constexpr std::size_t stretch_size = std::size_t{4} << 20U;  // a multiple of every size of a page
constexpr std::size_t most_in_use = std::size_t{4} << 20U;

constexpr std::size_t rounded_up(std::size_t size, std::size_t unit) {
  return (size + unit - 1) / unit * unit;
}

}  // namespace

MappedMemory::~MappedMemory() {
  for (const Stretch& stretch : stretches_) ::munmap(stretch.begin, stretch.size);
}

/// Reserves the room first: a page of memory that the disk has no room for would end the program.
bool MappedMemory::add_to_file(std::size_t size) {
  const auto offset = static_cast<off_t>(file_size_);
  if (!file_.open() || ::posix_fallocate(file_.descriptor(), offset, static_cast<off_t>(size)) != 0)
    return false;
  void* const begin = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, file_.descriptor(), offset);
  if (begin == MAP_FAILED) return false;
  file_size_ += size;
  stretches_.push_back({static_cast<std::byte*>(begin), size, true});
  return true;
}

void MappedMemory::add_stretch(std::size_t size) {
  size = rounded_up(size, stretch_size);
  stretches_.reserve(stretches_.size() + 1);  // so that nothing mapped is lost
  const bool needs_file = sum_ + size > unmapped_;
  if (!needs_file || !add_to_file(size)) {
    void* const begin = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (begin == MAP_FAILED) throw std::bad_alloc();
    stretches_.push_back({static_cast<std::byte*>(begin), size, false});
  }
  sum_ += size;
  taken_ = 0;
}

void* MappedMemory::do_allocate(std::size_t size, std::size_t alignment) {
  std::byte* piece = nullptr;
  {
    const std::lock_guard lock(mutex_);
    if (stretches_.empty() || rounded_up(taken_, alignment) + size > stretches_.back().size)
      add_stretch(size);
    const std::size_t begin = rounded_up(taken_, alignment);
    taken_ = begin + size;
    piece = stretches_.back().begin + begin;
  }
  note_use(size);
  return piece;
}

void MappedMemory::note_use(std::size_t bytes) {
  if (used_.fetch_add(bytes, std::memory_order_relaxed) + bytes < most_in_use) return;
  used_ = 0;
  let_go();
}

/// What was written stays in the file, which the system keeps or writes as it sees fit.
void MappedMemory::let_go() {
  const std::lock_guard lock(mutex_);
  for (const Stretch& stretch : stretches_) {
    if (stretch.in_file) ::madvise(stretch.begin, stretch.size, MADV_DONTNEED);
  }
}

}  // namespace tailorbird
