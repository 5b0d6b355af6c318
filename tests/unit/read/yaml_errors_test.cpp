#include <doctest/doctest.h>

#include "read_support.hpp"

namespace {

using namespace tailorbird;
using namespace tailorbird::test;
using namespace std::string_literals;

TEST_CASE("yaml: each mistake is named with its place, why it matters and what to do") {
  struct Row {
    std::string_view mistake;
    std::string text;
    std::string_view message;
  };
  const Row rows[] = {
      {"a key twice",
       R"(a: 1
b: 2
a: 3
)"s,
       R"(f.yaml:3:1: error[yaml-duplicate-key]: `a` is here twice
  why: Only one of the two would count, and programs disagree on which.
  fix: Remove one of the two, or join them.
  see f.yaml:1:1: first here
)"},
      {"a tab before a key", "a:\n\tb: 1\n\tc: 2\n"s,
       R"(f.yaml:2:1: error[yaml-tab]: a tab at the beginning of this line and of 1 more
  why: YAML counts spaces; a tab has no agreed width.
  fix: Replace each tab by two spaces.
)"},
      {"bytes that are not UTF-8", "a: caf\xE9\n"s,
       R"(f.yaml:1:7: error[file-not-utf8]: the byte 0xE9 is not UTF-8
  why: Accents and quotes would come out as wrong characters.
  fix: Save the file as UTF-8 in your editor and look at this place.
)"},
      {"a byte order mark",
       "\xEF\xBB\xBF"
       "a: 1\n"s,
       R"(f.yaml:1:1: error[file-byte-order-mark]: the file begins with a byte order mark
  why: It is invisible, and programs disagree on whether it belongs to the text.
  fix: Save the file as "UTF-8", not as "UTF-8 with BOM".
)"},
      {"a NUL",
       "a: \0"
       "b\n"s,
       R"(f.yaml:1:4: error[file-control-character]: the invisible character U+0000
  why: Nobody sees it, and browsers and learning systems stumble over it. It often comes along when text is pasted.
  fix: Delete the character and type this place again.
)"},
      {"a quote from Windows, gone wrong", "a: it\xC2\x92s\n"s,
       R"(f.yaml:1:6: error[file-control-character]: the invisible character U+0092
  why: Nobody sees it, and browsers and learning systems stumble over it. It often comes along when text is pasted.
  fix: Delete the character and type this place again.
)"},
      {"an invisible line separator",
       "a: x\xE2\x80\xA8"
       "b: y\n"s,
       R"(f.yaml:1:5: error[file-control-character]: the invisible character U+2028
  why: Nobody sees it, and browsers and learning systems stumble over it. It often comes along when text is pasted.
  fix: Delete the character and type this place again.
)"},
      {"a carriage return alone", "a: x\rb: y\n"s,
       R"(f.yaml:1:5: error[file-control-character]: the invisible character U+000D
  why: Nobody sees it, and browsers and learning systems stumble over it. It often comes along when text is pasted.
  fix: Delete the character and type this place again.
)"},
      {"an anchor and an alias", "a: &name x\nb: *name\n"s,
       R"(f.yaml:1:4: error[yaml-anchor]: an anchor, `&name`, that names a value
  why: Anchors and aliases copy parts of a file out of sight; a few lines of them can fill a computer's memory.
  fix: Write the value out where it is needed. A text that begins with & or * needs quotes.

f.yaml:2:4: error[yaml-anchor]: an alias, `*name`, that repeats another value
  why: Anchors and aliases copy parts of a file out of sight; a few lines of them can fill a computer's memory.
  fix: Write the value out where it is needed. A text that begins with & or * needs quotes.
)"},
      {"an alias bomb", "a: &a [x]\nb: &b [*a, *a]\n"s,
       R"(f.yaml:1:4: error[yaml-anchor]: an anchor, `&a`, that names a value
  why: Anchors and aliases copy parts of a file out of sight; a few lines of them can fill a computer's memory.
  fix: Write the value out where it is needed. A text that begins with & or * needs quotes.

f.yaml:2:4: error[yaml-anchor]: an anchor, `&b`, that names a value
  why: Anchors and aliases copy parts of a file out of sight; a few lines of them can fill a computer's memory.
  fix: Write the value out where it is needed. A text that begins with & or * needs quotes.

f.yaml:2:8: error[yaml-anchor]: an alias, `*a`, that repeats another value
  why: Anchors and aliases copy parts of a file out of sight; a few lines of them can fill a computer's memory.
  fix: Write the value out where it is needed. A text that begins with & or * needs quotes.

f.yaml:2:12: error[yaml-anchor]: an alias, `*a`, that repeats another value
  why: Anchors and aliases copy parts of a file out of sight; a few lines of them can fill a computer's memory.
  fix: Write the value out where it is needed. A text that begins with & or * needs quotes.
)"},
      {"a tag", "a: !!python/object x\n"s,
       R"(f.yaml:1:4: error[yaml-tag]: a tag, `!…`, before a value
  why: A tag changes how a value is read, which nobody here expects.
  fix: Remove the tag. A text that begins with ! needs quotes.
)"},
      {"a tag without meaning", "a: !e!x y\n"s,
       R"(f.yaml:1:4: error[yaml-tag]: a tag, `!…`, before a value
  why: A tag changes how a value is read, which nobody here expects.
  fix: Remove the tag. A text that begins with ! needs quotes.
)"},
      {"a merge key", "a: 1\n<<: {b: 2}\n"s,
       R"(f.yaml:2:1: error[yaml-merge-key]: a merge key, `<<`
  why: Merge keys copy parts of a file out of sight.
  fix: Write the keys out. A profile can begin with `extends:`.
)"},
      {"several documents",
       R"(a: 1
---
b: 2
)"s,
       R"(f.yaml:2:1: error[yaml-several-documents]: a second document begins here
  why: Only the first part would be read.
  fix: Remove the line of hyphens, or move the rest to a file of its own.
)"},
      {"a directive",
       R"(%YAML 1.1
---
a: 1
)"s,
       R"(f.yaml:1:1: error[yaml-directive]: a line that begins with `%`
  why: Directives change how the rest of the file is read.
  fix: Remove the line.
)"},
      {"more than 32 levels", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n"s,
       R"(f.yaml:1:33: error[yaml-too-deep]: more than 32 maps and lists inside each other
  why: Nothing here needs so many levels; a bracket is probably not closed.
  fix: Check the brackets and the indentation above.
)"},
      {"a key that is a list", "[a, b]: 1\n"s,
       R"(f.yaml:1:1: error[yaml-complex-key]: a key that is itself a list or a map
  why: A key is one word. Brackets here are probably meant as text.
  fix: Put the key in quotes, or write it as one word.
)"},
      {"a value without a key", ": 1\n"s,
       R"(f.yaml:1:1: error[yaml-syntax]: a value without a key
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: Write the key before the colon.
)"},
      {"a colon in a text", "title: First: the talk\n"s,
       R"(f.yaml:1:13: error[yaml-syntax]: a colon and a space inside a text without quotes
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: Put the text in double quotes.
)"},
      {"a line that is not indented like its neighbours",
       R"(a:
   b: 1
  c: 2
)"s,
       R"(f.yaml:3:3: error[yaml-syntax]: this line does not fit the lines above it
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: Begin it exactly below its neighbours, and check that the quotes and brackets above are closed.
)"},
      {"a list item that is not indented like its neighbours",
       R"(a:
   - x
  - y
)"s,
       R"(f.yaml:3:3: error[yaml-syntax]: this line does not fit the lines above it
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: Begin it exactly below its neighbours, and check that the quotes and brackets above are closed.
)"},
      {"a key without a colon",
       R"(a: 1
b
c: 3
)"s,
       R"(f.yaml:2:1: error[yaml-syntax]: this line is neither `key: value` nor part of the text above
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: Add a colon and a space after the key, or put the whole text in quotes.
)"},
      {"a quote that is never closed", "a: \"x\nb: y\n"s,
       R"(f.yaml:1:4: error[yaml-syntax]: this quoted text is never closed
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: End the text with the quote it began with; inside it, write that quote twice in '…' and as \" in "…".
)"},
      {"a backslash in double quotes", "a: \"C:\\path\"\n"s,
       R"(f.yaml:1:7: error[yaml-syntax]: a backslash that means nothing in double quotes
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: Write \\ for a backslash, or use single quotes.
)"},
      {"a text that begins with @", "a: @home\n"s,
       R"(f.yaml:1:4: error[yaml-syntax]: a text without quotes cannot begin with this character
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: Put the text in double quotes.
)"},
      {"a text that begins with `", "a: `code`\n"s,
       R"(f.yaml:1:4: error[yaml-syntax]: a text without quotes cannot begin with this character
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: Put the text in double quotes.
)"},
      {"a text that begins with *", "a: * star\n"s,
       R"(f.yaml:1:4: error[yaml-syntax]: a text without quotes cannot begin with `*` or `&`
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: Put the text in double quotes.
)"},
      {"a text that begins with %", "a: %x\n"s,
       R"(f.yaml:1:4: error[yaml-syntax]: a text without quotes cannot begin with this character
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: Put the text in double quotes.
)"},
      {"a list that is not closed", "a: [x, y\nb: 1\n"s,
       R"(f.yaml:1:4: error[yaml-syntax]: this list is not closed, or a comma is missing in it
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: Put commas between the items and `]` at the end, and close each quote.
)"},
      {"a map that is not closed", "a: {x: 1\nb: 1\n"s,
       R"(f.yaml:1:4: error[yaml-syntax]: this map is not closed, or a comma is missing in it
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: Put commas between the entries and `}` at the end. Close each quote, and quote texts that hold a comma.
)"},
      {"a text in a map that begins like a comment", "a: {x: #0a5466, y: 1}\nb: 1\n"s,
       R"(f.yaml:1:8: error[yaml-syntax]: a `#` begins a comment, so the bracket before it is not closed
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: Put the text that begins with `#` in double quotes.
)"},
      {"a text in a list that begins like a comment", "a: [x, #1]\nb: 1\n"s,
       R"(f.yaml:1:8: error[yaml-syntax]: a `#` begins a comment, so the bracket before it is not closed
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: Put the text that begins with `#` in double quotes.
)"},
      {"a comma too many", "a: [x,,y]\n"s,
       R"(f.yaml:1:7: error[yaml-syntax]: something is missing between the brackets or commas here
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: Remove the extra comma or bracket, or quote the text.
)"},
      {"a list behind its key", "a: - x\n"s,
       R"(f.yaml:1:4: error[yaml-syntax]: a list item cannot begin here
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: Begin the list on a line of its own, below its key.
)"},
      {"words after a quote", "a: \"x\" y\n"s,
       R"(f.yaml:1:8: error[yaml-syntax]: words after the closing quote
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: End the text with the quote it began with; inside it, write that quote twice in '…' and as \" in "…".
)"},
      {"text beside a block sign", "a: | x\n  y\n"s,
       R"(f.yaml:1:4: error[yaml-syntax]: a text after `|` or `>` begins on the next line
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: Move the text to the next line, indented.
)"},
      {"a text, then a key", "just words\na: 1\n"s,
       R"(f.yaml:2:2: error[yaml-syntax]: a colon and a space inside a text without quotes
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: Put the text in double quotes.
)"},
      {"a quote that is never closed, before a key", "a: \"x\nb: \"y\"\n"s,
       R"(f.yaml:1:4: error[yaml-syntax]: this quoted text is not closed on its line, and swallows `b`
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: End the text with the quote it began with; inside it, write that quote twice in '…' and as \" in "…".
)"},
      {"a quote that is never closed, and a number sign", "- a: \"x\n  b: \"#12\"\n"s,
       R"(f.yaml:1:6: error[yaml-syntax]: this quoted text is not closed on its line, and swallows `b`
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: End the text with the quote it began with; inside it, write that quote twice in '…' and as \" in "…".
)"},
      {"a single quote that is never closed", "a: 'it''s\nb: 1\n"s,
       R"(f.yaml:1:4: error[yaml-syntax]: this quoted text is never closed
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: End the text with the quote it began with; inside it, write that quote twice in '…' and as \" in "…".
)"},
      {"a number sign right after a quote", "a: \"x\"#y\n"s,
       R"(f.yaml:1:7: error[yaml-syntax]: words after the closing quote
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: End the text with the quote it began with; inside it, write that quote twice in '…' and as \" in "…".
)"},
      {"a number sign in a text", "title: Form #7 now\n"s,
       R"(f.yaml:1:13: error[yaml-text-cut]: the text ends before `#7`
  why: In YAML a # after a space begins a comment, and readers would not see what follows.
  fix: Put the whole text in double quotes. In a comment, put a space after the #.
)"},
      {"an escape that makes an invisible character", "a: \"x\\x01\"\n"s,
       R"(f.yaml:1:6: error[file-control-character]: `\x01` makes the invisible character U+0001
  why: Nobody sees it, and browsers and learning systems stumble over it. It often comes along when text is pasted.
  fix: Delete it, and type this place again.
)"},
      {"an escape that makes a NUL", "a: \"\\0\"\n"s,
       R"(f.yaml:1:5: error[file-control-character]: `\0` makes the invisible character U+0000
  why: Nobody sees it, and browsers and learning systems stumble over it. It often comes along when text is pasted.
  fix: Delete it, and type this place again.
)"},
      {"an escape by number that makes a line separator", "a: \"\\u2028\"\n"s,
       R"(f.yaml:1:5: error[file-control-character]: `\u2028` makes the invisible character U+2028
  why: Nobody sees it, and browsers and learning systems stumble over it. It often comes along when text is pasted.
  fix: Delete it, and type this place again.
)"},
      {"an escape without digits", "a: \"\\xZZ\"\n"s,
       R"(f.yaml:1:5: error[yaml-syntax]: a \x, \u or \U without its hexadecimal digits
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: Write \\ for a backslash, or use single quotes.
)"},
      {"a surrogate", "a: \"\\uD800\"\n"s,
       R"(f.yaml:1:5: error[yaml-syntax]: a \u or \U that is no character
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: Write the character itself.
)"},
      {"an alias of nothing", "a: *x\n"s,
       R"(f.yaml:1:4: error[yaml-anchor]: an alias, `*…`, that repeats another value
  why: Anchors and aliases copy parts of a file out of sight; a few lines of them can fill a computer's memory.
  fix: Write the value out where it is needed. A text that begins with & or * needs quotes.
)"},
      {"a bare tag", "a: !\n"s,
       R"(f.yaml:1:4: error[yaml-tag]: a tag, `!…`, before a value
  why: A tag changes how a value is read, which nobody here expects.
  fix: Remove the tag. A text that begins with ! needs quotes.
)"},
      {"words after a bracket", "a: [x]y\n"s,
       R"(f.yaml:1:7: error[yaml-syntax]: words after the closing bracket
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: Put the whole text in double quotes, or end the line with the bracket.
)"},
      {"a closing bracket alone", "a: ]\n"s,
       R"(f.yaml:1:4: error[yaml-syntax]: a text without quotes cannot begin with this character
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: Put the text in double quotes.
)"},
      {"brackets that cross", "a: {x: [}\n"s,
       R"(f.yaml:1:8: error[yaml-syntax]: this list is not closed, or a comma is missing in it
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: Put commas between the items and `]` at the end, and close each quote.
)"},
      {"a list, then a key", "- a\nb: 1\n"s,
       R"(f.yaml:2:1: error[yaml-syntax]: this line does not fit the lines above it
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: Write each line as `key: value`, or as an item of a list.
)"},
      {"the last line without a colon", "a: 1\nb\n"s,
       R"(f.yaml:2:1: error[yaml-syntax]: this line is neither `key: value` nor part of the text above
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: Add a colon and a space after the key, or put the whole text in quotes.
)"},
      {"a value no further to the right than its key", "a:\n'x'\nb: 1\n"s,
       R"(f.yaml:2:1: error[yaml-syntax]: this line is neither `key: value` nor part of the text above
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: Add a colon and a space after the key, or put the whole text in quotes.
)"},
      {"a percent sign below everything", "a: 1\n%b\n"s,
       R"(f.yaml:2:1: error[yaml-syntax]: this line does not fit the lines above it
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: Write each line as `key: value`, or as an item of a list.
)"},
      {"a zero beside a block sign", "a: |0\n  x\n"s,
       R"(f.yaml:1:4: error[yaml-syntax]: `0` cannot follow `|` or `>`
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: Remove it.
)"},
      {"a word right after a quote in brackets", "a: [\"x\"y]\n"s,
       R"(f.yaml:1:4: error[yaml-syntax]: this list is not closed, or a comma is missing in it
  why: Without knowing where a text begins and ends, the rest of the file cannot be read.
  fix: Put commas between the items and `]` at the end, and close each quote.
)"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.mistake);
    CHECK(said_about_yaml(row.text) == row.message);
  }
}

}  // namespace
