#include <doctest/doctest.h>

#include "read_support.hpp"

namespace {

using namespace tailorbird;
using namespace tailorbird::test;

TEST_CASE("site.yaml: each mistake is named with its place, why it matters and what to do") {
  struct Row {
    std::string_view mistake;
    std::string_view from;  // of the small one; empty: `to` is added at its end
    std::string_view to;
    std::string_view message;
  };
  const Row rows[] = {
      {"a key mistyped", "roles:", "rolls:",
       R"(content/site.yaml:15:1: error[unknown-key]: unknown key `rolls` in content/site.yaml
  why: It would be ignored without any warning.
  fix: did you mean `roles`?
)"},
      {"a language that is none", "[en, nl]", "[en, Dutch]",
       R"(content/site.yaml:1:17: error[bad-language]: `Dutch` is not a language code
  why: Browsers and screen readers choose the pronunciation by this code.
  fix: Use a code such as en, nl or pt-br.
)"},
      {"a language twice", "[en, nl]", "[en, nl, en]",
       R"(content/site.yaml:1:21: error[value-repeated]: `en` is here twice
  why: The second one changes nothing, so another word was probably meant.
  fix: Remove it, or write the word that was meant.
  see content/site.yaml:1:13: first here
)"},
      {"a text in a language that is not declared", "{en: Talk, nl: Praten}",
       "{en: Talk, nl: Praten, fr: Parler}",
       R"(content/site.yaml:2:31: error[unknown-language]: `fr` is not among the languages of content/site.yaml
  why: Text in a language that is not declared is shown to nobody.
  fix: one of: en, nl
)"},
      {"a text that lacks a language", "{en: Talk, nl: Praten}", "{en: Talk}",
       R"(content/site.yaml:2:8: warning[text-language-missing]: `title` has no text in `nl`
  why: Readers of that language would find nothing here.
  fix: Add the text in `nl`, or give one text for all.
)"},
      {"an empty map of languages", "{en: Talk, nl: Praten}", "{}",
       R"(content/site.yaml:2:8: error[value-empty]: `title` has no value
  why: A key without a value is more often forgotten than meant.
  fix: Write the value after the colon, or remove the key.
)"},
      {"a dimension with a name that front matter has", "  audience:\n", "  title:\n",
       R"(content/site.yaml:4:3: error[dimension-name-taken]: `title` already means something in front matter
  why: A page could not say whether it means the dimension or the key.
  fix: Give the dimension another name.

content/site.yaml:20:11: error[unknown-dimension]: no dimension `audience`
  why: A condition that cannot be read hides its text from everybody, so that nobody reads what is not for them.
  fix: one of: phase
)"},
      {"a dimension with capitals", "  phase:\n", "  Phase:\n",
       R"(content/site.yaml:9:3: error[bad-name]: `Phase` cannot be the name of a dimension
  why: Names become parts of addresses and must be written the same everywhere.
  fix: Use lower-case letters a to z, digits and hyphens, at most 64.
)"},
      {"a dimension without values",
       R"(    values:
      before: {label: {en: Before, nl: Ervoor}}
      after: {label: {en: After, nl: Erna}}
)",
       "",
       R"(content/site.yaml:9:3: error[missing-key]: the dimension `phase` has no `values`
  why: Readers, or the build, need what it says.
  fix: Add `values:` (the closed list of values, by id).
)"},
      {"a dimension with empty values",
       R"(    values:
      before: {label: {en: Before, nl: Ervoor}}
      after: {label: {en: After, nl: Erna}}
)",
       "    values: {}\n",
       R"(content/site.yaml:12:13: error[value-empty]: `values` has no value
  why: A key without a value is more often forgotten than meant.
  fix: Write the value after the colon, or remove the key.
)"},
      {"a value without a label", "hr: {label: HR}", "hr: {when: x}",
       R"(content/site.yaml:8:7: error[missing-key]: the value `hr` has no `label`
  why: Readers, or the build, need what it says.
  fix: Add `label:` (what readers see: Manager).
)"},
      {"a value that is a list of words", "hr: {label: HR}", "hr: HR",
       R"(content/site.yaml:8:11: error[wrong-type]: the value `hr` must be a map of `key: value` lines, not `HR`
  why: A value of another kind cannot be used here.
  fix: Write a value of the kind that is expected.
)"},
      {"a value called no", "hr: {label: HR}", "no: {label: HR}",
       R"(content/site.yaml:8:7: error[unquoted-word]: `no` without quotes, where a text is meant
  why: Many programs read this word as true, false or nothing instead of a text.
  fix: Write "no".
)"},
      {"a condition on nothing that is declared", "",
       "conditions: {early: {fase: before}, late: {phase: afterr}}\n",
       R"(content/site.yaml:21:22: error[unknown-dimension]: no dimension `fase`
  why: A condition that cannot be read hides its text from everybody, so that nobody reads what is not for them.
  fix: did you mean `phase`?

content/site.yaml:21:51: error[unknown-value]: `phase` has no value `afterr`
  why: A condition that cannot be read hides its text from everybody, so that nobody reads what is not for them.
  fix: did you mean `after`?
)"},
      {"a condition with a taken name", "", "conditions: {only: {phase: before}}\n",
       R"(content/site.yaml:21:14: error[condition-name-taken]: `.only` already means something
  why: Nobody could say whether a block means the condition or the built-in word.
  fix: Give the condition another name.
)"},
      {"a path that is no dimension", "", "navigation: {path: phases}\n",
       R"(content/site.yaml:21:20: error[unknown-dimension]: no dimension `phases`
  why: A condition that cannot be read hides its text from everybody, so that nobody reads what is not for them.
  fix: did you mean `phase`?
)"},
      {"a path of two dimensions", "", "navigation: {path: phase audience}\n",
       R"(content/site.yaml:21:20: error[wrong-type]: `path` must be one dimension, not `phase audience`
  why: A value of another kind cannot be used here.
  fix: Write one dimension.
)"},
      {"a contact required of nobody", "contacts: [oh]", "contacts: [doctor]",
       R"(content/site.yaml:19:14: error[unknown-role]: no role `doctor`
  why: Readers would not learn who this is.
  fix: one of: hr, oh
)"},
      {"a fact required of nothing", "facts: [audience]", "facts: [audiences]",
       R"(content/site.yaml:20:11: error[unknown-dimension]: no dimension `audiences`
  why: A condition that cannot be read hides its text from everybody, so that nobody reads what is not for them.
  fix: did you mean `audience`?
)"},
      {"a promise without a dimension", "", "promises: [{id: p, pages: 1}]\n",
       R"(content/site.yaml:21:12: error[missing-key]: this promise has no `each`
  why: Readers, or the build, need what it says.
  fix: Add `each:` (dimensions: the promise is for each combination of their values).
)"},
      {"a promise on nothing that is declared", "",
       "promises: [{id: p, each: phase audiens, where: {phase: nope}}]\n",
       R"(content/site.yaml:21:32: error[unknown-dimension]: no dimension `audiens`
  why: A condition that cannot be read hides its text from everybody, so that nobody reads what is not for them.
  fix: did you mean `audience`?

content/site.yaml:21:56: error[unknown-value]: `phase` has no value `nope`
  why: A condition that cannot be read hides its text from everybody, so that nobody reads what is not for them.
  fix: one of: after, before
)"},
      {"promises that are no list", "", "promises: {id: p}\n",
       R"(content/site.yaml:21:11: error[wrong-type]: `promises` must be a list, each item on a line with `- `, not a map
  why: A value of another kind cannot be used here.
  fix: Write a value of the kind that is expected.
)"},
      {"a check that does not exist", "", "checks: {text-language-mising: note}\n",
       R"(content/site.yaml:21:10: error[unknown-check]: no check `text-language-mising`
  why: The line would change nothing.
  fix: did you mean `text-language-missing`?
)"},
      {"a check that cannot be lowered", "", "checks: {unknown-value: warning, yaml-syntax: off}\n",
       R"(content/site.yaml:21:25: error[check-cannot-be-lowered]: `unknown-value` stays an error
  why: This finding means broken output, or text that reaches people it is not meant for.
  fix: Remove the line and correct what the check finds.

content/site.yaml:21:47: error[check-cannot-be-lowered]: `yaml-syntax` stays an error
  why: This finding means broken output, or text that reaches people it is not meant for.
  fix: Remove the line and correct what the check finds.
)"},
      {"a severity that does not exist", "", "checks: {text-language-missing: loud}\n",
       R"(content/site.yaml:21:33: error[wrong-type]: `text-language-missing` must be error, warning, note or off, not `loud`
  why: A value of another kind cannot be used here.
  fix: Write error, warning, note or off.
)"},
      {"a licence over http", "", "licence: {name: CC0, url: \"http://a.example\"}\n",
       R"(content/site.yaml:21:27: error[bad-url]: `http://a.example` is not an https address
  why: Without https, others on the network can read along.
  fix: Write the whole address: https://… A host of your own network that has no https can be named in `http-hosts` of content/site.yaml.
)"},
      {"hosts that are no names", "",
       "http-hosts: [intranet.mill.example, \"*.example\", \"http://a.example/\", u@a.example, 10.0.0.5]\n",
       R"(content/site.yaml:21:38: error[bad-host]: `*.example` is not the name of a host
  why: Only hosts that are named one by one may be linked without https, so that no other gets in unnoticed.
  fix: Write the name alone, with the port if it has one: intranet.mill.example, intranet:8080. IP addresses, patterns and whole addresses are not accepted.

content/site.yaml:21:51: error[bad-host]: `http://a.example/` is not the name of a host
  why: Only hosts that are named one by one may be linked without https, so that no other gets in unnoticed.
  fix: Write the name alone, with the port if it has one: intranet.mill.example, intranet:8080. IP addresses, patterns and whole addresses are not accepted.

content/site.yaml:21:71: error[bad-host]: `u@a.example` is not the name of a host
  why: Only hosts that are named one by one may be linked without https, so that no other gets in unnoticed.
  fix: Write the name alone, with the port if it has one: intranet.mill.example, intranet:8080. IP addresses, patterns and whole addresses are not accepted.

content/site.yaml:21:84: error[bad-host]: `10.0.0.5` is not the name of a host
  why: Only hosts that are named one by one may be linked without https, so that no other gets in unnoticed.
  fix: Write the name alone, with the port if it has one: intranet.mill.example, intranet:8080. IP addresses, patterns and whole addresses are not accepted.
)"},
      {"a licence without a name", "", "licence: {}\n",
       R"(content/site.yaml:21:10: error[missing-key]: `licence` has no `name`
  why: Readers, or the build, need what it says.
  fix: Add `name:` (CC BY 4.0).
)"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.mistake);
    CHECK(said_about_site(changed(small_site_yaml, row.from, row.to)) == row.message);
  }
}

}  // namespace
