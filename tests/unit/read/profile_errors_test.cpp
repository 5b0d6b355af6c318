#include <doctest/doctest.h>

#include "read_support.hpp"

namespace {

using namespace tailorbird;
using namespace tailorbird::test;

TEST_CASE("profiles: each mistake is named with its place, why it matters and what to do") {
  struct Row {
    std::string_view mistake;
    std::string_view from;  // of the small one; empty: `to` is added at its end
    std::string_view to;
    std::string_view message;
  };
  const Row rows[] = {
      {"a key mistyped", "", "contact: {}\n",
       R"(profiles/a.yaml:8:1: error[unknown-key]: unknown key `contact` in the profile
  why: It would be ignored without any warning.
  fix: `contacts` is there already: take `contact` out
)"},
      {"a profile to extend that is not there", "", "extends: _bas\n",
       R"(profiles/a.yaml:8:10: error[profile-extends-missing]: no profile `_bas` to extend
  why: What it should bring, such as the country's rules, would be missing, so nothing is built from this profile.
  fix: did you mean `_base`?
)"},
      {"a profile that extends itself", "", "extends: a\n",
       R"(profiles/a.yaml:8:10: error[profile-extends-circle]: the profiles extend each other in a circle: a → a
  why: In a circle there is no first profile to start from, so nothing is built from this one.
  fix: Remove one of the `extends:` lines.
)"},
      {"a language of no page", "[en]", "[en, fr]",
       R"(profiles/a.yaml:1:17: error[unknown-language]: no language `fr`
  why: Text in a language that is not declared is shown to nobody.
  fix: one of: en, nl
)"},
      {"no name", "{name: A}", "{short: A}",
       R"(profiles/a.yaml:2:15: error[missing-key]: `organisation` has no `name`
  why: Readers, or the build, need what it says.
  fix: Add `name:` (what the organisation is called).
)"},
      {"a colour without quotes", "{name: A}", R"(
  name: A
  colours:
    primary: #0b5d5b
)",
       R"(profiles/a.yaml:5:13: error[value-empty]: `primary` has no value
  why: A key without a value is more often forgotten than meant.
  fix: Write the colour in quotes: without them `#` begins a comment.
)"},
      {"a colour by name", "{name: A}", "{name: A, colours: {accent: red}}",
       R"(profiles/a.yaml:2:43: error[bad-colour]: `red` is not a colour
  why: Only colours in this form can be checked for contrast.
  fix: Write # and six hexadecimal digits in quotes: "#0b5d5b".
)"},
      {"a logo that is not there", "{name: A}", "{name: A, logo: b.svg}",
       R"(profiles/a.yaml:2:31: error[logo-missing]: no file `profiles/b.svg`
  why: The organisation's pages would show a broken picture.
  fix: did you mean `a.svg`?
)"},
      {"a logo outside the folder", "{name: A}", "{name: A, logo: ../../secret.svg}",
       R"(profiles/a.yaml:2:31: error[bad-file-name]: `../../secret.svg` is not a file or folder beside this one
  why: Files of an organisation stay in its own folder.
  fix: Name a file or folder inside profiles/, without `..` and without a leading slash.
)"},
      {"a fact mistyped", "{audience: hr}", "{audience: hrr}",
       R"(profiles/a.yaml:3:19: error[unknown-value]: `audience` has no value `hrr`
  why: A condition that cannot be read hides its text from everybody, so that nobody reads what is not for them.
  fix: did you mean `hr`?
)"},
      {"a fact with two values", "{audience: hr}", "{audience: hr manager}",
       R"(profiles/a.yaml:3:22: error[fixed-several-values]: `facts` gives `audience` more than one value
  why: Only one value can be decided when a bundle is built.
  fix: Keep one value, or use `narrow:` in a bundle to leave several to the reader.
)"},
      {"a required fact that is missing", "facts: {audience: hr}\n", "",
       R"(profiles/a.yaml: error[profile-incomplete]: the profile `a` has no fact `audience`
  why: Pages refer to it: this organisation's readers would find a gap there.
  fix: Add to profiles/a.yaml below `facts:` the line `audience: …`.
)"},
      {"a required contact that is missing", "contacts:\n  oh: {name: Dr B}\n",
       "contacts:\n  hr: {name: Sam}\n",
       R"(profiles/a.yaml:4:1: error[profile-incomplete]: the profile `a` has no contact `oh`
  why: Pages refer to it: this organisation's readers would find a gap there.
  fix: Add to profiles/a.yaml below `contacts:` the line `oh: {name: …, phone: …}`.
)"},
      {"a role mistyped", "  oh:", "  hh: {name: C}\n  oh:",
       R"(profiles/a.yaml:5:3: error[unknown-role]: no role `hh`
  why: Readers would not learn who this is.
  fix: did you mean `hr`?
)"},
      {"a contact without a name", "{name: Dr B}", "{phone: \"+31 1 00\"}",
       R"(profiles/a.yaml:5:3: error[missing-key]: the contact `oh` has no `name`
  why: Readers, or the build, need what it says.
  fix: Add `name:` (the person or desk).
)"},
      {"a phone number in words", "{name: Dr B}", "{name: Dr B, phone: ask me}",
       R"(profiles/a.yaml:5:27: error[bad-phone]: `ask me` is not a phone number
  why: A tap on it would call nobody.
  fix: Use digits, spaces and a leading +; put words in `hours` or `note`.
)"},
      {"a phone number of one digit", "{name: Dr B}", "{name: Dr B, phone: \"1\"}",
       R"(profiles/a.yaml:5:27: error[bad-phone]: `1` is not a phone number
  why: A tap on it would call nobody.
  fix: Use digits, spaces and a leading +; put words in `hours` or `note`.
)"},
      {"a mail address without a domain's ending", "{name: Dr B}", "{name: Dr B, email: b@meander}",
       R"(profiles/a.yaml:5:27: error[bad-email]: `b@meander` is not a mail address
  why: A click on it would write to nobody.
  fix: Write one address: name@organisation.example.
)"},
      {"a bundle with a name of Windows", "{id: all}", "{id: con}",
       R"(profiles/a.yaml:7:10: error[file-name-reserved]: `con` is a name that Windows keeps for itself
  why: A page with this name would not open on some servers, or could not be unpacked on Windows.
  fix: Give the bundle another id.
)"},
      {"a mail address without @", "{name: Dr B}", "{name: Dr B, email: b.example}",
       R"(profiles/a.yaml:5:27: error[bad-email]: `b.example` is not a mail address
  why: A click on it would write to nobody.
  fix: Write one address: name@organisation.example.
)"},
      {"an address over http", "{name: Dr B}", "{name: Dr B, url: \"http://b.example\"}",
       R"(profiles/a.yaml:5:25: error[bad-url]: `http://b.example` is not an https address
  why: Without https, others on the network can read along.
  fix: Write the whole address: https://… A host of your own network that has no https can be named in `http-hosts` of content/site.yaml.
)"},
      {"an address that is a script", "", "quick-exit: \"javascript:alert(1)\"\n",
       R"(profiles/a.yaml:8:13: error[bad-url]: `javascript:alert(1)` is not an https address
  why: Without https, others on the network can read along.
  fix: Write the whole address: https://… A host of your own network that has no https can be named in `http-hosts` of content/site.yaml.
)"},
      {"a link without an address", "", "links: {absence: {label: Absence}}\n",
       R"(profiles/a.yaml:8:9: error[missing-key]: the link `absence` has no `url`
  why: Readers, or the build, need what it says.
  fix: Add `url:` (where it leads: https://…).
)"},
      {"an overlay that is not there", "", "overlay: b\n",
       R"(profiles/a.yaml:8:10: error[overlay-missing]: no files in `profiles/b/`
  why: The organisation's own pages would be left out without any warning.
  fix: Correct the name, or make the folder in profiles/.
)"},
      {"an overlay outside the project", "", "overlay: ../../etc\n",
       R"(profiles/a.yaml:8:10: error[bad-file-name]: `../../etc` is not a file or folder beside this one
  why: Files of an organisation stay in its own folder.
  fix: Name a file or folder inside profiles/, without `..` and without a leading slash.
)"},
      {"a bundle without an id", "{id: all}", "{fixed: {phase: before}}",
       R"(profiles/a.yaml:7:5: error[missing-key]: this bundle has no `id`
  why: Readers, or the build, need what it says.
  fix: Add `id:` (part of the output's address: managers).
)"},
      {"a bundle called kit", "{id: all}", "{id: kit}",
       R"(profiles/a.yaml:7:10: error[bad-name]: `kit` cannot be the name of a bundle
  why: Names become parts of addresses and must be written the same everywhere.
  fix: Choose another id: the roll-out kit has this one.
)"},
      {"two bundles with one id", "  - {id: all}\n", "  - {id: all}\n  - {id: all}\n",
       R"(profiles/a.yaml:8:10: error[id-repeated]: a second bundle is called `all`
  why: Links and changes could mean either of the two.
  fix: Give one of the two another id.
  see profiles/a.yaml:7:10: first here
)"},
      {"a bundle that contradicts the facts", "{id: all}", "{id: all, fixed: {audience: manager}}",
       R"(profiles/a.yaml:7:33: error[fact-contradicted]: `fixed` asks for `audience` `manager`, which is already ruled out
  why: Nobody could be both, so the bundle would be for no one.
  fix: Remove one of the two.
  see profiles/a.yaml:3:19: settled here
)"},
      {"a bundle that fixes two values", "{id: all}", "{id: all, fixed: {phase: before after}}",
       R"(profiles/a.yaml:7:37: error[fixed-several-values]: `fixed` gives `phase` more than one value
  why: Only one value can be decided when a bundle is built.
  fix: Keep one value, or use `narrow:` in a bundle to leave several to the reader.
)"},
      {"a bundle narrowed to nobody", "{id: all}",
       "{id: all, fixed: {phase: before}, narrow: {phase: after}}",
       R"(profiles/a.yaml:7:55: error[fact-contradicted]: `narrow` asks for `phase` `after`, which is already ruled out
  why: Nobody could be both, so the bundle would be for no one.
  fix: Remove one of the two.
  see profiles/a.yaml:7:30: settled here
)"},
      {"a format that does not exist", "{id: all}", "{id: all, formats: [sit]}",
       R"(profiles/a.yaml:7:25: error[unknown-format]: no format `sit`
  why: The bundle would not be written as the organisation expects.
  fix: did you mean `site`?
)"},
      {"a language of a bundle that is not declared", "{id: all}", "{id: all, languages: [de]}",
       R"(profiles/a.yaml:7:27: error[unknown-language]: no language `de`
  why: Text in a language that is not declared is shown to nobody.
  fix: one of: en, nl
)"},
      {"bundles that are no list", "  - {id: all}\n", "  all: {}\n",
       R"(profiles/a.yaml:7:3: error[wrong-type]: `bundles` must be a list, each item on a line with `- `, not a map
  why: A value of another kind cannot be used here.
  fix: Write a value of the kind that is expected.
)"},
      {"a row of responsibilities that is not there", "",
       "responsibilities: [{id: first-tolk, roles: {oh: R}}]\n",
       R"(profiles/a.yaml:8:25: error[unknown-responsibility]: no row `first-tolk`
  why: The change would be ignored without any warning.
  fix: did you mean `first-talk`?
)"},
      {"a letter that is not declared", "", "responsibilities: [{id: first-talk, roles: {oh: X}}]\n",
       R"(profiles/a.yaml:8:49: error[unknown-letter]: no letter `X`
  why: Readers would not learn what this person does.
  fix: one of: A, R
)"},
      {"a variable with a capital", "", "variables: {Room: x}\n",
       R"(profiles/a.yaml:8:13: error[bad-name]: `Room` cannot be the name of a variable
  why: Names become parts of addresses and must be written the same everywhere.
  fix: Use lower-case letters a to z, digits and hyphens, at most 64.
)"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.mistake);
    CHECK(said_about_profile(changed(small_profile_yaml, row.from, row.to)) == row.message);
  }
}

}  // namespace
