#include "check/piece_memo.hpp"

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
  const std::string bare = head + "\n<p>no landmark</p>";
  CHECK(pieces_of(bare) == Pieces{bare});
  CHECK(pieces_of("words \n<main> in a script") == Pieces{"words \n<main> in a script"});
  CHECK(pieces_of("") == Pieces{""});
}

TEST_CASE("piece memo: a piece is searched once") {
  PieceMemo memo;
  int searches = 0;
  const auto search = [&](std::string_view piece) {
    ++searches;
    return Phrases{static_cast<std::uint32_t>(piece.size())};
  };
  CHECK(*memo.get("abc", search) == Phrases{3});
  CHECK(*memo.get("abc", search) == Phrases{3});
  CHECK(searches == 1);
  CHECK(*memo.get("abcd", search) == Phrases{4});
  CHECK(searches == 2);
}

TEST_CASE("piece memo: when it is full it begins anew, and still answers right") {
  PieceMemo memo;
  const auto search = [](std::string_view piece) {
    return Phrases{static_cast<std::uint32_t>(piece.size())};
  };
  for (int number = 0; number < 40000; ++number) {
    const std::string piece = std::to_string(number);
    REQUIRE(memo.get(piece, search)->front() == piece.size());
  }
}
