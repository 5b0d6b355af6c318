#pragma once
// How many headings, paragraphs, items, tables, pictures, links and words a text has.

#include <pugixml.hpp>
#include <string>

#include "import/element_writer.hpp"
#include "import/import_page.hpp"

namespace tailorbird {

/// Of Markdown, ours or another tool's, with the elements of raw HTML in it.
ContentCounts count_markdown(const std::string& text);

/// Of a tree of elements; `role` says what each of them is.
ContentCounts count_elements(pugi::xml_node element, ElementRole (*role)(pugi::xml_node));

/// Words of plain text.
std::size_t count_words(std::string_view text);

}  // namespace tailorbird
