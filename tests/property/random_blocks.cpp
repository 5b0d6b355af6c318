#include "property/random_blocks.hpp"

#include "property/random_components.hpp"

namespace tailorbird::test {

using Kind = Piece::Kind;

std::vector<Piece> RandomBlocks::blocks(const Place& place, std::size_t count) {
  const std::vector<std::string> notes = words_.notes;
  const std::vector<std::string> labels = words_.labels;
  std::vector<Piece> definitions;
  if (constructs_.definitions_in_divs && place.depth > 0 && random_.chance(30)) define(definitions);

  std::vector<Piece> made = {words_.paragraph(place)};
  made[0].inside.push_back(words_.plain(1, 2));
  made[0].inside.back().must_stay = true;
  made[0].must_stay = true;
  for (std::size_t left = count; left > 1; --left) {
    made.push_back(block(place));
    Piece& last = made.back();
    if (last.kind == Kind::list || last.kind == Kind::table) {
      // Two lists that nothing parts would be one.
      made.insert(made.end() - 1, words_.paragraph(place));
      (made.end() - 2)->inside.push_back(words_.plain(1, 1));
    }
    last.is_close = last.kind == Kind::div && last.extra.empty() && last.inside.size() < 3 &&
                    random_.chance(20) && made[made.size() - 2].kind == Kind::paragraph;
  }
  for (Piece& definition : definitions) made.push_back(std::move(definition));
  words_.notes = notes;
  words_.labels = labels;
  return made;
}

/// A footnote and a link's address that only this place knows. Other places may define the same names.
void RandomBlocks::define(std::vector<Piece>& blocks) {
  const std::string name = "d" + std::to_string(definition_count_++ % 3) + words_.word();
  words_.notes = {name};
  words_.labels = {name};
  blocks.push_back(
      {.kind = Kind::lines, .text = "[^" + name + "]: " + words_.some_words(2, 4) + ".", .inside = {}});
  blocks.push_back(
      {.kind = Kind::lines, .text = "[" + name + "]: b.md \"" + words_.word() + "\"", .inside = {}});
}

Piece RandomBlocks::block(const Place& place) {
  const std::size_t kind = random_.below(20);
  const bool is_deep = place.depth >= 3;
  if (kind < 4) return words_.paragraph(place);
  if (kind < 6 && place.depth < 2 && !place.in_component) return heading(place);
  if (kind < 7 && constructs_.one_name_for_variants && place.depth == 0 && !place.in_component)
    return variants(place);
  if (kind < 10 && !is_deep) return div(place);
  if (kind < 11 && !is_deep) return quote(place);
  if (kind < 13) return tight_list(place);
  if (kind < 14 && !is_deep) return loose_list(place);
  if (kind < 15) return table(place);
  if (kind < 16) return code();
  if (kind < 17 && !place.in_component && place.readers.all()) {
    static const std::vector<std::string> paths = {"_shared/one.md", "_shared/two.md"};
    return {.kind = Kind::lines, .text = "{{< include " + random_.pick(paths) + " >}}", .inside = {}};
  }
  if (!is_deep && !place.in_component) return random_component(random_, words_, place);
  return words_.paragraph(place);
}

Piece RandomBlocks::heading(const Place& place) {
  Piece heading{
      .kind = Kind::heading, .text = random_.chance(60) ? "##" : "###", .inside = {words_.plain(1, 3)}};
  heading.inside[0].must_stay = true;
  Place inside = place;
  inside.in_heading = true;
  if (random_.chance(30)) heading.extra = "#x-" + words_.word();
  if (random_.chance(40)) {
    const RandomCondition condition = random_condition(random_, place.readers);
    heading.condition = condition.mark;
    heading.is_section = false;
    inside.readers &= condition.readers;
  }
  if (random_.chance(40)) {
    const std::vector<Piece> more = words_.line(inside);
    heading.inside.insert(heading.inside.end(), more.begin(), more.end());
  }
  return heading;
}

Piece RandomBlocks::div(const Place& place) {
  const RandomCondition condition = random_condition(random_, place.readers);
  const bool is_section = place.depth == 0 && !place.in_component && random_.chance(30);
  Place inside = place;
  inside.readers &= condition.readers;
  inside.depth += is_section ? 2 : 1;  // no headings in a section: one that is cut would not end it any more
  Piece div{.kind = Kind::div, .text = "", .inside = blocks(inside, random_.between(1, 3))};
  if (!is_section) {
    div.condition = condition.mark;
    return div;
  }
  Piece heading{
      .kind = Kind::heading, .text = "##", .inside = {words_.fixed(1, 3)}, .condition = condition.mark};
  heading.is_section = true;
  div.inside.insert(div.inside.begin(), std::move(heading));
  div.inside.push_back(
      {.kind = Kind::heading, .text = "##", .inside = {words_.fixed(1, 3)}, .must_stay = true});
  return div;
}

Piece RandomBlocks::variants(const Place& place) {
  const RandomCondition condition = random_only(random_, place.readers);
  const std::string name = words_.word();
  Piece both{.kind = Kind::div, .text = "", .inside = {}};
  for (const std::string& mark : {condition.mark, ".except" + condition.mark.substr(5)}) {
    Piece div{.kind = Kind::div, .text = "", .inside = {}, .condition = mark};
    Piece text{.kind = Kind::paragraph, .text = "", .inside = {words_.fixed(1, 2)}, .must_stay = true};
    text.inside.push_back(
        {.kind = Kind::words, .text = "[^" + name + "]", .inside = {}, .is_close = true, .must_stay = true});
    div.inside.push_back(std::move(text));
    div.inside.push_back(
        {.kind = Kind::lines, .text = "[^" + name + "]: " + words_.some_words(2, 4) + ".", .inside = {}});
    both.inside.push_back(std::move(div));
  }
  return both;
}

Piece RandomBlocks::quote(const Place& place) {
  static const std::vector<std::string> kinds = {"", "[!TIP]", "[!NOTE]", "[!WARNING]"};
  Place inside = place;
  ++inside.depth;
  Piece quote{.kind = Kind::quote, .text = random_.pick(kinds), .inside = {words_.paragraph(inside)}};
  quote.inside[0].inside.push_back(words_.plain(1, 1));
  quote.inside[0].inside.back().must_stay = true;
  quote.inside[0].must_stay = true;
  inside.in_component = true;
  if (random_.chance(50)) quote.inside.push_back(div(inside));
  if (random_.chance(30)) quote.inside.push_back(words_.paragraph(inside));
  return quote;
}

Piece RandomBlocks::item(const Place& place, bool may_be_empty) {
  Piece item{.kind = Kind::item, .text = "", .inside = {{.kind = Kind::paragraph, .text = "", .inside = {}}}};
  Place inside = place;
  inside.in_component = true;
  if (random_.chance(45)) {
    const RandomCondition condition = random_condition(random_, place.readers);
    item.condition = condition.mark;
    inside.readers &= condition.readers;
  }
  item.inside[0].inside = words_.line(inside);
  item.inside[0].must_stay = true;
  if (may_be_empty && random_.chance(10)) {
    for (Piece& piece : item.inside[0].inside) {
      if (piece.kind == Kind::words) {
        piece.kind = Kind::span;
        piece.inside = {words_.fixed(1, 2)};
        piece.condition = random_condition(random_, inside.readers).mark;
      }
    }
  } else if (random_.chance(15)) {
    item.text = random_.chance(50) ? "[ ] " : "[x] ";
    item.inside[0].inside.insert(item.inside[0].inside.begin(), words_.plain(1, 1));
    item.inside[0].inside[0].must_stay = true;
  }
  return item;
}

Piece RandomBlocks::tight_list(const Place& place) {
  static const std::vector<std::string> markers = {"-", "*", "1."};
  Piece list{.kind = Kind::list, .text = random_.pick(markers), .inside = {}, .is_close = true};
  for (std::size_t left = random_.between(1, 4); left > 0; --left)
    list.inside.push_back(item(place, place.depth == 0));
  if (place.depth >= 2 || !random_.chance(40)) return list;
  Place inside = place;
  ++inside.depth;
  Piece outer = item(place, false);
  outer.condition.clear();
  if (random_.chance(50)) {
    outer.inside.push_back(tight_list(inside));
  } else {
    const RandomCondition condition = random_condition(random_, place.readers);
    inside.readers &= condition.readers;
    inside.depth = 2;
    outer.inside.push_back(
        {.kind = Kind::div, .text = "", .inside = {tight_list(inside)}, .condition = condition.mark});
  }
  outer.inside[0].inside.insert(outer.inside[0].inside.begin(), words_.plain(1, 1));
  outer.inside[0].inside[0].must_stay = true;
  list.inside.push_back(std::move(outer));
  return list;
}

/// Its first item has two paragraphs for all, so that it stays loose.
Piece RandomBlocks::loose_list(const Place& place) {
  Piece list{.kind = Kind::list, .text = random_.chance(60) ? "-" : "1.", .inside = {}};
  Piece first{.kind = Kind::item, .text = "", .inside = {}, .must_stay = true};
  for (int times = 0; times < 2; ++times) {
    first.inside.push_back(
        {.kind = Kind::paragraph, .text = "", .inside = {words_.plain(1, 3)}, .must_stay = true});
    first.inside.back().inside[0].must_stay = true;
  }
  list.inside.push_back(std::move(first));
  Place inside = place;
  ++inside.depth;
  inside.in_component = true;
  for (std::size_t left = random_.between(1, 3); left > 0; --left) {
    Piece next = item(place, false);
    Place within = inside;
    if (!next.condition.empty()) {
      list.inside.push_back(std::move(next));
      continue;
    }
    next.inside[0].inside.insert(next.inside[0].inside.begin(), words_.plain(1, 1));
    next.inside[0].inside[0].must_stay = true;
    if (random_.chance(60)) next.inside.push_back(div(within));
    if (random_.chance(40)) next.inside.push_back(words_.paragraph(within));
    list.inside.push_back(std::move(next));
  }
  return list;
}

Piece RandomBlocks::table(const Place& place) {
  const std::size_t columns = random_.between(1, 3);
  Piece table{.kind = Kind::table, .text = "", .inside = {}};
  for (std::size_t left = random_.between(2, 4); left > 0; --left) {
    Piece row{.kind = Kind::row, .text = "", .inside = {}};
    Place inside = place;
    if (table.inside.empty()) {
      row.must_stay = true;
    } else if (random_.chance(45)) {
      const RandomCondition condition = random_condition(random_, place.readers);
      row.condition = condition.mark;
      inside.readers &= condition.readers;
    }
    for (std::size_t at = 0; at < columns; ++at) {
      row.inside.push_back(
          {.kind = Kind::paragraph, .text = "", .inside = words_.line(inside), .must_stay = true});
    }
    table.inside.push_back(std::move(row));
  }
  return table;
}

Piece RandomBlocks::code() {
  return {.kind = Kind::lines,
          .text = "```\n" + words_.word() + " [x]{.only audience=\"hr\"}\n::: {.only audience=\"hr\"}\n## " +
                  words_.word() + " {.only audience=\"hr\"}\n:::\n```",
          .inside = {}};
}

}  // namespace tailorbird::test
