#pragma once
// Lines that were to be fences of a div and are none: `:: :`, `;;;`, `::` or words with `:::` behind them.

#include <cstdint>
#include <optional>
#include <string_view>

#include "compile/context.hpp"

namespace tailorbird {

/// The place of a fence that was meant, and what is wrong with it.
struct NearFence {
  std::size_t offset = 0;  // in the source
  std::size_t length = 0;  // bytes
  bool is_after_words = false;
};

/// What a fence was meant by in `before`, the part of a line in front of a mark.
std::optional<NearFence> near_fence_before_mark(std::string_view before);

/// The first line from `first` to `last` that was to close a div.
std::optional<NearFence> near_closing_fence(const Context& context, int first, int last);

/// `code`: of what follows from it, a div without an end or a text that its condition does not limit.
void report_near_fence(Context& context, std::string_view code, const NearFence& fence);

}  // namespace tailorbird
