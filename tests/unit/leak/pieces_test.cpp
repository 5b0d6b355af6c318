#include "leak/pieces.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace tailorbird;

namespace {

const std::string head = "<!doctype html>" + std::string(300, 'h');
const std::string text = "\n<main id=\"a\">" + std::string(300, 't');
const std::string aside = "\n</main>" + std::string(300, 'a');
const std::string foot = "\n<footer>f</footer>";

}  // namespace

TEST_CASE("pieces: a document is cut at its landmarks, and nothing of it is lost") {
  using Pieces = std::vector<std::string_view>;
  const std::string whole = head + text + aside + foot;
  CHECK(pieces_of(whole) == Pieces{head, text, aside, foot});
  const std::string late =
      "<!doctype html>\n<title>t</title>\n<p>" + std::string(300, 'p') + "\n<nav>n</nav>";
  CHECK(pieces_of(late) ==
        Pieces{late.substr(0, late.size() - 13), "\n<nav>n</nav>"});  // not after a few words
  const std::string bare = head + "\n<p>no landmark</p>";
  CHECK(pieces_of(bare) == Pieces{bare});
  CHECK(pieces_of("words \n<main> in a script") == Pieces{"words \n<main> in a script"});
  CHECK(pieces_of("") == Pieces{""});
}

TEST_CASE("pieces: a piece is cut into blocks, none of them a few words, and nothing of it is lost") {
  using Pieces = std::vector<std::string_view>;
  const std::string first = "\n<main>" + std::string(300, 'a');
  const std::string second = "\n<p class=\"b\">" + std::string(300, 'b');
  const std::string third = "\n<ul>\n<li>c</li>\n</ul>";
  const std::string whole = first + second + third;
  CHECK(blocks_of(whole) == Pieces{first, second, third});
  const std::string within = first + "\n<em>not a block</em>\n<pre>nor this</pre>";
  CHECK(blocks_of(within) == Pieces{within});
  CHECK(blocks_of(third) == Pieces{third});  // too short
  CHECK(blocks_of("") == Pieces{""});
}

TEST_CASE("pieces: a block is cut before each paragraph and item, however short") {
  using Pieces = std::vector<std::string_view>;
  CHECK(leaves_of("\n<p>Ask Jo</p>\n<p>or <em>me</em>\n<br />now</p>\n<ul>\n<li>a</li>\n</ul>") ==
        Pieces{"\n<p>Ask Jo</p>", "\n<p>or <em>me</em>\n<br />now</p>", "\n<ul>", "\n<li>a</li>\n</ul>"});
  CHECK(leaves_of("words") == Pieces{"words"});
  CHECK(leaves_of("") == Pieces{""});
}

TEST_CASE("pieces: those of an earlier document are told by their bytes, wherever they stand") {
  using Pieces = std::vector<std::string_view>;
  const std::string head = "<!DOCTYPE html>\n" + std::string(300, 'h');
  const std::string first = "\n<main>" + std::string(300, 'a');
  const std::string second = "\n<nav>" + std::string(300, 'b');
  const std::string other = "\n<nav>" + std::string(300, 'c');
  CHECK(new_pieces_of(head + first + second, "") == Pieces{head, first, second});
  CHECK(new_pieces_of(head + first + other, head + first + second) == Pieces{other});
  CHECK(new_pieces_of(head + second + first, head + first + second).empty());
  CHECK(new_pieces_of(head + first + " " + second, head + first + second) == Pieces{first + " "});
  CHECK(new_pieces_of("no document", "another") == Pieces{"no document"});
  CHECK(new_pieces_of("no document", "no document").empty());
}
