#include "translate/segments.hpp"

#include <doctest/doctest.h>

#include "tailor/condition_text.hpp"
#include "translate_support.hpp"

using namespace tailorbird;
using namespace tailorbird::test;

namespace {

/// "kind place: text" a line.
std::string listed(const std::vector<TextSegment>& segments) {
  std::string text;
  for (const TextSegment& segment : segments) {
    text += segment.id.substr(0, segment.id.find('-')) + " " + segment.place + ": " + segment.text + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("segments: front matter") {
  CHECK(listed(segments_in(
            "---\ntitle: \"The talk\"\nsummary: What to say.\norder: 3\nsearch: [say, ask]\n---\n")) ==
        "title : The talk\nsummary : What to say.\nsearch : say, ask\n");
}

TEST_CASE("segments: each block has its own, without the signs that make it one") {
  const std::string body = R"(# One #

Two
======

Words
over lines.

- item {.only audience="hr"}
- [ ] task

  more
  1. number

> quote

> [!NOTE]
> in a callout

| a | b \| c |
|---|---|
| d | e {.only audience="hr"} |

```
code
```

<!-- comment -->

[^1]: a note
)";
  const auto segments = body_segments(body);
  CHECK(listed(segments) == R"(heading h1: One
heading h1: Two
text : Words
over lines.
item list/item: item
item list/item: task
text list/item: more
item list/item/numbers/item: number
text quote: quote
text quote: in a callout
cell table/1: a
cell table/2: b \| c
cell table/1: d
cell table/2: e
text note: a note
)");
  for (const TextSegment& segment : segments) {
    CHECK(body.substr(segment.begin, segment.end - segment.begin) == segment.text);
    CHECK(text_of(segment.pieces) == segment.text);
  }
}

TEST_CASE("segments: titles of components, and what is no text of theirs") {
  CHECK(listed(body_segments(
            "::: {.checklist #list title=\"To do\"}\n- [ ] a\n:::\n\n::: {.contacts roles=\"oh\"}\n:::\n")) ==
        "value checklist/title: To do\nitem checklist/list/item: a\n");
}

TEST_CASE("segments: an id stays when something else changes, and is not that of other words") {
  const auto before = body_segments("One.\n\nTwo.\n\nTwo.\n\n- Two.\n");
  const auto after = body_segments("New.\n\nOne.\n\nTwo.\n\nTwo.\n\n- Two.\n");
  for (std::size_t index = 0; index < before.size(); ++index) CHECK(before[index].id == after[index + 1].id);
  CHECK(before[2].id == before[1].id + "-2");
  CHECK(before[3].id != before[1].id);
  CHECK(after[0].id != before[0].id);
}

TEST_CASE("segments: all conditions around a text") {
  const auto segments = body_segments(R"(Everybody.

::: {.only audience="hr"}
HR.

- after {.only phase="after"}
- both
:::

## Part {.except phase="after" .section}

In it.

## Next

Everybody.
)");
  std::vector<std::string> conditions;
  for (const TextSegment& segment : segments) {
    std::string text;
    for (const Condition& one : segment.conditions) text += "(" + condition_text(site(), one) + ")";
    conditions.push_back(text);
  }
  CHECK(conditions == std::vector<std::string>{"", "(`audience: hr`)", "(`audience: hr`)(`phase: after`)",
                                               "(`audience: hr`)", "(all but `phase: after`)",
                                               "(all but `phase: after`)", "", ""});
}
