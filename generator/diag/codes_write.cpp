#include <array>

#include "diag/codes_areas.hpp"

namespace tailorbird {
namespace {

constexpr auto rows = std::to_array<DiagnosticCode>({
    {"output-name-refused", Severity::error, false,
     "Some web servers, file shares and learning systems refuse or hide files with such a name, and readers "
     "would meet a missing page.",
     "Rename the file that it is made from: a-z, 0-9 and -, short, and not a name that a system reserves.",
     Follows::page},
    {"output-twice", Severity::error, false,
     "Only one of the two could be in the bundle, and nobody would notice which one is lost.",
     "Rename one of the files that it is made from, or give a page another `slug`."},

    {"single-over-budget", Severity::warning, true,
     "A single file can be mailed and opened on a phone only while it is small, so the largest pictures, "
     "clips and downloads were left out. Readers see a note in their place.",
     "Make the named files smaller, or take `single` out of the bundle's `formats`."},

    {"booklet-without-pdf", Severity::note, true,
     "A browser can print the HTML too, but the list of contents then has no page numbers, and there is no "
     "file to hand on.",
     "Install WeasyPrint (Debian: `apt install weasyprint`) where you build, or print from a browser."},
    {"theme-not-well-formed", Severity::error, false,
     "Formats for paper and e-books are made from pages that are XML as well as HTML.",
     "Close each element in the theme's templates, `<br/>` and `<img …/>` too, and write attributes with a "
     "value."},

    // Themes and pictures (render/)
    {"theme-unknown", Severity::error, false,
     "A theme decides what every page looks like: without it nothing is made for the organisations that use "
     "it.",
     "Write `default`, or the name of a folder in `themes/`."},
    {"theme-extends-circle", Severity::error, false,
     "In a circle there is no first theme to start from, so no page is made with these.",
     "Remove one of the `extends:` lines. A theme that is to change `default` needs a name of its own."},
    {"theme-partial-missing", Severity::error, false,
     "The piece of the page that this partial holds would be missing on every page.",
     "Write the name of a file in the theme's `partials/`, without `.mustache`."},
    {"theme-partial-circle", Severity::error, false, "The page would have no end.",
     "Remove one of the `{{> …}}` that make the circle."},
    {"theme-template-broken", Severity::error, false,
     "The template cannot be read, so no page that uses it could be made.",
     "Close what is open: `{{#name}}` with `{{/name}}`, `{{` with `}}`."},
    {"theme-template-too-large", Severity::error, false,
     "Partials that hold others twice double at each level, and sections are read again at each level: both "
     "could fill the memory or keep a build busy.",
     "Remove some of the `{{> …}}` or `{{#…}}`."},
    {"theme-template-missing", Severity::error, false,
     "Without its template this part of the page could not be shown.",
     "Add the file to the theme, or let the theme extend `default`, which has it."},
    {"theme-drops-safeguard", Severity::error, false,
     "The theme that this one extends keeps it, because readers rely on it, or because words would reach "
     "readers they are not meant for.",
     "Take over these lines from the file of the same name in the extended theme.", Follows::page},
    {"theme-word-missing", Severity::error, true,
     "Readers of this language would meet a gap where a button or a heading should be.",
     "Add the key and its text to the theme's file of that language."},
    {"theme-words-missing", Severity::warning, true,
     "Readers of this language meet buttons and headings in another one.",
     "Translate the missing texts in this file, a few at a time; words that are the same in both languages "
     "must be there too."},
    {"theme-language-missing", Severity::warning, true,
     "Buttons and headings around the text would be in another language than the text.",
     "Add `strings/<language>.yaml` to the theme; copy the one in English and translate its texts."},
    {"theme-name-missing", Severity::error, true,
     "Mustache shows nothing for a name that it does not know, so a typing mistake would go unnoticed.",
     "Use a name listed in docs/theme-authors/names.md."},
    {"theme-key-unknown", Severity::error, true, "An unknown setting has no effect.",
     "Remove it, or write the name of a setting."},
    {"theme-value-not-text", Severity::error, true, "The files of a theme hold one text for each key.",
     "Write one text after the colon."},
    {"theme-asset-not-ascii", Severity::error, true,
     "A server that names another charset would turn these characters into rubbish.",
     "Write them as escapes: `\\2013` in CSS, `\\u2013` in a script."},
    {"layout-unknown", Severity::error, true, "The page would not look as its author meant.",
     "Write `page` or `start`, or another layout of the theme."},
    {"colour-contrast", Severity::warning, true,
     "Many readers cannot read text in a light colour. Tailorbird uses the nearest colour that they can "
     "read.",
     "Choose a darker colour in the profile."},
    {"logo-unusable", Severity::error, true, "Every page would show a broken picture.",
     "Put the logo beside the profile, as svg, png, jpg or gif, and name it in `logo`."},
    {"svg-unsafe", Severity::error, false,
     "An SVG file can run script and load things from elsewhere, on every reader's computer.",
     "Save the picture again as a plain drawing (in Inkscape: Save as, Plain SVG), or as png."},
});

}  // namespace

std::span<const DiagnosticCode> write_codes() { return rows; }

}  // namespace tailorbird
