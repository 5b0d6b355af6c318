#pragma once
// Memory for one tree at a time in each thread. About a quarter of a parse is spent in malloc and free;
// cmark's own arena clears four megabytes for each page. This one hands out pieces of blocks that it keeps,
// and forgets them all at once.

#include <cmark-gfm.h>

namespace tailorbird {

cmark_mem* parse_memory();

/// Whether nodes must be freed one by one: so under the address sanitizer, which else would see nothing.
bool frees_nodes();

/// All that was handed out in this thread is free again.
void forget_parse_memory();

}  // namespace tailorbird
