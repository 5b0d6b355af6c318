#pragma once
// Cuts documents into pieces that editions share, so that each distinct piece is searched only once.

#include <string_view>
#include <vector>

namespace tailorbird {

/// `document` cut before and after its landmarks (`<main`, `</main>`, `<footer`), which no sentence crosses:
/// what differs between organisations is mostly in the header and footer. Anything but an HTML document is
/// one piece.
std::vector<std::string_view> pieces_of(std::string_view document);

/// A piece cut further, before lines that begin a block (`<p`, `<h2`, `<ul`), into parts of some hundred
/// bytes. Phrases may cross these cuts.
std::vector<std::string_view> blocks_of(std::string_view piece);

/// A block cut at each such line: what is a paragraph or an item by itself stands by itself.
std::vector<std::string_view> leaves_of(std::string_view block);

}  // namespace tailorbird
