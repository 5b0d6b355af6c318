#pragma once
// Documents in pieces that editions share, so that what was searched once need not be searched again.

#include <string_view>
#include <vector>

namespace tailorbird {

/// `document` cut before and after its landmarks (`<main`, `</main>`, `<footer`), which no sentence goes
/// across: what differs between organisations is mostly in its head and foot. What is no HTML document is one
/// piece.
std::vector<std::string_view> pieces_of(std::string_view document);

/// A piece cut further, before lines that begin a block (`<p`, `<h2`, `<ul`), into parts of some hundred
/// bytes. A phrase may go across such cuts.
std::vector<std::string_view> blocks_of(std::string_view piece);

}  // namespace tailorbird
