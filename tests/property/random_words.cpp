#include "property/random_words.hpp"

namespace tailorbird::test {

using Kind = Piece::Kind;

std::string RandomWords::word() {
  static const std::vector<std::string> syllables = {"ba", "de", "fi", "go", "lu", "ma", "ne", "pi",
                                                     "ro", "su", "ta", "ve", "wi", "zo", "ku", "na"};
  std::string word;
  for (std::size_t left = ++word_count_ + 256; left > 0; left /= 16) word += syllables[left % 16];
  return word;
}

std::string RandomWords::some_words(std::size_t least, std::size_t most) {
  std::string words = word();
  for (std::size_t left = random_.between(least, most); left > 1; --left) words += " " + word();
  return words;
}

Piece RandomWords::plain(std::size_t least, std::size_t most) {
  return {.kind = Kind::words, .text = some_words(least, most), .inside = {}};
}

Piece RandomWords::fixed(std::size_t least, std::size_t most) {
  Piece words = plain(least, most);
  words.must_stay = true;
  return words;
}

std::vector<Piece> RandomWords::line(const Place& place) {
  std::vector<Piece> pieces;
  const std::size_t anchor = random_.below(3);  // conditional words may come first, in the middle or last
  for (std::size_t at = 0; at < 3; ++at) {
    if (at == anchor) {
      pieces.push_back(plain(1, 3));
      pieces.back().must_stay = true;
    } else if (random_.chance(50)) {
      pieces.push_back(something(place));
      const Piece& last = pieces.back();
      // Stars that begin right behind a word would not begin emphasis.
      const bool may_touch = last.kind == Kind::span && last.inside[0].kind == Kind::words;
      pieces.back().is_close = may_touch && random_.chance(25);
    }
  }
  return pieces;
}

Piece RandomWords::paragraph(const Place& place) {
  Piece paragraph{.kind = Kind::paragraph, .text = "", .inside = line(place)};
  if (place.in_component || !random_.chance(40)) return paragraph;
  for (Piece& piece : line(place)) paragraph.inside.push_back(std::move(piece));
  if (random_.chance(30)) {
    paragraph.inside.push_back({.kind = Kind::words, .text = "\n" + word(), .inside = {}, .is_close = true});
  }
  if (random_.chance(20)) {  // a paragraph of which nothing may be left
    paragraph.inside = {span(place), span(place)};
  }
  return paragraph;
}

Piece RandomWords::something(const Place& place) {
  const std::size_t kind = random_.below(10);
  if (kind < 5) return span(place);
  if (kind < 6) return emphasis(place);
  if (kind < 8 && !place.in_link && !place.in_heading) return link(place);
  if (kind < 9 && !place.in_heading) return mention(place);
  return plain(1, 2);
}

Piece RandomWords::span(const Place& place) {
  const RandomCondition condition = random_condition(random_, place.readers);
  Place inside = place;
  inside.readers &= condition.readers;
  ++inside.depth;
  return {.kind = Kind::span,
          .text = "",
          .inside = inside.depth > 2 ? std::vector<Piece>{fixed(1, 2)} : line(inside),
          .condition = condition.mark};
}

Piece RandomWords::emphasis(const Place& place) {
  static const std::vector<std::string> signs = {"*", "**", "~~"};
  Piece emphasis{.kind = Kind::emphasis, .text = random_.pick(signs), .inside = {plain(1, 1)}};
  emphasis.inside[0].must_stay = true;
  if (place.depth < 2 && random_.chance(40)) emphasis.inside.push_back(span(place));
  emphasis.inside.push_back(plain(1, 1));
  emphasis.inside.back().must_stay = true;
  return emphasis;
}

Piece RandomWords::link(const Place& place) {
  static const std::vector<std::string> pages = {"a.md", "b.md", "a.md#x-a"};
  static const std::vector<std::string> others = {"https://example.org/", "mailto:a@example.org",
                                                  "var:contact.hr.email"};
  Place inside = place;
  inside.in_link = true;
  ++inside.depth;
  Piece link{.kind = Kind::link, .text = random_.pick(others), .inside = {plain(1, 2)}};
  if (random_.chance(60)) link.text = (place.in_partial ? "../" : "") + random_.pick(pages);
  link.inside[0].must_stay = true;
  if (random_.chance(30)) {
    const RandomCondition condition = random_condition(random_, place.readers);
    link.condition = condition.mark;
    inside.readers &= condition.readers;
  }
  if (inside.depth < 3 && random_.chance(40)) link.inside.push_back(span(inside));
  return link;
}

/// Something that is made of a name.
Piece RandomWords::mention(const Place& place) {
  std::vector<std::string> choices = {"`[" + word() + "]{.only audience=\"hr\"}`", "\\[" + word() + "\\]",
                                      word() + " &amp; \xc3\xa9" + word()};
  if (!place.in_link) {
    for (const char* text : {"{{< var contact.hr.name >}}", "{{< var contact.hr.phone >}}",
                             "{{< var room >}}", "[work ability]{.term}"}) {
      choices.emplace_back(text);
    }
    if (!notes.empty()) choices.push_back("[^" + random_.pick(notes) + "]");
    if (!labels.empty()) choices.push_back("[" + word() + "][" + random_.pick(labels) + "]");
  }
  return {.kind = Kind::words, .text = random_.pick(choices), .inside = {}};
}

}  // namespace tailorbird::test
