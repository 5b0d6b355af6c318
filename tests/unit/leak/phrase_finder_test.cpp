#include "leak/phrase_finder.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <random>
#include <string>

using namespace tailorbird;

namespace {

const std::vector<std::string> phrases = {
    "tell your doctor about the delay first",
    "the plan for the first week begins with two mornings",
    "harrow vale",
    "mira",
    "jo li",
    "meander.example",
    std::string(1, '\x01') + "12345678",
    std::string(1, '\x01') + "98765",
    "two mornings and the doctor",
    "doctor|nurse|mira and others",
};

class Finder {
 public:
  Finder() : finder_({phrases.begin(), phrases.end()}) {}

  Phrases whole(std::string_view page) const { return each_once(finder_.find_anywhere(page)); }
  Phrases in_blocks(std::string_view page) const { return each_once(finder_.find_in_blocks(page)); }

 private:
  static Phrases each_once(Phrases found) {
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

  PhraseFinder finder_;
};

const std::string filler(300, '.');

}  // namespace

TEST_CASE("phrase finder: what goes from one block into the next is found") {
  const Finder finder;
  const auto page = [](std::string_view before, std::string_view after) {
    return "\n<p>" + filler + std::string(before) + "</p>\n<p>" + std::string(after) + filler + "</p>";
  };
  CHECK(finder.in_blocks(page(" Tell your doctor", "about the delay first ")) == Phrases{0});
  CHECK(finder.in_blocks(page(" Tell", "your doctor about the delay first ")) == Phrases{0});
  CHECK(finder.in_blocks(page(" Tell your doctor about the delay", "first ")) == Phrases{0});
  CHECK(finder.in_blocks(page(" Jo", "Li ")) == Phrases{4});
  CHECK(finder.in_blocks(page(" 1 2 3 4", "5 6 7 8 ")) == Phrases{6});
  CHECK(finder.in_blocks(page(" 1234", "5678 ")) == Phrases{6});
  CHECK(finder.in_blocks(page(" Mi", "ra ")) == Phrases{});
  CHECK(finder.in_blocks(page(" Mira", "")) == Phrases{3});
}

TEST_CASE("phrase finder: what goes on behind the bar of a list is found") {
  const Finder finder;
  const std::string entries = "01A|1B|" + std::string(1100, 'x') + "|";
  CHECK(finder.in_blocks(entries + "doctor|nurse|mira and others|1") == Phrases{3, 9});
  for (std::size_t more = 0; more < 40; ++more) {
    CAPTURE(more);
    const std::string before = std::string(1000 + more, 'x') + "|";
    const std::string list = before + "doctor|nurse|mira and others|" + before + "Mira|1234|5678|1";
    for (int round = 0; round < 3; ++round) CHECK(finder.in_blocks(list) == finder.whole(list));
    CHECK(finder.whole(list) == Phrases{3, 9});
  }
}

TEST_CASE("phrase finder: in lists it finds what it finds in the whole") {
  const Finder finder;
  std::mt19937 random(21);
  const auto below = [&](std::size_t number) { return random() % number; };
  const std::vector<std::string> bits = {"|",     "|",       "|",  "\n|", "| ",    "|\n<p>", "0I3Ba", "12",
                                         "&shy;", "\\u00e9", "%4", "<b>", "</b>|", "mira",   "x "};
  for (int round = 0; round < 2000; ++round) {
    std::string list = "[";
    while (list.size() < 5000) {
      std::string phrase = phrases[below(phrases.size())];
      std::replace(phrase.begin(), phrase.end(), '\x01', ' ');
      if (below(3) == 0) std::replace(phrase.begin(), phrase.end(), ' ', '|');
      list += below(3) == 0 ? phrase : phrase.substr(0, below(phrase.size()));
      for (std::size_t count = below(30); count > 0; --count)
        list += bits[below(bits.size() - (round % 2) * 9)];
    }
    CAPTURE(list);
    const Phrases whole = finder.whole(list);
    for (int again = 0; again < 3; ++again) CHECK(finder.in_blocks(list) == whole);
  }
}

TEST_CASE("phrase finder: in blocks it finds what it finds in the whole") {
  const Finder finder;
  std::mt19937 random(20);
  const auto below = [&](std::size_t number) { return random() % number; };
  const std::vector<std::string> tags = {"<p>",   "</p>",    "\n<p>",  "\n<li>",          "\n<h2 id=\"x\">",
                                         "<em>",  "</em>",   "\n",     "\n<div title=\"", "\">",
                                         "&shy;", "&nbsp; ", "<br />", "\n<!-- ",         " -->"};
  const std::vector<std::string> fillers = {" words ", ". ",  "-",
                                            " ",       "12 ", "a long line that says little, "};
  for (int round = 0; round < 4000; ++round) {
    std::string page = "\n<main>";
    while (page.size() < 1500) {
      std::string phrase = phrases[below(phrases.size())];
      std::replace(phrase.begin(), phrase.end(), '\x01', ' ');
      for (std::size_t at = 0; at < phrase.size() && below(3) == 0;) {  // broken somewhere
        at += below(phrase.size());
        if (at < phrase.size()) phrase.insert(at, tags[below(tags.size())]);
      }
      page += below(3) == 0 ? phrase : phrase.substr(0, below(phrase.size()));
      for (std::size_t count = below(8); count > 0; --count) page += fillers[below(fillers.size())];
      if (below(2) == 0) page += tags[below(tags.size())];
    }
    CAPTURE(page);
    const Phrases whole = finder.whole(page);
    CHECK(finder.in_blocks(page) == whole);  // line by line
    CHECK(finder.in_blocks(page) == whole);  // blocks are joined
    CHECK(finder.in_blocks(page) == whole);  // and known
  }
}
