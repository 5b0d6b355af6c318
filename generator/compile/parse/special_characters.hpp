#pragma once
// Which characters begin something in running text, to cmark-gfm: a table that all its parsers share. At the
// beginning of each parse the library adds the characters of the parser's extensions, and at its end takes
// them out again, so that of two parses at once the first to end takes `~` from the other, which loses its
// `~~strike~~` without a word.
//
// All our parsers have the same extensions. The program therefore has its own
// `cmark_manage_extensions_special_characters`, which the library calls instead of the one in it, as an
// exported name: it adds at the first parse and never takes out. docs/decisions/parallel-parsing.md

namespace tailorbird {

/// Whether the library calls our function, known once a text has been parsed. Where it does not (linked
/// with -Bsymbolic, say), parses must not overlap.
bool special_characters_stay();

}  // namespace tailorbird
