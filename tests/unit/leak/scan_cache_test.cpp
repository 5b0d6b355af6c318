#include "leak/scan_cache.hpp"

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

TEST_CASE("piece memo: a piece is searched once") {
  ScanCache memo;
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

TEST_CASE("piece memo: what is asked for again and again stays, however much comes between") {
  ScanCache memo;
  int searches = 0;
  const auto search = [&](std::string_view piece) {
    searches += piece == "often" ? 1 : 0;
    return Phrases{static_cast<std::uint32_t>(piece.size())};
  };
  for (int number = 0; number < 40000; ++number) {
    memo.get(std::to_string(number), search);
    if (number % 1000 == 0) memo.get("often", search);
  }
  CHECK(searches == 1);
}

TEST_CASE("piece memo: when it is full it forgets, and still answers right") {
  ScanCache memo;
  const auto search = [](std::string_view piece) {
    return Phrases{static_cast<std::uint32_t>(piece.size())};
  };
  for (int number = 0; number < 40000; ++number) {
    const std::string piece = std::to_string(number);
    REQUIRE(memo.get(piece, search)->front() == piece.size());
  }
}
