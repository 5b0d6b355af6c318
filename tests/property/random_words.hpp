#pragma once
// Words, spans, links and whatever else stands in a line, made up.

#include "property/piece.hpp"
#include "property/random_condition.hpp"

namespace tailorbird::test {

/// What pages are made of.
struct Constructs {
  bool definitions_in_divs = true;  // footnotes and link addresses under the conditions of divs
  bool one_name_for_variants =
      false;  // the same name defined for some readers and, otherwise, for the others
};

/// Where something stands.
struct Place {
  Readers readers;  // who can read this place
  int depth = 0;
  bool in_heading = false;
  bool in_link = false;
  bool in_component = false;
  bool in_partial = false;
};

class RandomWords {
 public:
  RandomWords(Random& random, std::size_t& word_count) : random_(random), word_count_(word_count) {}

  /// A word that stands nowhere else in the project.
  std::string word();
  std::string some_words(std::size_t least, std::size_t most);
  Piece plain(std::size_t least, std::size_t most);
  /// The same, which shrinking leaves in its place.
  Piece fixed(std::size_t least, std::size_t most);

  /// Words for all who can read the place, then more, some of it under conditions.
  std::vector<Piece> line(const Place& place);
  Piece paragraph(const Place& place);

  /// Names that lines may refer to: footnotes and link addresses of the page.
  std::vector<std::string> notes;
  std::vector<std::string> labels;

 private:
  Piece something(const Place& place);
  Piece span(const Place& place);
  Piece emphasis(const Place& place);
  Piece link(const Place& place);
  Piece mention(const Place& place);

  Random& random_;
  std::size_t& word_count_;
};

}  // namespace tailorbird::test
