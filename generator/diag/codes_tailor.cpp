#include <array>

#include "diag/codes_areas.hpp"

namespace tailorbird {
namespace {

constexpr auto error = Severity::error;
constexpr auto warning = Severity::warning;
constexpr auto note = Severity::note;

// Making an edition of a page.
constexpr auto making = std::to_array<DiagnosticCode>({
    {"link-target-missing",
     error,
     true,
     "Readers of these editions would follow this link to nothing. A page can also be missing for some "
     "readers only, "
     "because its condition leaves it out.",
     "Correct the path, or put the link under the same condition as the page.",
     Follows::page,
     {},
     JoinedBy::about},
    {"file-missing",
     error,
     true,
     "Readers would see a broken picture or a download that is not there.",
     "Put the file where the path says, or correct the path.",
     Follows::page,
     {},
     JoinedBy::message},
    {"variable-missing",
     error,
     false,
     "The sentence would have a gap where a name or a number should be, and the reader would have nobody to "
     "call.",
     "Fill in the value in the profile.",
     Follows::page,
     {},
     JoinedBy::message},
    {"variable-without-address", error, true,
     "A link needs something to open: a number, a mail address or a page.",
     "Use the variable as words, without a link.", Follows::page},
    {"include-missing",
     error,
     true,
     "The text that should be here would be missing, and nobody would notice.",
     "Correct the path; it starts at the language folder.",
     Follows::page,
     {},
     JoinedBy::about},
    {"include-too-many", error, true,
     "A page that grows like this cannot be read, and it can keep the build busy for ever.",
     "Include less: write the text once, where it is needed."},
    {"heading-order-broken", warning, true,
     "People who listen to the page jump from heading to heading. A skipped level sounds as if a part was "
     "missing.",
     "Put both headings under the same condition.", Follows::page},
    {"id-duplicate",
     error,
     true,
     "A link to this name can lead to one of the two only, and scripts can mix them up.",
     "Give one of them another name.",
     Follows::page,
     {},
     JoinedBy::file},
});

// Looking at editions (check/).
constexpr auto looking = std::to_array<DiagnosticCode>({
    {"link-anchor-missing", error, true, "The link opens the page, but not the place that it promises.",
     "Link to a heading that is there, or to the page.", Follows::page},
    {"page-empty", warning, true, "Readers of these editions open a page on which nothing is for them.",
     "Limit the page itself to the readers it has text for, in its front matter.", Follows::page},
    {"id-shared", warning, true,
     "What a reader ticks or writes on one page would stand on the other page too, beside other words.",
     "Give each of them an id of its own.", Follows::page},
    {"minutes-unlikely", warning, true,
     "Somebody with five minutes does not open a page that asks for an hour.",
     "Correct `minutes`, or take it out of the front matter.", Follows::page},
    {"part-left-out", error, true,
     "In these editions a condition leaves out what this component cannot do without.",
     "Give each reader one: put the condition on the whole component, or add a part for the readers who lack "
     "it.",
     Follows::page},
    {"cue-after-end", error, true, "People who cannot hear read the captions, and would never see this text.",
     "Correct the times, or use the clip that they belong to."},
    {"choice-guessable", error, true,
     "Readers who notice that the better choice is always the last one, or the longest, learn nothing else.",
     "Write choices of similar length, each one that people really make, and put them in another order.",
     Follows::page},
    {"address-tells-health", warning, true,
     "Addresses stay in the history of a browser, in logs and in mails, and tell others what somebody read.",
     "Give the page a `slug` that says nothing, such as `slug: k7`, or rename its file."},
    {"warnings-too-many", warning, true, "Where everything warns, readers pass over all of it.",
     "Keep the two that matter most, and write the others as plain text or as `> [!NOTE]`.", Follows::page},
    {"box-without-heading-after", warning, true,
     "People who listen to the page, or read it enlarged, cannot tell where the box ends.",
     "Put a heading after the box, or move the box below the text.", Follows::page},
    {"box-empty", warning, true, "Readers of these editions see a box with nothing in it.",
     "Put the condition on the whole component, or write something for all of its readers.", Follows::page},
    {"heading-without-text", warning, true, "Readers of these editions see a heading with nothing under it.",
     "Put the heading under the same condition, with `.section` on it, or write something for all of its "
     "readers.",
     Follows::page},
    {"section-empty", warning, true,
     "The first page of this section leads nowhere in these editions: all other pages of the section are "
     "left out.",
     "Limit the section's first page to the readers who have the other pages.", Follows::page},
    {"start-page-missing", error, true, "Without a start page a bundle cannot be opened.",
     "Write `index.md` in the language's folder, for all readers.", Follows::project},
    {"bundle-repeated", warning, true,
     "One of the two is probably a copy whose readers were to be changed: somebody gets no bundle.",
     "Correct `fixed` of one of them, or remove it.", Follows::page},
    {"bundle-undecided", warning, true,
     "Its readers would get text that is meant for others, and would be asked who they are.",
     "Say whom it is for.", Follows::page},
    {"page-unused", note, true, "No organisation asks for this page yet. That is fine when one will.",
     "Nothing to do if it is meant for a later bundle; else look at its front matter.", Follows::project},
    {"value-unused", note, true,
     "Pages and texts for these readers are in no bundle yet. That is fine when one will come.",
     "Nothing to do if it is meant for a later bundle; else take the value out of `content/site.yaml`.",
     Follows::project},
    {"condition-unused", note, true,
     "Each of these values has its readers, but no bundle has readers who fit them all, so nobody sees this "
     "text.",
     "Nothing to do if it is meant for a later bundle; else look at the condition.", Follows::project},
    {"include-circle", error, true, "A partial that includes itself has no end.",
     "Remove one of the includes."},
    {"overlay-unmatched", warning, true,
     "A page of an organisation replaces the common one of the same name. This one replaces none.",
     "Give it the name of the page that it is to replace; nothing to do if it is a page of its own.",
     Follows::page},
    {"partial-unused", warning, true,
     "What it says reaches nobody. An organisation's own text may be meant to replace one of another name.",
     "Give it the name of the partial that it is to replace, include it, or remove it.", Follows::project},
    {"promise-broken", warning, true, "`content/site.yaml` promises these readers something that is missing.",
     "Write it, or change the promise.", Follows::project},
    {"translation-missing", warning, true, "Readers of this language do not get this page at all.",
     "Write the translation under the same path.", Follows::page},
    {"translation-stale",
     warning,
     true,
     "The page that this one translates has changed since. Readers of the two languages may get different "
     "advice.",
     "Compare the two, then write the new hash in `translates`.",
     Follows::edit,
     {},
     JoinedBy::about},
    {"review-due", warning, true,
     "Rules, names and habits change. A page that nobody has looked at for long may mislead.",
     "Read it with whoever owns it, then set `reviewed` to today.", Follows::page},
    {"reviewed-in-future", warning, true,
     "Nobody can have looked at it on that day, so nobody knows whether it is still true.",
     "Set `reviewed` to the day on which the page was last read with whoever owns it.", Follows::page},
    {"translation-lacks-readers",
     error,
     true,
     "Readers of this language would get the pages without what holds for them, or with what holds for "
     "others.",
     "Take the language out of the bundle, or of the profile, until these texts are translated.",
     Follows::file,
     {},
     JoinedBy::file},
    {"translation-differs", error, true,
     "Readers of one language would miss something, or be told what is not meant for them.",
     "Give both the same conditions in the same order.", Follows::file},
    {"translation-unmarked", note, true,
     "When the source page changes, nobody will be told that this translation is behind.",
     "Compare the two, then say so with `tailorbird translate mark`.", Follows::page},
    {"text-hard-to-read", warning, true,
     "Long words and long sentences stop people who are tired, worried or short of time.",
     "Write shorter sentences and everyday words; split off what only some readers need.", Follows::page},
    {"sentence-too-long", warning, true,
     "Somebody who reads this at the end of a heavy day loses the thread before the full stop.",
     "Make two sentences of it, or a list.", Follows::page},
    {"sentences-too-long", warning, true, "One long sentence is a hurdle; a page of them is a wall.",
     "Split the longest ones.", Follows::page},
    {"phrase-banned", warning, true,
     "You agreed not to use these words, because they can hurt or promise too much.",
     "Say it in other words."},
    {"term-unexplained", warning, true, "Readers who do not know the word cannot ask the page what it means.",
     "Mark it where it comes first, as `[words]{.term}`.", Follows::page, "content/glossary.yaml"},
    {"page-element-missing", warning, true,
     "Readers learn where to look. A page without this part leaves them searching.",
     "Add it, or give the page another layout.", Follows::page},
    {"page-element-count", warning, true,
     "Readers expect the same number everywhere; more are not remembered.",
     "Too few: add one. Too many: join them, or leave out what matters least.", Follows::page},
    {"persona-misses", error, true, "Somebody like this reader would not find what they came for.",
     "Look at the conditions around the text, or correct `content/personas.yaml` when the text was "
     "reworded.",
     Follows::project},
    {"persona-meets", error, true, "Somebody like this reader would meet words that are not meant for them.",
     "Put the text under a condition that leaves this reader out.", Follows::project},
    {"persona-undecided", error, true,
     "A persona is one reader. Of somebody who is two at once nobody can tell what the page shows.",
     "Keep one value of each dimension; write a second persona for the other.", Follows::project},
    {"persona-page-missing", error, true, "Somebody like this reader has no such page at all.",
     "Correct the page's path or condition, or the persona.", Follows::project},
    {"persona-profile-unknown", error, true,
     "A reader made up for one organisation is tried there, and nowhere else: of these readers nobody looks "
     "at what they are shown.",
     "Remove these readers from `content/personas.yaml`, or write the name of a profile of yours after "
     "`profile:`."},
    {"review-date-missing", note, true,
     "Without an owner and a date nobody will notice when the page is out of date.",
     "Add `owner`, `reviewed` and `review-in` to the front matter.", Follows::page},
    {"ignore-without-reason", error, false,
     "Somebody who reads it next year would not know whether it is still right to ignore the finding.",
     "Say why: `<!-- ignore sentence-too-long: the words of the law -->`."},
    {"ignore-unused", note, true, "Left here, the comment would hide the next mistake of this kind.",
     "Take it out.", Follows::project},
    {"rule-unused", note, true,
     "A rule that no page uses is kept up for nobody, while a page may have its own number.",
     "Use it on the page, as `{{< var rule.nl.plan-due >}}` or `{week=rule.nl.plan-due}`, or remove it.",
     Follows::project},
    {"source-unused", note, true,
     "A source that no page names may be left over from a text that was removed.",
     "Name it on the page that rests on it, or remove it.", Follows::project},
    {"file-leaked", error, false,
     "A picture or download that no page of these readers uses is in their files. It may be meant for "
     "others.",
     "Check whether the theme or another tool put the file there. If not, the generator is at fault: report "
     "it "
     "with this message."},
    {"text-leaked", error, false,
     "These words are only for other readers or another organisation. If they are handed out, somebody may "
     "learn what was not meant for them.",
     "Look for the words in the files of the theme, in pictures and other files, and take them out there. If "
     "they are in none of these, the generator is at fault: report it with this message.",
     Follows::profile},
});

constexpr auto rows = [] {
  std::array<DiagnosticCode, making.size() + looking.size()> all{};
  std::size_t count = 0;
  for (const DiagnosticCode& row : making) all[count++] = row;
  for (const DiagnosticCode& row : looking) all[count++] = row;
  return all;
}();

}  // namespace

std::span<const DiagnosticCode> tailor_codes() { return rows; }

}  // namespace tailorbird
