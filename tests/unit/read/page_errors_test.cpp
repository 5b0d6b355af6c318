#include <doctest/doctest.h>

#include "read_support.hpp"

namespace {

using namespace tailorbird;
using namespace tailorbird::test;

TEST_CASE("front matter: each mistake is named with its place, why it matters and what to do") {
  struct Row {
    std::string_view mistake;
    std::string_view text;
    std::string_view message;
  };
  const Row rows[] = {
      {"no front matter", "# Talk\n",
       R"(content/en/talk.md:1:1: error[front-matter-missing]: the page has no front matter
  why: Without a title and an audience nobody knows what the page is and who may read it.
  fix: Begin the file, on its very first line, with `---`, then `title: …`, then `---`.
)"},
      {"an empty line before the front matter",
       R"(
---
title: Talk
---
)",
       R"(content/en/talk.md:1:1: error[front-matter-missing]: the front matter does not begin on the first line
  why: Without a title and an audience nobody knows what the page is and who may read it.
  fix: Begin the file, on its very first line, with `---`, then `title: …`, then `---`.
)"},
      {"front matter that is not closed",
       R"(---
title: Talk

Text.
)",
       R"(content/en/talk.md:1:1: error[front-matter-unclosed]: the front matter is not closed
  why: The whole page would be read as settings.
  fix: Put a line of three hyphens, `---`, after the last setting.
)"},
      {"no title",
       R"(---
summary: x
---
)",
       R"(content/en/talk.md:1:1: error[missing-key]: the front matter has no `title`
  why: Readers, or the build, need what it says.
  fix: Add `title:` (shown in lists, the browser tab and search).
)"},
      {"an owner that is no role",
       R"(---
title: Talk
owner: hrr
---
)",
       R"(content/en/talk.md:3:8: error[unknown-role]: no role `hrr`
  why: Readers would not learn who this is.
  fix: did you mean `hr`?
)"},
      {"empty front matter",
       R"(---
---
Text
)",
       R"(content/en/talk.md:1:1: error[missing-key]: the front matter has no `title`
  why: Readers, or the build, need what it says.
  fix: Add `title:` (shown in lists, the browser tab and search).
)"},
      {"a key mistyped",
       R"(---
title: Talk
sumary: x
---
)",
       R"(content/en/talk.md:3:1: error[unknown-key]: unknown key `sumary` in the front matter
  why: It would be ignored without any warning.
  fix: did you mean `summary`?
)"},
      {"a dimension mistyped",
       R"(---
title: Talk
audiense: hr
---
)",
       R"(content/en/talk.md:3:1: error[unknown-key]: unknown key `audiense` in the front matter
  why: It would be ignored without any warning.
  fix: did you mean `audience`?
)"},
      {"a value mistyped",
       R"(---
title: Talk
audience: [manager, hrr]
---
)",
       R"(content/en/talk.md:3:21: error[unknown-value]: `audience` has no value `hrr`
  why: A condition that cannot be read hides its text from everybody, so that nobody reads what is not for them.
  fix: did you mean `hr`?
)"},
      {"a value mistyped in the middle of a text",
       R"(---
title: Talk
audience: "manager hrr"
---
)",
       R"(content/en/talk.md:3:20: error[unknown-value]: `audience` has no value `hrr`
  why: A condition that cannot be read hides its text from everybody, so that nobody reads what is not for them.
  fix: did you mean `hr`?
)"},
      {"a dimension without a value",
       R"(---
title: Talk
audience:
---
)",
       R"(content/en/talk.md:3:10: error[value-empty]: `audience` has no value
  why: A key without a value is more often forgotten than meant.
  fix: Write the value after the colon, or remove the key.
)"},
      {"an empty list of values",
       R"(---
title: Talk
audience: []
---
)",
       R"(content/en/talk.md:3:1: error[condition-without-value]: `audience` names no value
  why: A condition without a value says nothing about who may read the text.
  fix: one of: hr, manager
)"},
      {"a value twice",
       R"(---
title: Talk
audience: hr manager hr
---
)",
       R"(content/en/talk.md:3:22: error[value-repeated]: `hr` is here twice
  why: The second one changes nothing, so another word was probably meant.
  fix: Remove it, or write the word that was meant.
  see content/en/talk.md:3:11: first here
)"},
      {"a bare no",
       R"(---
title: no
---
)",
       R"(content/en/talk.md:2:8: error[unquoted-word]: `no` without quotes, where a text is meant
  why: Many programs read this word as true, false or nothing instead of a text.
  fix: Write "no".
)"},
      {"a bare Yes among words",
       R"(---
title: Talk
phase: [before, Yes]
---
)",
       R"(content/en/talk.md:3:17: error[unquoted-word]: `Yes` without quotes, where a text is meant
  why: Many programs read this word as true, false or nothing instead of a text.
  fix: Write "Yes".
)"},
      {"a title without words",
       R"(---
title:
---
)",
       R"(content/en/talk.md:2:7: error[value-empty]: `title` has no value
  why: A key without a value is more often forgotten than meant.
  fix: Write the value after the colon, or remove the key.
)"},
      {"a title of empty quotes",
       R"(---
title: ""
---
)",
       R"(content/en/talk.md:2:8: error[value-empty]: `title` has no value
  why: A key without a value is more often forgotten than meant.
  fix: Write the value after the colon, or remove the key.
)"},
      {"a title that is a list",
       R"(---
title: [a, b]
---
)",
       R"(content/en/talk.md:2:8: error[wrong-type]: `title` must be a text, not a list
  why: A value of another kind cannot be used here.
  fix: Write one text. When it begins with [ or {, it needs quotes.
)"},
      {"an order that is no number",
       R"(---
title: Talk
order: first
---
)",
       R"(content/en/talk.md:3:8: error[wrong-type]: `order` must be a whole number, not `first`
  why: A value of another kind cannot be used here.
  fix: Write a whole number.
)"},
      {"minutes below nothing",
       R"(---
title: Talk
minutes: -1
---
)",
       R"(content/en/talk.md:3:10: error[wrong-type]: `minutes` must be a whole number from 1 to 1000, not `-1`
  why: A value of another kind cannot be used here.
  fix: Write such a number, or take the line out.
)"},
      {"minutes with a unit",
       R"(---
title: Talk
minutes: 4 min
---
)",
       R"(content/en/talk.md:3:10: error[wrong-type]: `minutes` must be a whole number from 1 to 1000, not `4 min`
  why: A value of another kind cannot be used here.
  fix: Write a whole number from 1 to 1000.
)"},
      {"a day that is not in the calendar",
       R"(---
title: Talk
reviewed: 2026-02-30
---
)",
       R"(content/en/talk.md:3:11: error[bad-date]: `2026-02-30` is not a day of the calendar
  why: A date that cannot be read would be counted wrongly.
  fix: Write year, month and day of a day that exists: 2026-11-02.
)"},
      {"a date with slashes",
       R"(---
title: Talk
reviewed: 2/11/2026
---
)",
       R"(content/en/talk.md:3:11: error[bad-date]: `2/11/2026` is not written as a date, such as 2026-11-02
  why: A date that cannot be read would be counted wrongly.
  fix: Write year, month and day of a day that exists: 2026-11-02.
)"},
      {"a duration without a unit",
       R"(---
title: Talk
review-in: 12
---
)",
       R"(content/en/talk.md:3:12: error[bad-duration]: `12` is not a length of time
  why: It decides when a page is due for review.
  fix: Write a number and days, weeks, months or years: 12 months.
)"},
      {"a duration of more than ten years",
       R"(---
title: Talk
review-in: 100 years
---
)",
       R"(content/en/talk.md:3:12: error[bad-duration]: `100 years` is too long: review-in may be at most ten years
  why: It decides when a page is due for review.
  fix: Write a shorter time, such as 12 months.
)"},
      {"core in words",
       R"(---
title: Talk
core: yes
---
)",
       R"(content/en/talk.md:3:7: error[wrong-type]: `core` must be true or false, without quotes, not `yes`
  why: A value of another kind cannot be used here.
  fix: Write true or false, without quotes.
)"},
      {"a source that is not there",
       R"(---
title: Talk
sources: [S1, S22]
---
)",
       R"(content/en/talk.md:3:15: error[unknown-source]: no source `S22`
  why: Readers could not check where the facts come from.
  fix: one of: S1, S2
)"},
      {"an id with capitals",
       R"(---
title: Talk
id: First Talk
---
)",
       R"(content/en/talk.md:3:5: error[bad-name]: `First Talk` cannot be a name
  why: Names become parts of addresses and must be written the same everywhere.
  fix: Use lower-case letters a to z, digits and hyphens, at most 64.
)"},
      {"a hash that is none",
       R"(---
title: Talk
translates: yesterday
---
)",
       R"(content/en/talk.md:3:13: error[bad-hash]: `yesterday` is not the hash of a source page
  why: It tells whether a translation is older than its source.
  fix: Compare the page with its source, then let `tailorbird translate mark` write this line.
)"},
      {"a list instead of keys",
       R"(---
- title
---
)",
       R"(content/en/talk.md:2:1: error[wrong-type]: the front matter must be a map of `key: value` lines, not a list
  why: A value of another kind cannot be used here.
  fix: Write a value of the kind that is expected.
)"},
      {"a title twice",
       R"(---
title: Talk
title: Tell
---
)",
       R"(content/en/talk.md:3:1: error[yaml-duplicate-key]: `title` is here twice
  why: Only one of the two would count, and programs disagree on which.
  fix: Remove one of the two, or join them.
  see content/en/talk.md:2:1: first here
)"},
      {"a tab", "---\ntitle: Talk\n\taudience: hr\n---\n",
       R"(content/en/talk.md:3:1: error[yaml-tab]: a tab at the beginning of this line
  why: YAML counts spaces; a tab has no agreed width.
  fix: Replace each tab by two spaces.
)"},
      {"several mistakes at once",
       R"(---
titel: Talk
order: x
phase: befor
---
)",
       R"(content/en/talk.md:2:1: error[unknown-key]: unknown key `titel` in the front matter
  why: It would be ignored without any warning.
  fix: did you mean `title`?

content/en/talk.md:3:8: error[wrong-type]: `order` must be a whole number, not `x`
  why: A value of another kind cannot be used here.
  fix: Write a whole number.

content/en/talk.md:4:8: error[unknown-value]: `phase` has no value `befor`
  why: A condition that cannot be read hides its text from everybody, so that nobody reads what is not for them.
  fix: did you mean `before`?
)"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.mistake);
    CHECK(said_about_page(row.text) == row.message);
  }
}

}  // namespace
