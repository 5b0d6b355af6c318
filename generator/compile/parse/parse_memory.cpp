#include "compile/parse/parse_memory.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <vector>

namespace tailorbird {
namespace {

constexpr std::size_t alignment = alignof(std::max_align_t);
constexpr std::size_t block_size = std::size_t{1} << 18U;
constexpr std::size_t most_kept = 16;  // blocks kept for the next page

/// Each piece is preceded by its size, for realloc.
constexpr std::size_t header = alignment;

constexpr std::size_t rounded(std::size_t size) { return (size + alignment - 1) / alignment * alignment; }

class Arena {
 public:
  void* allocate(std::size_t size) {
    const std::size_t whole = header + rounded(size);
    if (blocks_.empty() || used_ + whole > blocks_[current_].size) next_block(whole);
    std::byte* piece = blocks_[current_].bytes.get() + used_ + header;
    used_ += whole;
    set_size(piece, size);
    return piece;
  }

  void* reallocate(void* old, std::size_t size) {
    if (old == nullptr) return allocate(size);
    const std::size_t old_size = size_of(old);
    if (size <= old_size) return old;
    auto* piece = static_cast<std::byte*>(old);
    const std::size_t more = rounded(size) - rounded(old_size);
    const bool last = piece + rounded(old_size) == blocks_[current_].bytes.get() + used_;
    if (last && used_ + more <= blocks_[current_].size) {
      used_ += more;
      set_size(piece, size);
      return old;
    }
    void* fresh = allocate(size);
    std::memcpy(fresh, old, old_size);
    return fresh;
  }

  void forget() {
    if (blocks_.size() > most_kept) blocks_.resize(most_kept);
    current_ = 0;
    used_ = 0;
  }

 private:
  struct Block {
    std::unique_ptr<std::byte[]> bytes;
    std::size_t size;
  };

  static std::size_t size_of(const void* piece) {
    std::size_t size = 0;
    std::memcpy(&size, static_cast<const std::byte*>(piece) - header, sizeof size);
    return size;
  }
  static void set_size(std::byte* piece, std::size_t size) {
    std::memcpy(piece - header, &size, sizeof size);
  }

  void next_block(std::size_t least) {
    if (!blocks_.empty()) ++current_;
    used_ = 0;
    while (current_ < blocks_.size() && blocks_[current_].size < least) ++current_;
    if (current_ < blocks_.size()) return;
    const std::size_t size = std::max(block_size, least);
    blocks_.push_back({std::unique_ptr<std::byte[]>(new std::byte[size]), size});
    current_ = blocks_.size() - 1;
  }

  std::vector<Block> blocks_;
  std::size_t current_ = 0;
  std::size_t used_ = 0;  // of the current block
};

// cmark's functions take no context, so each thread has its arena.
Arena& arena() {
  thread_local Arena one;
  return one;
}

void* arena_calloc(std::size_t count, std::size_t size) {
  void* piece = arena().allocate(count * size);
  std::memset(piece, 0, count * size);
  return piece;
}
void* arena_realloc(void* old, std::size_t size) { return arena().reallocate(old, size); }
void arena_free(void*) {}

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define TAILORBIRD_ADDRESS_SANITIZER
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(TAILORBIRD_ADDRESS_SANITIZER)
constexpr bool one_by_one = true;
#else
constexpr bool one_by_one = false;
#endif

}  // namespace

cmark_mem* parse_memory() {
  static cmark_mem memory = {arena_calloc, arena_realloc, arena_free};
  return one_by_one ? cmark_get_default_mem_allocator() : &memory;
}

bool frees_nodes() { return one_by_one; }

void forget_parse_memory() {
  if (!one_by_one) arena().forget();
}

}  // namespace tailorbird
