#pragma once
// Parses the times at the beginning of a cue: `0:00-0:04 You have ten minutes.`

#include <cmark-gfm.h>
#include <cstddef>
#include <string_view>

#include "compile/parts/part_rules.hpp"

namespace tailorbird {

/// The times at the start of a text, in bytes; `size` 0: there are none.
struct CueTimes {
  std::string_view from;
  std::string_view to;
  std::size_t size = 0;  // with the hyphen and the white space after it
};

/// Times are m:ss, h:mm:ss, with tenths or not: "0:04", "1:02:03.5". Between them a hyphen or a dash.
CueTimes read_cue_times(std::string_view text);

/// Moves the times from the item's text to `source`. False, with a diagnostic, when there are none.
bool take_cue_times(Context& context, cmark_node* item, PartSource& source);

}  // namespace tailorbird
