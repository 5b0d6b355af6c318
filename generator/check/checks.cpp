#include <array>

#include "check/all_checks.hpp"
#include "check/check.hpp"

namespace tailorbird {
namespace {

constexpr auto table = std::to_array<Check>({
    {.id = "anchors", .summary = "a link's place is on its page in each edition", .edition = check_anchors},
    {.id = "page-words",
     .summary = "no page is empty for its readers, or said to take hours",
     .page = check_page_words},
    {.id = "parts",
     .summary = "each component has in each edition what it cannot do without",
     .page = check_parts},
    {.id = "headings",
     .summary = "each heading has something under it in each edition",
     .page = check_headings},
    {.id = "boxes", .summary = "boxes that warn are few, and a heading follows each", .page = check_boxes},
    {.id = "sections", .summary = "a section's first page has pages to lead to", .edition = check_sections},
    {.id = "start-page", .summary = "each edition has a start page", .edition = check_start_page},
    {.id = "kept-ids",
     .summary = "what readers tick on one page is not ticked on another",
     .edition = check_kept_ids},
    {.id = "bundles", .summary = "each bundle has readers of its own", .project = check_bundles},
    {.id = "addresses", .summary = "no address tells of an illness", .project = check_addresses},
    {.id = "captions", .summary = "no caption comes after the end of its clip", .project = check_captions},
    {.id = "choices",
     .summary = "no practice talk can be guessed by place or length",
     .project = check_choices},
    {.id = "conditions", .summary = "each text can be seen by somebody", .project = check_conditions},
    {.id = "includes", .summary = "no piece includes itself", .project = check_includes},
    {.id = "partials",
     .summary = "partials are included, and pages of an organisation have the names of common ones",
     .project = check_partials},
    {.id = "promises", .summary = "the promises of site.yaml are kept", .project = check_promises},
    {.id = "translations",
     .summary = "pages are translated, and from their present text",
     .project = check_translations},
    {.id = "translation-conditions",
     .summary = "a translation has the conditions of its page",
     .project = check_translation_conditions},
    {.id = "readability",
     .summary = "texts are as easy to read as site.yaml asks",
     .page = check_readability},
    {.id = "terms",
     .summary = "a word of the glossary is explained where readers meet it",
     .page = check_terms},
    {.id = "page-elements",
     .summary = "pages have the components site.yaml asks for",
     .page = check_page_elements},
    {.id = "phrases",
     .summary = "no text uses a phrase that site.yaml bans",
     .project = check_phrases,
     .page = check_phrases_shown},
    {.id = "personas",
     .summary = "the readers of personas.yaml find what they need, and only that",
     .project = check_persona_editions,
     .edition = check_personas},
    {.id = "page-facts",
     .summary = "each page says who keeps it and when it was read",
     .project = check_page_facts},
    {.id = "rules", .summary = "each rule is read by a page", .project = check_rules},
    {.id = "sources", .summary = "each source is named by a page", .project = check_sources},
});

}  // namespace

std::span<const Check> checks() { return table; }

}  // namespace tailorbird
