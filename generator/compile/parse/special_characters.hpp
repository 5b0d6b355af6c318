#pragma once
// The table of special inline characters in cmark-gfm, which all its parsers share. The library adds the
// characters of a parser's extensions at the beginning of each parse and removes them at its end, so that of
// two concurrent parses the first to end takes `~` from the other, which then silently loses its
// `~~strike~~`.
//
// All our parsers have the same extensions. The program therefore defines its own
// `cmark_manage_extensions_special_characters`, which as an exported symbol replaces the library's (symbol
// interposition): it adds the characters at the first parse and never removes them. See
// docs/decisions/parallel-parsing.md.

namespace tailorbird {

/// Whether the library calls our function; valid after the first parse. Where it does not (for example, when
/// linked with -Bsymbolic), parses must not overlap.
bool special_characters_stay();

}  // namespace tailorbird
