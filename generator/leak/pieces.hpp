#pragma once
// Cuts documents into pieces that editions share, so that each distinct piece is searched only once.

#include <string_view>
#include <vector>

namespace tailorbird {

/// `document` cut at its landmarks (`<main`, `</main>`, `<footer`), which no sentence crosses. Differences
/// between organisations are mostly in the header and footer, so the main piece is often the same. Anything
/// but an HTML document is one piece.
std::vector<std::string_view> pieces_of(std::string_view document);

/// The pieces of `document` that `before` does not have. Whether a phrase is in a piece depends on nothing
/// but the piece, so what is in none of the pieces of `before` can only be in these.
std::vector<std::string_view> new_pieces_of(std::string_view document, std::string_view before);

/// `piece` cut before lines that begin an HTML block (`<p`, `<h2`, `<ul`), into parts of at least a few
/// hundred bytes; one without such lines after bars, as the lists in the script of the search have them.
/// Phrases may cross these cuts.
std::vector<std::string_view> blocks_of(std::string_view piece);

/// Whether `part`, of blocks_of, was cut after a bar: its text goes on in the next part as it is. Otherwise
/// white space is between the two.
inline bool goes_on(std::string_view part) { return part.ends_with('|'); }

/// `block` cut before every such line, so that each paragraph and list item is a part.
std::vector<std::string_view> leaves_of(std::string_view block);

}  // namespace tailorbird
