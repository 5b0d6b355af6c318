#pragma once
// A per-thread arena allocator for cmark-gfm, for one tree at a time. About a quarter of a parse is spent in
// malloc and free, and cmark's own arena clears four megabytes for each page; this one reuses its blocks and
// frees everything at once.

#include <cmark-gfm.h>

namespace tailorbird {

cmark_mem* parse_memory();

/// Whether nodes must be freed one by one: under the address sanitizer, which could not check an arena.
bool frees_nodes();

/// Frees everything that was allocated in this thread.
void forget_parse_memory();

}  // namespace tailorbird
