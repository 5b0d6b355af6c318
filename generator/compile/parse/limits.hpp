#pragma once
// Bounds on a page. cmark-gfm 0.29 takes time quadratic in some things that no author writes, such as
// thousands of closing parentheses after an address or of pipes in a row; a page beyond these bounds is
// refused before it is parsed.

#include "compile/context.hpp"

namespace tailorbird {

inline constexpr std::size_t most_page_bytes = std::size_t{1} << 20U;
inline constexpr std::size_t most_block_bytes = std::size_t{1} << 16U;  // lines without a blank one between
inline constexpr std::size_t most_word_bytes = 4000;                    // without white space
inline constexpr std::size_t most_pipes = 200;                          // in a line: columns of a table
inline constexpr std::size_t most_rules = 40;                           // lines of only - | : in a block
inline constexpr std::size_t most_lines_before_rule = 200;  // in its block: cmark reads them all again

/// False, with a diagnostic, when the page is beyond a bound.
bool within_limits(Context& context);

}  // namespace tailorbird
