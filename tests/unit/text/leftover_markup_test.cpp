#include "text/leftover_markup.hpp"

#include <doctest/doctest.h>
#include <ostream>
#include <string>

using namespace tailorbird;

namespace {

std::string found(std::string_view text, TextPlace place) {
  const auto leftover = find_leftover(text, place);
  return leftover ? std::string(text.substr(leftover->offset, leftover->length)) : std::string();
}

}  // namespace

TEST_CASE("leftover markup: what a block shows although it was meant as markup") {
  struct Row {
    std::string_view text;
    std::string_view sign;
  };
  for (const Row& row : {Row{"words {.only audience=hr}", "{.only"},
                         Row{"(.only nl)", "(.only"},
                         Row{"{{< var x >}}", "{{<"},
                         Row{"a ::: b", ":::"},
                         Row{"x {.term}", "{."},
                         Row{"![a](b =10x10)", "!["},
                         Row{"[[page]]", "[["},
                         Row{"[a](b c.md)", "]("},
                         Row{"see [a] (b.md#c) now", "] (b.md#c)"},
                         Row{"see (a)[https://x.example]", ")[https://x.example]"},
                         Row{"see [a]b.md) now", "]b.md)"},
                         Row{"[1]: The note itself", "[1]:"},
                         Row{"a word^[A note.]", "^["},
                         Row{"this is ++new++", "++new++"},
                         Row{"Work &amp; rest", "&amp;"},
                         Row{"[a][b]", "]["},
                         Row{"** a **", "**"},
                         Row{"##Heading", "##"},
                         Row{"-[ ] task", "-[ ]"},
                         Row{"-item", "-"},
                         Row{"• item", "•"},
                         Row{"| a | b |", "|"},
                         Row{"<b>bold</b>", "<b>"},
                         Row{"!!! note", "!!!"},
                         Row{"{% if x %}", "{%"},
                         Row{"Dear {name}, welcome", "{name}"},
                         Row{"{first name}", "{first name}"},
                         Row{"– one\n– two", "– "},
                         Row{"o first thing\no second thing", "o"},
                         Row{"1.one\n2.two", "1."},
                         Row{"a) one\nb) two", "a)"},
                         Row{"==marked== words", "==marked=="},
                         Row{"m^2^ of floor", "^2^"},
                         Row{"well :smile: done", ":smile:"},
                         Row{"[TOC]", "[TOC]"},
                         Row{"see <plan.md> now", "plan.md"},
                         Row{"words[^] and more", "[^"},
                         Row{"Dear %NAME%", "%NAME%"},
                         Row{"Dear #NAME#", "#NAME#"},
                         Row{"Dear $NAME, welcome", "$NAME"},
                         Row{"Ask ($first_name)", "$first_name"},
                         Row{"Dear {0}, welcome", "{0}"},
                         Row{"The employee^2 chooses", "^2"},
                         Row{"She chooses the day.^12", "^12"},
                         Row{"Do this:\n2. one\n3. two", "2."},
                         Row{"(1) one\n(2) two", "(1)"},
                         Row{"-- one\n-- two", "-- "},
                         Row{"[] one", "[] "},
                         Row{"[x]one", "[x]"},
                         Row{"Day | Hours\nMonday | 4", "D"},
                         Row{"| A | B |\n|---|\n| 1 | 2 |", "|"},
                         Row{"Let the *employee speak", "*"},
                         Row{"*[HR]: people", "*["},
                         Row{"$$", "$$"},
                         Row{"the sum $x + y$ of it", "$x + y$"},
                         Row{"Ask [name of the doctor] about it", "[name of the doctor]"},
                         Row{"Bel [TBD], of later", "[TBD]"},
                         Row{"TODOs are many, TODO", "TODO"},
                         Row{"Call ??? then", "???"},
                         Row{"Room TBD.", "TBD"},
                         Row{"caf\ufffd", "\ufffd"},
                         Row{"don\u00e2\u20act", "\u00e2\u20ac"},
                         Row{"so\u00adft", "\u00ad"},
                         Row{std::string_view("a\x01", 2), "\x01"}}) {
    CAPTURE(row.text);
    CHECK(found(row.text, TextPlace::block) == row.sign);
  }
}

TEST_CASE("leftover markup: plain words are none") {
  for (const std::string_view text : {"Call her on Monday (or Tuesday).",
                                      "see [1] (and b.pdf too), (a)[b], x[0]y) and ^[a-z]",
                                      "C++ and i++ + ++j",
                                      "R&D; A&B",
                                      "3 * 4 * 5",
                                      "- 5 degrees",
                                      "a < b and c > d",
                                      "{a, b}",
                                      "{}",
                                      "{ x }",
                                      "snake_case_name",
                                      "Work & rest #3",
                                      "\u00c2ge, \u00e9t\u00e9, na\u00efve",
                                      "C:\\path",
                                      "1 | 2",
                                      "100 % of it: yes",
                                      "– said once",
                                      "at 10:30:00",
                                      "a == b",
                                      "3^2 and 4^2",
                                      "x^2, 20 m^2, 3 km^2, 12 Quadratmeter^2, 9 m\u00e8tres^2 et 2^10",
                                      "a word^3rd, word^123 and word^",
                                      "It costs $5, $ 5, 5 $, $5m, $CAD 50 or $millions",
                                      "Das kostet 5 $ pro Tag, $tausend",
                                      "#1, # 2, C# and F#, #hashtag, Nr. #3#4",
                                      "a{0}, {0, 1}, {12}",
                                      "R&D; and so on",
                                      "$5 and $6",
                                      "$CAD 50 a week or US$ 200",
                                      "A$5 or US$6",
                                      "set $HOME/$PATH",
                                      "\u201c[my] manager [she] said\u201d",
                                      "Really?? Yes.",
                                      "[additional] words"}) {
    CAPTURE(std::string(text));
    CHECK(found(text, TextPlace::block) == "");
    CHECK(found(text, TextPlace::value) == "");
  }
}

TEST_CASE("leftover markup: columns made by hand, and slanted words with blanks") {
  for (const std::string_view text :
       {"Day\tHours\nMonday\t4", "Day    Hours\nMonday    4", "_ words here _"}) {
    CAPTURE(text);
    CHECK(!found(text, TextPlace::block).empty());
  }
  for (const std::string_view text :
       {"One word\tanother", "One.  Two.\nThree.  Four.", "_ _ _", "Name: _ Date: _", "a _ b"}) {
    CAPTURE(text);
    CHECK(found(text, TextPlace::block).empty());
  }
}

TEST_CASE("leftover markup: in a title or a label, a sign without its other, and what stands for words") {
  CHECK(found("The *employee speaks", TextPlace::shown) == "*");
  CHECK(found("the employee_ speaks", TextPlace::shown) == "_");
  for (const std::string_view text : {"tbd", "XXXX", "?", "-", "n/a"})
    CHECK(found(text, TextPlace::shown) == text);
  for (const std::string_view text : {"Name*", "Kolleg*innen", "4* hotel", "Max", "x", "A–Z"}) {
    CAPTURE(text);
    CHECK(found(text, TextPlace::shown).empty());
  }
  CHECK(found("_base", TextPlace::value).empty());
  CHECK(found("-", TextPlace::value).empty());
}

TEST_CASE("leftover markup: in a value no entity is read, in a block all have been but those written twice") {
  CHECK(found("caf&eacute;", TextPlace::value) == "&eacute;");
  CHECK(found("caf&eacute;", TextPlace::block) == "");
}

TEST_CASE("leftover markup: in a value, emphasis is shown with its signs") {
  CHECK(found("The *new* form", TextPlace::value) == "*new*");
  CHECK(found("The `new` form", TextPlace::value) == "`new`");
  CHECK(found("The *new* form", TextPlace::block) == "");
}

TEST_CASE("leftover markup: a long text takes one look") {
  const std::string text(1U << 20U, '[');
  CHECK(found(text, TextPlace::block) == "");
}
