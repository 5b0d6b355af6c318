#pragma once
// Counts headings, paragraphs, items, tables, pictures, links and words, for comparison before and after an
// import.

#include <pugixml.hpp>
#include <string>

#include "import/element_writer.hpp"
#include "import/import_page.hpp"

namespace tailorbird {

/// Counts Markdown of any tool, with the elements of raw HTML in it.
ContentCounts count_markdown(const std::string& text);

/// Counts a tree of elements; `role` classifies each of them.
ContentCounts count_elements(pugi::xml_node element, ElementRole (*role)(pugi::xml_node));

/// Counts the words of plain text that have a letter or digit.
std::size_t count_plain_words(std::string_view text);

}  // namespace tailorbird
