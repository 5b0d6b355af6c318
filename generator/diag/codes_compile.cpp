// What can be wrong with the Markdown of a page: marks, divs, links, headings, components.

#include <array>

#include "diag/codes_areas.hpp"

namespace tailorbird {
namespace {

constexpr auto error = Severity::error;
constexpr auto warning = Severity::warning;

// The page as a whole, and marks in braces.
constexpr auto marks = std::to_array<DiagnosticCode>({
    {"page-too-large", error, false, "Nobody reads a page this long, and it slows down every build.",
     "Split it into several pages."},
    {"page-too-complex", error, false,
     "Something this long or this deep is not text for readers, and it could keep the build busy for hours.",
     "Look at this line; break it up, or remove what was pasted by mistake."},
    {"nesting-too-deep", error, false,
     "Nobody finds their way in so many layers, and the text inside is left out.", "Remove some layers."},
    {"raw-html", error, false,
     "HTML in a text can break the page, and it can hide text from the checks that keep it from the wrong "
     "readers.",
     "Write it in Markdown. To show the code itself, put it between backticks."},
    {"mark-unreadable", error, false,
     "A mark says who may read a text. When it cannot be read, the text is shown to nobody.",
     "Write it as `{.class #id key=\"value\"}`."},
    {"mark-unclosed", error, false,
     "Without its closing brace nobody knows where the mark ends, so its text is shown to nobody.",
     "Add `}`, or write `\\{` when you mean the brace itself."},
    {"mark-misplaced", error, false,
     "It is unclear which words the mark applies to, so the text around it is shown to nobody.",
     "Put brackets around the words: `[words]{…}`. At the end of a list item, a table row or a heading, put "
     "a "
     "space before it."},
    {"mark-on-paragraph", error, false,
     "A mark at the end applies to a list item, a table row or a heading. On a paragraph it would only seem "
     "to work.",
     "Put the paragraph between `::: {…}` and `:::`."},
    {"mark-unknown-class", error, false,
     "A misspelt class would show the text to the wrong readers, so it is shown to nobody.",
     "Correct the class, or remove it."},
    {"mark-unknown-attribute", error, false,
     "An unknown attribute has no effect, so the text is shown to nobody.",
     "Correct the name, or remove it."},
    {"language-unreadable", error, true, "Screen readers would read the words in the wrong language.",
     "Write it as `lang=fr`."},
    {"span-unopened", error, false,
     "It is unclear which words the mark applies to, so the text around it is shown to nobody.",
     "Put `[` before the first word that the mark applies to."},
    {"span-crossed", error, false,
     "It is unclear which words the mark applies to, so the text around it is shown to nobody.",
     "Put both brackets inside the emphasis or link, or both outside."},
});

// For whom a text is.
constexpr auto conditions = std::to_array<DiagnosticCode>({
    {"condition-without-only", error, false,
     "Without `.only` or `.except` it is unclear whether these readers are meant or left out.",
     "Write `.only` or `.except` before it."},
    {"condition-empty", error, false,
     "It limits nothing, although a limit was meant. The text is shown to nobody.",
     "Say for whom the text is, or remove the mark."},
    {"condition-both", error, false,
     "It is unclear which of the two applies first, so the text is shown to nobody.",
     "Keep one of them, or put one inside the other."},
    {"condition-not-here", error, false, "The condition would be ignored, and the text shown to everybody.",
     "Put the condition on something around it or inside it."},
    {"condition-redundant", warning, true, "It changes nothing, and makes the text harder to keep.",
     "Remove it, or check whether another value was meant."},
    {"section-without-condition", error, false,
     "`.section` says how far a condition reaches. Without a condition the section is shown to nobody, to be "
     "safe.",
     "Add the condition, or remove `.section`."},
});

// Divs and shortcodes.
constexpr auto divs = std::to_array<DiagnosticCode>({
    {"div-unclosed", error, false, "What comes after it would be shown to the wrong readers.",
     "Add a line `:::` where it ends. In a list or quote it must be in the same item or quote."},
    {"div-not-open", error, false,
     "A `:::` too many often means that one above is missing or comes too early.",
     "Remove it, or look for the block that it was meant to close.", Follows::earlier},
    {"div-empty", error, false,
     "Often its closing `:::` comes too early, and what follows is shown to everybody.",
     "Put the text between its two `:::` lines, or remove both."},
    {"div-unreadable", error, false,
     "A `:::` line says who may read a text. When it cannot be read, the text is shown to nobody.",
     "Write it as `::: name` or `::: {.name …}`."},
    {"div-unknown", error, false, "What it was meant to do would be lost, so its text is shown to nobody.",
     "Correct the name."},
    {"div-fence-misplaced", error, false, "The text that it should limit would be shown to everybody.",
     "Begin the line with `:::`."},
    {"shortcode-unreadable", error, false,
     "Readers would see the braces instead of a name or a phone number.",
     "Write `{{< var name >}}` or `{{< include path >}}`. To show such a mark, put it in backticks."},
    {"include-not-alone", error, false,
     "A partial is made of paragraphs, which cannot stand within a sentence.",
     "Give it a paragraph of its own, with a blank line before and after."},
    {"include-path", error, false, "The partial would not be found.",
     "Write the path from the language folder, such as `_shared/privacy-note.md`."},
});

// Links, pictures, headings, notes, tables.
constexpr auto words = std::to_array<DiagnosticCode>({
    {"markup-unread", error, false,
     "A mark that should decide who may read something would be shown as text, to everybody.",
     "Move it to a place where it works, or write it as inline code if readers should see it.",
     Follows::earlier},
    {"markup-left-over", warning, true,
     "Readers would see the signs. They look like a mistake, and often something is lost with them.",
     "Write it in the form that this place takes; to show the signs themselves, put a backslash before them "
     "or write them as inline code.",
     Follows::earlier},
    {"table-without-header", warning, true,
     "People who listen to the table hear the heading of the column before each cell.",
     "Write the name of each column into the first row; a list may be better."},
    {"code-unclosed", error, true,
     "Text, headings and conditions below it would be shown as code, to all readers.",
     "Put a line with the same signs, such as three backticks, below the code, or remove the line that "
     "begins it."},
    {"link-scheme", error, false, "Such a link can run programs, or does not open on many computers.",
     "Link to a page, or to an address that begins with `https:`, `mailto:` or `tel:`."},
    {"link-not-secure", error, true,
     "Others on the network can see what is read there, and browsers warn of it.",
     "Write `https:`. A host of your own network that has no https can be named in `http-hosts` of "
     "content/site.yaml."},
    {"link-unreadable", error, true, "A tap on it would lead nowhere.", "Correct the address."},
    {"link-empty", error, true, "A tap on it would lead nowhere.",
     "Write the address between the parentheses."},
    {"link-without-words", warning, true,
     "Readers see nothing to tap on, and screen readers have nothing to say.",
     "Put words between the brackets that say where the link leads."},
    {"link-leaves-language", error, true, "The reader would suddenly be in another language, or nowhere.",
     "Link to a page of the same language."},
    {"file-outside-content", error, false, "Only what lies in the folders of content goes into a bundle.",
     "Put it beside the page or into content/media."},
    {"image-outside", error, false,
     "Showing it would tell another site who reads this page, and it is missing without internet.",
     "Save the picture in content/media and link to it there."},
    {"image-alt-missing", warning, true, "Readers who cannot see the picture do not learn what it shows.",
     "Say it between the brackets: `![Two chairs at a window](…)`. If it only decorates, add "
     "`{.decorative}`."},
    {"image-decorative-with-words", warning, true,
     "Screen readers would read out words for a picture that is marked as decorative.",
     "Remove the words or the mark."},
    {"alt-with-mark", error, false, "The words for a picture cannot change with the reader.",
     "Put the whole picture between `[` and `]{…}`, once for each kind of reader."},
    {"heading-first-level", error, true,
     "A page has one title; a second one confuses screen readers and lists.", "Write it with `##`.",
     Follows::earlier},
    {"heading-level-skipped", warning, true,
     "People who listen to a page jump from heading to heading, and would think that one is missing.",
     "Use the next level."},
    {"link-words-repeated", warning, true,
     "Equal words promise the same page. People who go from link to link with a screen reader hear nothing "
     "else.",
     "Say in the words of each link where it leads, or give both the same address."},
    {"link-words-differ", warning, true,
     "Readers who see one address and land on another are misled, and stop trusting links.",
     "Write the address to which the link leads, or words that are not an address."},
    {"item-empty", warning, true,
     "Readers see a bullet or a number with nothing after it, and screen readers count one item too many.",
     "Write its words, or remove the line."},
    {"list-number", warning, true,
     "A list begins with the number of its first item, and counts on from there.",
     "Begin the list with `1.`; a list that goes on from an earlier one numbers its items in order.",
     Follows::nothing},
    {"heading-alone",
     warning,
     true,
     "Readers who do not get the heading read the text below it as part of what comes before.",
     "If the text is for the same readers, add `.section` to the condition: `{.only … .section}`.",
     Follows::nothing,
     {},
     JoinedBy::file},
    {"heading-empty", error, true,
     "People who listen to a page jump from heading to heading, and hear nothing at this one.",
     "Write its words, or remove it."},
    {"heading-id-missing", error, true, "No link can lead to this heading.",
     "Give it an address: `## … {#name}`."},
    {"id-taken",
     error,
     true,
     "A link to it would lead to the other one.",
     "Give one of them another id.",
     Follows::earlier,
     {},
     JoinedBy::file},
    {"definition-twice", error, true, "It is unclear which of the two is meant.",
     "Give one of them another name, or put each under a condition, so that no reader gets both."},
    {"definition-hidden", error, true, "These readers would be led to nothing.",
     "Let the definition be for all who see what uses it."},
    {"label-over-lines", error, true, "It is unclear whether it is under a condition.",
     "Write `[label]: address` on one line, with a blank line after it."},
    {"footnote-missing",
     error,
     true,
     "Readers would find no note.",
     "Write the note: `[^name]: …` in a paragraph of its own.",
     Follows::earlier,
     {},
     JoinedBy::file},
    {"footnote-in-link", error, true,
     "A tap on it could mean the link or the note, and browsers end the link early.",
     "Put the note after the link."},
    {"footnote-unused", warning, true, "Readers never see this note.",
     "Refer to it with `[^name]`, or remove it."},
    {"table-row-too-long", error, false, "The extra cells would be lost, with any condition in them.",
     "Give the header as many columns, or write `\\|` for a bar that is part of the words."},
    {"callout-unknown", error, true, "Readers would see the brackets.",
     "Use one of the callouts that exist."},
    {"callout-words", error, true, "Other programs would show the brackets.",
     "Put the text on the next line."},
});

// Components.
constexpr auto parts = std::to_array<DiagnosticCode>({
    {"attribute-missing", error, true, "The component cannot be shown without it.", "Add it to the mark."},
    {"attribute-value", error, true, "The component cannot work with this value.", "Correct the value."},
    {"component-id-missing", error, true, "What the reader fills in is kept under this name.",
     "Add `#name` to its mark."},
    {"component-in-words", error, true, "This component belongs in a sentence.", "Write `[words]{.name}`."},
    {"component-in-heading", error, true, "A heading is repeated in lists, where this cannot work.",
     "Use it in the text below the heading."},
    {"component-words", error, false,
     "There is no place for these words in the component, so nobody would see them.",
     "Move them before or after the component, or into one of its parts."},
    {"part-unknown", error, false, "There is no place for it in the component, so nobody would see it.",
     "Correct the name."},
    {"part-missing", error, true, "Without it the component is of no use to readers.", "Add it.",
     Follows::earlier},
    {"part-too-many", error, true, "There is room for fewer of them.",
     "Join them, or begin another component."},
    {"part-form",
     error,
     true,
     "The component would not look or work as meant.",
     "Write it in the form that is expected.",
     Follows::nothing,
     {},
     JoinedBy::file},
    {"part-condition-mixed", error, false,
     "Who may see the part cannot be said in one condition, so it is shown to nobody.",
     "Put one condition on the part, with `.only`."},
    {"conversation-next-missing", error, true, "A reader who chooses this would get nowhere.",
     "Name a step of this conversation.", Follows::file},
    {"conversation-step-unreachable", error, true, "No reader ever comes to this step.",
     "Let a choice lead there.", Follows::file},
    {"conversation-endless", error, true, "A reader would go round in circles and never come to the end.",
     "Let one of the choices lead on.", Follows::file},
    {"conversation-without-better", error, true, "A reader who tries all choices would not learn what helps.",
     "Add a better choice.", Follows::file},
    {"question-without-answer", error, true, "Whatever readers tick would be wrong.",
     "Mark the right answers with `[x]`.", Follows::file},
    {"timeline-without-date", error, true, "Readers could not tell when this is.",
     "Add `{week=6}` or `{day=8}`."},
    {"timeline-two-dates", error, true, "Readers could not tell when this is.", "Keep one of the two."},
    {"timeline-until", error, true, "Readers could not tell how often this is repeated.",
     "Write both, such as `{week=14 every=6 until=104}`."},
    {"cue-time", error, true, "The captions would not fit what is said.", "Write the times as `0:04-0:09`."},
    {"term-unknown", error, true, "Readers would tap on the word and learn nothing.",
     "Correct the key, or add the term to content/glossary.yaml.", Follows::page, "content/glossary.yaml",
     JoinedBy::fix},
});

constexpr auto rows = [] {
  std::array<DiagnosticCode, marks.size() + conditions.size() + divs.size() + words.size() + parts.size()>
      all{};
  std::size_t at = 0;
  const auto add = [&](const auto& area) {
    for (const DiagnosticCode& row : area) all[at++] = row;
  };
  add(marks);
  add(conditions);
  add(divs);
  add(words);
  add(parts);
  return all;
}();

}  // namespace

std::span<const DiagnosticCode> compile_codes() { return rows; }

}  // namespace tailorbird
