#pragma once
// Declarations of the functions that the table of checks (checks.cpp) calls. Each is defined in the file of
// its name.

#include "check/check.hpp"

namespace tailorbird {

// Once for the project
void check_bundles(const Project& project, const ProgramOf& programs, Diagnostics& diagnostics);
void check_addresses(const Project& project, const ProgramOf& programs, Diagnostics& diagnostics);
void check_captions(const Project& project, const ProgramOf& programs, Diagnostics& diagnostics);
void check_choices(const Project& project, const ProgramOf& programs, Diagnostics& diagnostics);
void check_conditions(const Project& project, const ProgramOf& programs, Diagnostics& diagnostics);
void check_includes(const Project& project, const ProgramOf& programs, Diagnostics& diagnostics);
void check_partials(const Project& project, const ProgramOf& programs, Diagnostics& diagnostics);
void check_promises(const Project& project, const ProgramOf& programs, Diagnostics& diagnostics);
void check_translations(const Project& project, const ProgramOf& programs, Diagnostics& diagnostics);
void check_rules(const Project& project, const ProgramOf& programs, Diagnostics& diagnostics);
void check_translation_conditions(const Project& project, const ProgramOf& programs,
                                  Diagnostics& diagnostics);
void check_sources(const Project& project, const ProgramOf& programs, Diagnostics& diagnostics);
void check_phrases(const Project& project, const ProgramOf& programs, Diagnostics& diagnostics);
void check_phrases_shown(const EditionView& view, const TailoredPage& page, Diagnostics& diagnostics);
void check_page_facts(const Project& project, const ProgramOf& programs, Diagnostics& diagnostics);
void check_persona_editions(const Project& project, const ProgramOf& programs, Diagnostics& diagnostics);

// For each edition
void check_anchors(const EditionView& view, Diagnostics& diagnostics);
void check_kept_ids(const EditionView& view, Diagnostics& diagnostics);
void check_personas(const EditionView& view, Diagnostics& diagnostics);
void check_sections(const EditionView& view, Diagnostics& diagnostics);
void check_start_page(const EditionView& view, Diagnostics& diagnostics);

// For each page
void check_parts(const EditionView& view, const TailoredPage& page, Diagnostics& diagnostics);
void check_boxes(const EditionView& view, const TailoredPage& page, Diagnostics& diagnostics);
void check_headings(const EditionView& view, const TailoredPage& page, Diagnostics& diagnostics);
void check_page_words(const EditionView& view, const TailoredPage& page, Diagnostics& diagnostics);
void check_page_elements(const EditionView& view, const TailoredPage& page, Diagnostics& diagnostics);
void check_terms(const EditionView& view, const TailoredPage& page, Diagnostics& diagnostics);
void check_readability(const EditionView& view, const TailoredPage& page, Diagnostics& diagnostics);

}  // namespace tailorbird
