#pragma once
// Detects misspelt fences of divs: `:: :`, `;;;`, `::`, or `:::` after other words on its line.

#include <cstdint>
#include <optional>
#include <string_view>

#include "compile/context.hpp"

namespace tailorbird {

/// The place of a misspelt fence, and what is wrong with it.
struct NearFence {
  std::size_t offset = 0;  // in the source
  std::size_t length = 0;  // bytes
  bool is_after_words = false;
};

/// The misspelt fence in `before`, the part of a line before a mark.
std::optional<NearFence> near_fence_before_mark(std::string_view before);

/// The first line from `first` to `last` that looks like a misspelt closing fence.
std::optional<NearFence> near_closing_fence(const Context& context, int first, int last);

/// The misspelt closing fence of a div whose opening fence, at `opening`, is misspelt too: before the next
/// line with a fence or a mark.
std::optional<NearFence> near_closing_fence_of(const Context& context, const NearFence& opening);

/// `code`: the consequence that is reported, such as an unclosed div.
void report_near_fence(Context& context, std::string_view code, const NearFence& fence);

}  // namespace tailorbird
